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
    let (left, right) = (left.span, right.span)
    var letters = LetterSet()
    for index in right.indices { letters.insert(right[index]) }
    var common = 0
    for index in left.indices.dropLast() where letters.mayHold(left[index]) {
      let (first, second) = (left[index], left[index + 1])
      if holds(first, second, right), !holds(first, second, left.extracting(..<(index + 1))) {
        common += 1
      }
    }
    return common
  }

  /// Whether two letters stand next to one another; both rows are as short as a name or a remark.
  private static func holds(_ first: UInt32, _ second: UInt32, _ letters: Span<UInt32>) -> Bool {
    guard letters.count > 1 else { return false }
    for index in 1..<letters.count where letters[index] == second {
      if letters[index - 1] == first { return true }
    }
    return false
  }
}
