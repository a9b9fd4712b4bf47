internal import TieoutModel

/// The filled cells of a row by column; one buffer serves one row after the other.
struct RowCells {
  private var cells: [Document.Cell?]

  /// Creates the cells of an empty row.
  init(columns: Int) { cells = Array(repeating: nil, count: columns) }

  /// The cell of a column; `nil` where the row has none.
  subscript(column: Int) -> Document.Cell? { cells[column] }

  /// Takes the cells of a row, of several sets of columns those of one and what all share; two cells
  /// of one column are joined where no other column's stands between them.
  mutating func take(_ row: Document.Row, _ all: [Document.Cell], set: UInt8 = 1) {
    let all = all.span
    var cells = cells.mutableSpan
    for column in cells.indices { cells[column] = nil }
    var last: Int?
    for index in row.cells {
      let cell = all[index]
      guard !cell.text.isEmpty, cell.slot != Document.Cell.unassigned,
        cell.set == 0 || cell.set == set
      else { continue }
      let column = Int(cell.slot)
      if let text = cells[column]?.text {
        guard last == column else { continue }
        cells[column]?.text = text.joined(with: cell.text)
      } else {
        cells[column] = cell
      }
      last = column
    }
  }
}

extension [Field] {
  /// The same in an array that has room for no more: records are kept, and most are small.
  var fitted: [Field] {
    var fitted: [Field] = []
    fitted.reserveCapacity(count)
    fitted += self
    return fitted
  }
}
