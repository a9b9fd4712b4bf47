internal import TieoutModel

/// Gives the words of closed lists to the rows that their merged cells span.
///
/// Such a word stands in the middle of its cell, and so in the list before the middle one of its rows or
/// between two. One block of rows begins where the one before it ends, so that the middles tell where:
/// the words of two levels must belong together besides.
enum ListedLevels {
  /// More words than that no column has.
  private static let most = 16

  /// Where the cells of a column begin, by the order of its words.
  private struct Blocks {
    var starts: [Int] = [0]
    /// How many of them have a middle row.
    var odd = 0
  }

  /// Moves the words of some rows to the first ones that they span.
  ///
  /// - Parameters:
  ///   - rows: the rows of one table, a cell for each column
  ///   - levels: the columns of closed lists
  ///   - fits: whether one word may stand below another
  static func spread(
    _ rows: inout ArraySlice<ListedRow>, _ levels: [Int], _ lines: [ListedText],
    _ fits: (_ word: ListedText, _ above: ListedText) -> Bool
  ) {
    var below: (starts: [Int], words: [ListedText])?
    // The level that has most words is known best.
    for level in levels.reversed() {
      let middles = rows.indices.filter { rows[$0].cells[level].first != nil }
      guard !middles.isEmpty, middles.count <= most else { continue }
      let cells = middles.map { rows[$0].cells[level] }
      let words = cells.compactMap { $0.first.map { lines[$0] } }
      var ways = blocks(
        middles.map { $0 - rows.startIndex }, rows.count, words.map(\.isSplit))
      if let below {
        ways = ways.filter {
          holds($0.starts, below.starts, of: rows.count) { word, block in
            fits(below.words[word], words[block])
          }
        }
      }
      guard let best = ways.min(by: { $0.odd < $1.odd }) else { continue }
      for row in middles { rows[row].cells[level] = ListedRow.Cell(column: level, parts: []) }
      for (start, cell) in zip(best.starts, cells) {
        rows[rows.startIndex + start].cells[level] = cell
      }
      below = (best.starts, words)
    }
  }

  /// Whether each block of a level lies in one of the level above, to which its word belongs.
  private static func holds(
    _ above: [Int], _ below: [Int], of count: Int, _ fits: (_ word: Int, _ block: Int) -> Bool
  ) -> Bool {
    below.indices.allSatisfy { word in
      let block = above.lastIndex { $0 <= below[word] } ?? 0
      let end = word + 1 < below.count ? below[word + 1] : count
      return (block + 1 == above.count || end <= above[block + 1]) && fits(word, block)
    }
  }

  /// All ways to part rows into blocks with given middles; a word that other lines part has a row in its
  /// middle.
  private static func blocks(_ middles: [Int], _ count: Int, _ isOdd: [Bool]) -> [Blocks] {
    var ways = [Blocks()]
    for (place, middle) in middles.enumerated() {
      let isLast = place + 1 == middles.count
      ways = ways.flatMap { way -> [Blocks] in
        guard let start = way.starts.last, start <= middle else { return [] }
        return [0, 1].compactMap { odd in
          let end = 2 * middle - start + odd
          guard end > middle, odd == 1 || !isOdd[place] else { return nil }
          guard isLast ? end == count : end <= middles[place + 1] else { return nil }
          return Blocks(starts: isLast ? way.starts : way.starts + [end], odd: way.odd + odd)
        }
      }
    }
    return ways
  }
}
