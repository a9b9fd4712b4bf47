internal import TieoutModel

/// A table whose cells the file names, instead of one that is found by its places.
enum NamedTable {
  /// More columns or rows than any table has: beyond, a number is damage.
  private static let limit = 10_000

  /// Adds the words of its cells, row by row.
  static func add(_ words: Range<Int>, _ writer: WordWriter, to draft: inout Draft) {
    let cells = words.compactMap { place in
      writer.page.words[place].cell.map { (cell: $0, word: place) }
    }.sorted { ($0.cell.row, $0.cell.column, $0.word) < ($1.cell.row, $1.cell.column, $1.word) }
    draft.beginTable()
    var last: (cell: WordPage.Cell, word: Int)?
    for (cell, word) in cells {
      if cell.row != last?.cell.row { draft.beginRow(isMeasured: true) }
      let isNew = cell.row != last?.cell.row || cell.column != last?.cell.column
      if isNew {
        draft.beginCell(
          column: bounded(cell.column, from: 0), columnSpan: bounded(cell.columnSpan, from: 1),
          rowSpan: bounded(cell.rowSpan, from: 1))
      }
      writer.add([word], after: isNew ? nil : last?.word, to: &draft)
      last = (cell, word)
    }
    draft.endBlock()
  }

  /// Whether a cell's place or span cannot be meant.
  static func isAbsurd(_ cell: WordPage.Cell) -> Bool {
    cell.row < 0 || bounded(cell.column, from: 0) != cell.column
      || bounded(cell.rowSpan, from: 1) != cell.rowSpan
      || bounded(cell.columnSpan, from: 1) != cell.columnSpan
  }

  private static func bounded(_ number: Int, from least: Int) -> Int {
    min(max(number, least), limit)
  }
}
