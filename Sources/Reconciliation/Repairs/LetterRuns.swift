/// What two rows of letters have in common.
enum LetterRuns {
  /// Whether one stands in the other, all of it and in one piece.
  static func contains(_ letters: [UInt32], _ run: [UInt32]) -> Bool {
    guard let first = run.first, run.count <= letters.count else { return false }
    for start in 0...(letters.count - run.count) where letters[start] == first {
      var length = 1
      while length < run.count, letters[start + length] == run[length] { length += 1 }
      if length == run.count { return true }
    }
    return false
  }

  /// How many different pairs of neighbours both have.
  static func commonPairs(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var pairs = KeyNumbers(capacity: left.count)
    for index in left.indices.dropLast() { _ = pairs.number(of: pair(left, index)) }
    var isCommon = Array(repeating: false, count: pairs.count)
    for index in right.indices.dropLast() {
      if let number = pairs.find(pair(right, index)) { isCommon[number] = true }
    }
    return isCommon.count { $0 }
  }

  private static func pair(_ letters: [UInt32], _ index: Int) -> UInt64 {
    UInt64(letters[index]) << 32 | UInt64(letters[index + 1])
  }
}
