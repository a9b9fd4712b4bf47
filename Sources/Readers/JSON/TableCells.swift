internal import TieoutModel

/// Cells that a format gives by row and column instead of in the order of rows.
struct TableCells {
  /// One cell.
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var text: SourceText
    var mark: SourceFile.Mark
  }

  /// More columns or rows than any table has: beyond, a number is damage.
  private static let limit = 10_000

  private let cells: [Cell]
  /// The number of cells with a place or a span that could not be meant.
  let absurd: Int

  /// Sorts cells; numbers that no table has are brought into bounds.
  init(_ cells: [Cell]) {
    func bounded(_ number: Int, from least: Int) -> Int { min(max(number, least), Self.limit) }
    absurd = cells.count {
      $0.row < 0 || bounded($0.column, from: 0) != $0.column
        || bounded($0.rowSpan, from: 1) != $0.rowSpan
        || bounded($0.columnSpan, from: 1) != $0.columnSpan
    }
    self.cells =
      cells.enumerated()
      .map { index, cell in
        var cell = cell
        cell.row = max(cell.row, 0)
        cell.column = bounded(cell.column, from: 0)
        cell.rowSpan = bounded(cell.rowSpan, from: 1)
        cell.columnSpan = bounded(cell.columnSpan, from: 1)
        return (index, cell)
      }
      .sorted { ($0.1.row, $0.1.column, $0.0) < ($1.1.row, $1.1.column, $1.0) }
      .map(\.1)
  }

  /// Writes the table row by row.
  func write(into draft: inout Draft) {
    draft.beginTable()
    var row = -1
    for cell in cells {
      if cell.row != row {
        draft.beginRow()
        row = cell.row
      }
      draft.beginCell(
        column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
      draft.mark(cell.mark)
      draft.appendMarkup(cell.text, cell.text.bytes.indices)
    }
    draft.mark(nil)
    draft.endBlock()
  }
}
