internal import TieoutModel

/// The table of a paper that numbers its rows once and for all, over as many pages as it takes: its
/// summary, wherever it stands.
///
/// The tables of forms begin with 1 in every form. One with a head that an engine misread alone does
/// not look like a summary, as long as it has no more rows than the others.
struct DraftNumbering {
  /// The rows of its pieces, heads included; empty where no table is of that kind.
  private(set) var rows: [Range<Int>] = []

  /// The pieces under one head.
  private struct Table {
    var rows: [Range<Int>] = []
    var count = 0
    /// How often numbering begins anew.
    var starts = 0
  }

  /// The fewest rows that make a table.
  private static let fewest = 3

  init(_ paper: DraftPaper) {
    var tables: [String: Table] = [:]
    var longest: [String: Int] = [:]
    var place = 0
    while place < paper.rows.count {
      guard DraftSummary.isHead(place, paper), let piece = Self.piece(below: place, paper) else {
        place += 1
        continue
      }
      let head = paper.rows[place].cells.map(\.key).joined(separator: "|")
      tables[head, default: Table()].rows.append(place..<piece.end)
      tables[head, default: Table()].count += piece.count
      if piece.first == 1 { tables[head, default: Table()].starts += 1 }
      longest[head] = max(longest[head] ?? 0, piece.count)
      place = piece.end
    }
    let most = tables.values.map(\.starts).max() ?? 0
    let candidates = tables.filter { $0.value.starts == 1 || $0.value.starts * 4 <= most }
    guard let best = candidates.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      best.value.count >= Self.fewest,
      longest.allSatisfy({ $0.key == best.key || $0.value < best.value.count })
    else { return }
    rows = best.value.rows
  }

  /// The numbered rows below a head: where they end, the first number, how many there are.
  private static func piece(
    below head: Int, _ paper: DraftPaper
  ) -> (end: Int, first: Int64, count: Int)? {
    let column = paper.rows[head].cells[0].column
    var first: Int64?
    var last: Int64 = 0
    var count = 0
    var next = head + 1
    while next < paper.rows.count, !paper.rows[next].isLine,
      paper.rows[next].block == paper.rows[head].block
    {
      if let cell = paper.rows[next].cells.first, cell.column == column,
        let number = cell.shape.quantity, number.scale == 0
      {
        guard first == nil || number.digits == last + 1 else { break }
        first = first ?? number.digits
        last = number.digits
        count += 1
      }
      next += 1
    }
    return first.map { (next, $0, count) }
  }
}
