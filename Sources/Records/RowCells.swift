internal import TieoutModel

/// The filled cells of a row by column; one buffer serves one row after the other.
struct RowCells {
  /// By column; empty where the row has none.
  private var cells: [Document.Cell]

  /// Creates the cells of an empty row.
  init(columns: Int) {
    cells = Array(repeating: Document.Cell(text: .none, column: 0), count: columns)
  }

  /// The cell of a column; `nil` where the row has none.
  subscript(column: Int) -> Document.Cell? { cells[column].text.isEmpty ? nil : cells[column] }

  /// The characters in a column; none where the row has no cell there.
  func text(_ column: Int) -> Slice { cells[column].text }

  /// The label in a column.
  func label(_ column: Int) -> LabelID { cells[column].label }

  /// Takes the cells of a row, of several sets of columns those of one and what all share; two cells
  /// of one column are joined where no other column's stands between them.
  mutating func take(_ row: Document.Row, _ all: [Document.Cell], set: UInt8 = 1) {
    let all = all.span
    var cells = cells.mutableSpan
    for column in cells.indices { cells[column].text = .none }
    var last: Int?
    for index in row.cells {
      let cell = all[index]
      guard !cell.text.isEmpty, cell.slot != Document.Cell.unassigned,
        cell.set == 0 || cell.set == set
      else { continue }
      let column = Int(cell.slot)
      if cells[column].text.isEmpty {
        cells[column] = cell
      } else {
        guard last == column else { continue }
        cells[column].text = cells[column].text.joined(with: cell.text)
      }
      last = column
    }
  }
}
