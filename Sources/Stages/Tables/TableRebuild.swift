internal import TieoutModel

/// Writes the tables of a document anew, where rows are taken apart or put together.
///
/// Cells keep their characters and rows their order in the text: what stands elsewhere is led by a
/// blank cell where its row belongs.
struct TableRebuild {
  private var cells: [Document.Cell] = []
  private var rows: [Document.Row] = []
  private var blocks: [Document.Block] = []

  /// Keeps rows as they are, as a block of their own.
  mutating func keep(_ kind: Document.Block.Kind, _ places: Range<Int>, of document: Document) {
    guard !places.isEmpty else { return }
    begin(kind)
    for row in document.rows[places] { add(Array(document.cells[row.cells]), like: row) }
  }

  /// Begins a block; it takes the rows that are added next.
  mutating func begin(_ kind: Document.Block.Kind) {
    if blocks.last?.rowCount == 0 { blocks.removeLast() }
    blocks.append(Document.Block(kind: kind, firstRow: UInt32(rows.count), rowCount: 0))
  }

  /// Adds a row with some cells and all else of another row.
  mutating func add(_ cells: [Document.Cell], like row: Document.Row) {
    var row = row
    row.firstCell = UInt32(self.cells.count)
    row.cellCount = UInt32(cells.count)
    self.cells += cells
    rows.append(row)
    blocks[blocks.count - 1].rowCount += 1
  }

  /// Puts what was written in the place of the document's tables.
  func apply(to document: inout Document) {
    document.cells = cells
    document.rows = rows
    document.blocks = blocks.filter { $0.rowCount > 0 }
  }
}

extension Document.Cell {
  /// A blank cell that stands where another one begins in the text.
  static func blank(before cell: Document.Cell, column: UInt16 = 0) -> Document.Cell {
    Document.Cell(text: Slice(start: cell.text.start, count: 0), column: column)
  }

  /// The cell in another column, and in no other row than its own.
  func moved(to column: Int) -> Document.Cell {
    var cell = self
    cell.column = UInt16(clamping: column)
    cell.columnSpan = 1
    cell.rowSpan = 1
    return cell
  }
}
