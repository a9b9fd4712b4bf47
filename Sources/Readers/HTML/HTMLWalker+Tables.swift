internal import TieoutMarkup
internal import TieoutModel

/// A table whose end has not been read.
struct OpenTable {
  var grid = SpanGrid()
  /// The column of the draft in which its first one stands: that of the cell around it.
  var base = 0
  /// The open cell; it goes to the draft with its first character, since a table in it takes its
  /// place.
  var cell: SpanGrid.Place?
  var isCellWritten = false
  /// Whether rows of a table in the open cell stand behind what it holds.
  var isInterrupted = false
  /// Whether its first row goes on in the row of the table around it.
  var joinsRow = false
  var isRowOpen = false
  var isCaption = false
  /// Whether its rows stand in no table.
  var isImplied = false
  var hasCells = false
  /// The number of spans that could not be meant.
  var absurdSpans = 0
  /// What rows of tables in its cells, which the draft has among its own, do to its spans.
  var inserted = InsertedRows()
  /// What tables in its cells do to its columns.
  var nested: NestedColumns
  /// The first column of the row that no cell has taken.
  var freeColumn = 0

  /// Begins a table whose first cell will be the next one of the draft.
  init(first: Int) { nested = NestedColumns(first: first) }
}

extension HTMLWalker {
  /// Whether characters go to a cell.
  var isInCell: Bool { tables.last.map { !$0.isCaption && $0.cell != nil } ?? false }

  mutating func beginTable(_ draft: inout Draft) {
    guard tables.count < Self.deepest else {
      uncounted += 1
      return draft.space()
    }
    var table = OpenTable(first: draft.cells.count)
    if let outer = tables.last {
      table.base = outer.base + (outer.cell?.column ?? 0)
      table.joinsRow = outer.cell != nil && !outer.isCellWritten
    } else {
      isLineOpen = false
      draft.endBlock()
    }
    tables.append(table)
  }

  mutating func beginGroup(_ draft: inout Draft) {
    guard uncounted == 0, !tables.isEmpty else { return }
    endRow(&draft)
    tables[tables.count - 1].grid.endGroup()
  }

  mutating func beginRow(_ draft: inout Draft) {
    guard uncounted == 0 else { return draft.space() }
    // Rows that lost the beginning of their table are a table.
    if tables.isEmpty {
      beginTable(&draft)
      tables[0].isImplied = true
    }
    endRow(&draft)
    let last = tables.count - 1
    if last > 0, tables[last - 1].cell != nil {
      tables[last - 1].isCellWritten = true
      tables[last - 1].isInterrupted = true
    }
    tables[last].grid.beginRow()
    tables[last].inserted.beginRow()
    tables[last].isRowOpen = true
    tables[last].isCaption = false
    if tables[last].joinsRow {
      tables[last].joinsRow = false
    } else {
      for outer in 0..<last { tables[outer].inserted.insert() }
      beginDraftRow(&draft)
    }
  }

  private mutating func beginDraftRow(_ draft: inout Draft) {
    isLineOpen = false
    draft.beginRow()
    for place in tables.indices { tables[place].nested.forget(from: draft.cells.count) }
    if !tables.isEmpty { tables[tables.count - 1].freeColumn = 0 }
  }

  mutating func beginCell(_ event: MarkupEvents.Event, _ draft: inout Draft) {
    guard uncounted == 0 else { return draft.space() }
    if tables.last?.isRowOpen != true { beginRow(&draft) }
    endCell(&draft)
    let columns = span("colspan", event, limit: SpanGrid.widest)
    let rows = span("rowspan", event, limit: Int(UInt16.max))
    beginCell(columnSpan: columns, rowSpan: rows)
  }

  private mutating func beginCell(columnSpan: Int, rowSpan: Int) {
    let last = tables.count - 1
    tables[last].cell = tables[last].grid.place(columnSpan: columnSpan, rowSpan: rowSpan)
    tables[last].isCellWritten = false
    tables[last].isInterrupted = false
    tables[last].hasCells = true
  }

  /// A cell's span; 1 where it has none.
  private mutating func span(_ name: String, _ event: MarkupEvents.Event, limit: Int) -> Int {
    guard event.attributeCount > 0, let value = events.attribute(name, of: event) else { return 1 }
    let digits = value.utf8.drop { $0.isBlankASCII }.prefix { $0.isDigitASCII }
    let number = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), limit + 1) }
    if number < 1 || number > limit { tables[tables.count - 1].absurdSpans += 1 }
    return min(max(number, 1), limit)
  }

  /// Makes sure that the draft has the open cell; whether there is one.
  mutating func openCell(_ draft: inout Draft) -> Bool {
    guard let table = tables.last, !table.isCaption else { return false }
    if table.cell == nil {
      guard uncounted == 0 else { return false }
      // Characters between cells are a cell.
      if !table.isRowOpen { beginRow(&draft) }
      beginCell(columnSpan: 1, rowSpan: 1)
    }
    if table.isInterrupted {
      for place in tables.indices { tables[place].inserted.insert() }
      beginDraftRow(&draft)
      tables[tables.count - 1].isInterrupted = false
      tables[tables.count - 1].isCellWritten = false
    }
    writeCell(&draft)
    return true
  }

  private mutating func writeCell(_ draft: inout Draft) {
    guard let table = tables.last, let cell = table.cell, !table.isCellWritten else { return }
    if !draft.isRowOpen { beginDraftRow(&draft) }
    let column = max(cell.column, table.freeColumn)
    tables[tables.count - 1].freeColumn = column + cell.columnSpan
    draft.beginCell(
      column: table.base + column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
    tables[tables.count - 1].isCellWritten = true
    if cell.rowSpan > 1 {
      tables[tables.count - 1].inserted.add(draft.cells.count - 1, rowSpan: cell.rowSpan)
    }
  }

  mutating func endCell(_ draft: inout Draft) {
    guard uncounted == 0, !tables.isEmpty else { return draft.space() }
    writeCell(&draft)
    tables[tables.count - 1].cell = nil
  }

  mutating func endRow(_ draft: inout Draft) {
    guard uncounted == 0, tables.last?.isRowOpen == true else { return }
    endCell(&draft)
    tables[tables.count - 1].isInterrupted = false
    tables[tables.count - 1].isRowOpen = false
    tables[tables.count - 1].grid.endRow()
  }

  mutating func endTable(isPrinted: Bool, _ draft: inout Draft) {
    guard uncounted == 0 else {
      uncounted -= 1
      return draft.space()
    }
    guard !tables.isEmpty else { return }
    endRow(&draft)
    let table = tables.removeLast()
    table.inserted.widen(&draft)
    let width = table.nested.apply(to: &draft, base: table.base, width: table.grid.width)
    if let place = tables.last?.cell {
      tables[tables.count - 1].nested.add(
        table.nested, width: width, in: place, end: draft.cells.count)
    }
    for message in TableRemarks.messages(table, isClosed: isPrinted) { draft.remark(message) }
    if tables.isEmpty { draft.endBlock() }
  }
}
