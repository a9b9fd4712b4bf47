extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that holds for all elements after it.
  func partitionIndex(_ holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
