/// What was found out about pairs of a row and a form, by row.
///
/// Few forms come into question for one row, so that a chain of them is walked in fewer steps than a
/// table of all pairs needs for its hash.
struct KnownPairs {
  private struct Pair {
    var detail: Int32
    /// The place of the row's pair before; -1 for none.
    var previous: Int32
    var parts: PairWeigher.Parts
  }

  private var pairs: [Pair] = []
  /// The place of each row's last pair; -1 for none.
  private var last: [Int32]

  /// Makes room for so many rows.
  init(rowCount: Int) {
    last = Array(repeating: -1, count: rowCount)
    pairs.reserveCapacity(rowCount * 10)
  }

  /// The place of a pair; `nil` where nothing is known of it.
  func place(_ row: Int, _ detail: Int) -> Int? {
    let pairs = pairs.span
    var place = Int(last[row])
    while place >= 0, pairs[place].detail != Int32(truncatingIfNeeded: detail) {
      place = Int(pairs[place].previous)
    }
    return place < 0 ? nil : place
  }

  /// What is known of the pair at a place.
  func parts(_ place: Int) -> PairWeigher.Parts { pairs[place].parts }

  /// Adds a pair of which nothing is known yet.
  mutating func add(_ row: Int, _ detail: Int, _ parts: PairWeigher.Parts) {
    pairs.append(
      Pair(detail: Int32(truncatingIfNeeded: detail), previous: last[row], parts: parts))
    last[row] = Int32(truncatingIfNeeded: pairs.count - 1)
  }
}
