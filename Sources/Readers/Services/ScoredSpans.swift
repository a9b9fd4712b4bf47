internal import TieoutModel

/// How sure a service was of the words of a paper, by the offsets that it counts.
struct ScoredSpans {
  private var words: [(start: Int, sure: UInt8)] = []

  /// No cell and no paragraph is judged by more of its words.
  private static let most = 1000

  /// Takes words in any order.
  init(_ words: [(start: Int, sure: UInt8)]) {
    self.words = words.sorted { ($0.start, $0.sure) < ($1.start, $1.sure) }
  }

  /// How sure it was of the least sure word in some characters; `nil` where none begins in them.
  func least(in ranges: [Range<Int>]) -> UInt8? {
    ranges.compactMap { range in
      words[words.partitionPoint { $0.start < range.lowerBound }...].prefix(Self.most)
        .prefix { $0.start < range.upperBound }.map(\.sure).min()
    }.min()
  }
}
