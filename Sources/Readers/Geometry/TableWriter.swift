/// Hands a rebuilt table over to a draft: its rows, and as lines what is no row of it.
struct TableWriter {
  let table: PageTable
  /// The texts of its levels.
  let texts: [[Segment]]
  let em: Double
  let writer: WordWriter

  func add(to draft: inout Draft) {
    // Captions, notes and headings, until the next row of the table.
    var lines: [[Segment]] = []
    var covered = Array(repeating: 0, count: table.columns)
    for (place, isRow) in areRows.enumerated() {
      guard isRow || covered.contains(where: { $0 > place }) else {
        lines += table.rows[place].map { texts[$0] }
        continue
      }
      writer.addLines(lines, em: em, to: &draft)
      lines.removeAll()
      addRow(place, &covered, to: &draft)
    }
    writer.addLines(lines, em: em, to: &draft)
    draft.endBlock()
  }

  /// Which rows are rows of a table: in the table's body, no line over all of it, and with others.
  private var areRows: [Bool] {
    let body = table.body
    var areRows = table.cells.indices.map { body.contains($0) && !table.isLine($0) }
    var start = 0
    while start < areRows.count {
      var end = start
      while end < areRows.count, areRows[end] { end += 1 }
      // Gaps in two lines of prose make no table.
      let rows = table.cells[start..<end]
      if rows.count(where: { $0.count > 1 }) < 3, !rows.contains(where: { $0.count > 2 }) {
        for place in start..<end { areRows[place] = false }
      }
      start = end + 1
    }
    return areRows
  }

  private func addRow(_ place: Int, _ covered: inout [Int], to draft: inout Draft) {
    draft.beginRow(isMeasured: true)
    var cells = table.cells[place][...]
    var column = 0
    while column < table.columns || !cells.isEmpty {
      if let cell = cells.first, cell.columns.lowerBound <= column {
        draft.beginCell(column: column, columnSpan: cell.columns.count, rowSpan: cell.rowSpan)
        writer.add(words(cell), to: &draft)
        for place in cell.columns { covered[place] = cell.row + cell.rowSpan }
        column = max(cell.columns.upperBound, column + 1)
        cells.removeFirst()
      } else {
        if covered[column] <= place { draft.beginCell(column: column) }
        column += 1
      }
    }
  }

  /// The words of a cell, bars last: what a rule was read as beside its first line is none of its text.
  private func words(_ cell: PageTable.Cell) -> [Int] {
    let words = cell.lines.joined().flatMap(\.words)
    guard cell.lines.count > 1 else { return words }
    let isBar = words.map { Bar.holds(writer.text.bytes[writer.page.words[$0].text]) }
    guard isBar.dropLast().contains(true) else { return words }
    return zip(words, isBar).filter { !$1 }.map(\.0) + zip(words, isBar).filter { $1 }.map(\.0)
  }
}
