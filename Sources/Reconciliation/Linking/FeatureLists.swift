/// The forms that have each feature, in printed order.
struct FeatureLists {
  /// The forms, feature by feature.
  private(set) var entries: [Int32] = []
  private var numbers: KeyNumbers
  private var starts: [Int32] = []
  private var weights: [Int32] = []
  private var added: [(feature: Int32, form: Int32)] = []

  /// Creates empty lists with room for about so many features.
  init(capacity: Int = 0) {
    numbers = KeyNumbers(capacity: capacity)
    added.reserveCapacity(capacity)
  }

  /// Adds a form, in printed order.
  mutating func add(_ feature: UInt64, _ form: Int32) {
    added.append((Int32(numbers.number(of: feature)), form))
  }

  /// Puts the forms of each feature next to one another, of so many forms altogether.
  mutating func gather(of total: Int) {
    weights.reserveCapacity(numbers.count)
    starts = Array(repeating: 0, count: numbers.count + 1)
    for (feature, _) in added { starts[Int(feature) + 1] += 1 }
    for index in 1..<starts.count {
      weights.append(Int32(Rarity.weight(count: Int(starts[index]), of: total)))
      starts[index] += starts[index - 1]
    }
    var next = starts
    entries = Array(repeating: 0, count: added.count)
    for (feature, form) in added {
      entries[Int(next[Int(feature)])] = form
      next[Int(feature)] += 1
    }
    added = []
  }

  /// The places in `entries` of the forms that have a feature, and what it counts; `nil` where none
  /// has it.
  func forms(_ feature: UInt64) -> (forms: Range<Int>, weight: Int32)? {
    guard let number = numbers.find(feature) else { return nil }
    return (Int(starts[number])..<Int(starts[number + 1]), weights[number])
  }

  /// The part of a list around a place in the printed order.
  func nearest(_ list: Range<Int>, to place: Int, limit: Int) -> Range<Int> {
    guard list.count > limit else { return list }
    var low = list.lowerBound
    var high = list.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle]) < place { low = middle + 1 } else { high = middle }
    }
    let start = min(max(low - limit / 2, list.lowerBound), list.upperBound - limit)
    return start..<(start + limit)
  }
}
