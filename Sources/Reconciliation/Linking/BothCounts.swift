/// How often each of some numbered values occurs on either side.
struct BothCounts {
  private(set) var rows: [Int32] = []
  private(set) var details: [Int32] = []

  /// Creates empty counts.
  init() {}

  /// Counts the values of both sides' records, of `count` different ones.
  init(
    _ rows: LinkSide, _ details: LinkSide, count: Int,
    _ number: (borrowing LinkSide.Entry) -> Int32?
  ) {
    self.rows = Self.counts(rows, count, number)
    self.details = Self.counts(details, count, number)
  }

  /// How often a value occurs on the side where it occurs more often.
  func most(_ number: Int32) -> Int { Int(max(rows[Int(number)], details[Int(number)])) }

  private static func counts(
    _ side: LinkSide, _ count: Int, _ number: (borrowing LinkSide.Entry) -> Int32?
  ) -> [Int32] {
    var counts: [Int32] = Array(repeating: 0, count: count)
    for place in side.entries.indices {
      if let number = number(side.entries[place]) { counts[Int(number)] += 1 }
    }
    return counts
  }
}
