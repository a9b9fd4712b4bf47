public import TieoutModel

/// Puts the halves of tables that are printed side by side one below the other.
///
/// What is read of a list in two columns, or of two forms on one sheet, is read of one list and of
/// two forms; each character keeps its place in the file.
public enum HalvedPaper {
  /// The document with its halves as tables of their own; `nil` where no table has any.
  public static func laidOut(_ document: borrowing Document) -> Document? {
    let texts = CellTexts(document)
    var tables: [Int: HalvedTable] = [:]
    for (number, block) in document.blocks.enumerated() where block.kind == .table {
      tables[number] = HalvedTable(block.rows, document, texts)
    }
    guard !tables.isEmpty else { return nil }
    var rows: [ListedRow] = []
    for (number, block) in document.blocks.enumerated() {
      guard let table = tables[number] else {
        add(block.rows, document, to: &rows)
        continue
      }
      add(table.lead, document, to: &rows)
      if table.isAcross {
        addAcross(table, document, to: &rows)
      } else {
        for half in 0..<table.count { add(half, of: table, document, to: &rows) }
      }
    }
    return ListedWriter.document(of: rows, from: document, saying: nil)
  }

  /// Rows as they stand.
  private static func add(
    _ places: Range<Int>, _ document: borrowing Document, to rows: inout [ListedRow]
  ) {
    for place in places {
      let row = document.rows[place]
      rows.append(
        ListedRow(
          cells: row.cells.map { cell(document.cells[$0], column: nil) }, page: row.page,
          isLine: row.isLine, isMeasured: row.isMeasured,
          beginsTable: !row.isLine && place == places.lowerBound))
    }
  }

  /// The rows of one half, the total below the last.
  private static func add(
    _ half: Int, of table: HalvedTable, _ document: borrowing Document,
    to rows: inout [ListedRow]
  ) {
    let first = rows.count
    for place in table.body { add(place, half, of: table, document, to: &rows) }
    if half == table.count - 1, let total = table.total {
      add(total, half, of: table, document, to: &rows)
    }
    if rows.count > first { rows[first].beginsTable = true }
  }

  /// The rows across the halves under the heads of the first, and the heads of the others behind them.
  private static func addAcross(
    _ table: HalvedTable, _ document: borrowing Document, to rows: inout [ListedRow]
  ) {
    let head = table.body.lowerBound
    let first = rows.count
    add(head, 0, of: table, document, to: &rows)
    for place in table.body.dropFirst() {
      for half in 0..<table.count { add(place, half, of: table, document, to: &rows) }
    }
    if let total = table.total { add(total, 0, of: table, document, to: &rows) }
    rows[first].beginsTable = true
    for half in 1..<table.count {
      let next = rows.count
      add(head, half, of: table, document, to: &rows)
      rows[next].beginsTable = true
    }
  }

  /// What a row has in a half; a total has all that it holds in any.
  private static func add(
    _ place: Int, _ half: Int, of table: HalvedTable, _ document: borrowing Document,
    to rows: inout [ListedRow]
  ) {
    let row = document.rows[place]
    let cells = row.cells.compactMap { index -> ListedRow.Cell? in
      let (own, column) = table.place(of: document.cells[index])
      // Blanks of the other halves would stand in the way of a total's word and figure.
      let isOfTotal = place == table.total && !document.cells[index].text.isEmpty
      guard place == table.total ? isOfTotal : own == half else { return nil }
      return cell(document.cells[index], column: column)
    }
    guard cells.contains(where: { !$0.parts.isEmpty }) else { return }
    rows.append(ListedRow(cells: cells, page: row.page, isMeasured: row.isMeasured))
  }

  private static func cell(_ cell: Document.Cell, column: Int?) -> ListedRow.Cell {
    ListedRow.Cell(
      column: column ?? Int(cell.column), parts: cell.text.isEmpty ? [] : [cell.text], first: nil,
      columnSpan: Int(cell.columnSpan), rowSpan: Int(cell.rowSpan))
  }
}
