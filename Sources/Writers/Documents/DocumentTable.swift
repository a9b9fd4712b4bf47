internal import TieoutModel

/// The rows of one block of a document as people should see them: repaired cells in their columns.
struct DocumentTable {
  /// One cell, and what it covers.
  struct Cell: Equatable {
    var text: String
    var slice: Slice
    var column: Int
    var columnSpan = 1
    var rowSpan = 1
  }

  /// The rows, each with its cells in the order of their columns.
  private(set) var rows: [[Cell]] = []
  /// The number of columns.
  private(set) var width = 0
  /// Whether a cell covers more than one column or row.
  private(set) var hasSpans = false

  init(_ block: Document.Block, _ document: Document) {
    var header: [UInt32: Int] = [:]
    for place in block.rows {
      let row = document.rows[place]
      if row.role == .header || row.role == .fieldHeader {
        header = [:]
        for index in row.cells where document.cells[index].slot != Document.Cell.unassigned {
          header[Self.place(of: document.cells[index])] = Int(document.cells[index].column)
        }
      }
      add(row, row.role == .entry || row.role == .fieldValues ? header : [:], document)
    }
  }

  /// The column that a cell belongs to, of the set of columns in which it stands.
  private static func place(of cell: Document.Cell) -> UInt32 {
    UInt32(cell.set) << 16 | UInt32(cell.slot)
  }

  private mutating func add(
    _ row: Document.Row, _ header: [UInt32: Int], _ document: Document
  ) {
    var places = row.cells.filter { !document.cells[$0].text.isEmpty }
    var columns = places.map { header[Self.place(of: document.cells[$0])] }
    // Pieces of one cell share a column; such a row stays as it is printed.
    if columns.contains(nil) || Set(columns).count < columns.count {
      places = Array(row.cells)
      columns = places.map { Int(document.cells[$0].column) }
    }
    var cells: [Cell] = []
    for (index, column) in zip(places, columns) {
      let cell = document.cells[index]
      cells.append(
        Cell(
          text: document.string(cell.text), slice: cell.text, column: column ?? Int(cell.column),
          columnSpan: max(1, Int(cell.columnSpan)), rowSpan: max(1, Int(cell.rowSpan))))
      hasSpans = hasSpans || cell.columnSpan > 1 || cell.rowSpan > 1
    }
    cells.sort { $0.column < $1.column }
    width = max(width, cells.last.map { $0.column + $0.columnSpan } ?? 0)
    rows.append(cells)
  }

  /// The texts of a row, column by column; what a cell covers beside its first column is empty.
  func texts(_ row: Int) -> [String] {
    var texts: [String] = []
    for cell in rows[row] {
      while texts.count < cell.column { texts.append("") }
      texts.append(cell.text)
    }
    return texts
  }

  /// The texts of a row in as many columns as the table has.
  func paddedTexts(_ row: Int) -> [String] {
    let texts = texts(row)
    return texts + Array(repeating: "", count: max(0, width - texts.count))
  }
}

extension Document {
  /// A line of prose, whatever cells its labels were cut off as.
  func line(_ row: Row) -> String { string(slice(ofLine: row)) }

  /// The characters of a line of prose.
  func slice(ofLine row: Row) -> Slice {
    guard let first = row.cells.first, let last = row.cells.last else { return .none }
    return cells[first].text.joined(with: cells[last].text)
  }
}
