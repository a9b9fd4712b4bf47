/// Rows of tables in the cells of a table, which stand among its own rows: the cells that span rows
/// over them span these as well.
struct InsertedRows {
  /// A cell of the draft that spans rows.
  private struct Spanning {
    var cell: Int
    /// The first row that it does not span.
    var end: Int
    /// The number of rows inserted before it.
    var before: Int
  }

  private var count = 0
  /// The number of rows inserted before each row of the table.
  private var beforeRow: [Int] = []
  private var spanning: [Spanning] = []

  /// Begins a row of the table.
  mutating func beginRow() { beforeRow.append(count) }

  /// Takes notice of a row that is none of the table's own.
  mutating func insert() { count += 1 }

  /// Takes notice of a cell of the row that spans several.
  mutating func add(_ cell: Int, rowSpan: Int) {
    spanning.append(
      Spanning(cell: cell, end: beforeRow.count - 1 + rowSpan, before: count))
  }

  /// Lets the cells span the rows that were inserted among those that they span.
  func widen(_ draft: inout Draft) {
    guard count > 0 else { return }
    for span in spanning {
      let after = span.end < beforeRow.count ? beforeRow[span.end] : count
      if after > span.before { draft.widen(cell: span.cell, byRows: after - span.before) }
    }
  }
}
