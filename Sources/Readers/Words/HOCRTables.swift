internal import TieoutMarkup

/// The tables that an engine writes into hOCR as those of HTML, while their elements are read.
///
/// A table in a cell of another is text of that cell.
struct HOCRTables {
  /// The cell that characters belong to; `nil` outside of tables.
  private(set) var cell: WordPage.Cell?
  private var grid = SpanGrid()
  private var depth = 0
  private var number = 0

  /// Takes notice of an element that begins.
  mutating func begin(_ name: String, _ event: MarkupEvents.Event, _ events: MarkupEvents) {
    if name == "table" {
      depth += 1
      if depth > 1 { return }
      number += 1
      grid = SpanGrid()
    }
    guard depth == 1 else { return }
    if name == "tr" {
      cell = nil
      grid.beginRow()
    }
    guard name == "td" || name == "th" else { return }
    if grid.row < 0 { grid.beginRow() }
    func span(_ name: String, limit: Int) -> Int {
      let value = events.attribute(name, of: event).flatMap { Int($0) } ?? 1
      return min(max(value, 1), limit)
    }
    let place = grid.place(
      columnSpan: span("colspan", limit: SpanGrid.widest),
      rowSpan: span("rowspan", limit: Int(UInt16.max)))
    cell = WordPage.Cell(
      table: number, row: grid.row, column: place.column, rowSpan: place.rowSpan,
      columnSpan: place.columnSpan)
  }

  /// Takes notice of an element that ends.
  mutating func end(_ name: String) {
    guard name == "table", depth > 0 else { return }
    depth -= 1
    if depth == 0 { cell = nil }
  }
}
