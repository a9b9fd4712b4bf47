internal import TieoutModel

/// The cells of a LaTeX table, row by row, before their places are known.
struct LatexGrid {
  struct Cell {
    /// The pieces of its text; an empty one parts those beside it.
    var parts: [Range<Int>] = []
    var columnSpan = 1
    var rowSpan = 1
  }

  private var rows: [[Cell]] = [[Cell()]]
  /// Whether its cells are formulas.
  let isArray: Bool

  init(isArray: Bool) { self.isArray = isArray }

  /// The cell that is being read.
  var cell: Cell {
    get { rows[rows.count - 1][rows[rows.count - 1].count - 1] }
    set { rows[rows.count - 1][rows[rows.count - 1].count - 1] = newValue }
  }

  mutating func add(_ part: Range<Int>) {
    rows[rows.count - 1][rows[rows.count - 1].count - 1].parts.append(part)
  }

  mutating func endCell() { rows[rows.count - 1].append(Cell()) }

  mutating func endRow() { rows.append([Cell()]) }

  /// Hands the rows over.
  func draft(_ text: SourceText, into draft: inout Draft) {
    let columns = rows.map { row in
      row.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.columnSpan) }
    }
    var covered = rows.map { [Bool](repeating: false, count: $0.count) }
    draft.beginTable()
    for (row, cells) in rows.enumerated() where !(cells.count == 1 && isBlank(cells[0], text)) {
      draft.beginRow()
      for (place, cell) in cells.enumerated() where !covered[row][place] {
        let column = columns[row][place]
        let span = rowSpan(of: cell, row, column, columns, text, &covered)
        draft.beginCell(column: column, columnSpan: cell.columnSpan, rowSpan: span)
        write(cell, text, &draft)
      }
    }
    draft.endBlock()
  }

  private func isBlank(_ cell: Cell, _ text: SourceText) -> Bool {
    cell.parts.allSatisfy { text.bytes[$0].allSatisfy(\.isBlankASCII) }
  }

  /// The rows that a cell spans: as many as it says, while those below have nothing in its place.
  private func rowSpan(
    of cell: Cell, _ row: Int, _ column: Int, _ columns: [[Int]], _ text: SourceText,
    _ covered: inout [[Bool]]
  ) -> Int {
    var span = 1
    while span < cell.rowSpan, row + span < rows.count {
      let below = row + span
      let first = columns[below].partitionPoint { $0 < column }
      let places = first..<columns[below].partitionPoint { $0 < column + cell.columnSpan }
      guard !places.isEmpty, places.upperBound <= rows[below].count,
        rows[below].count > places.count,
        places.allSatisfy({ !covered[below][$0] && isBlank(rows[below][$0], text) })
      else { break }
      for place in places { covered[below][place] = true }
      span += 1
    }
    return span
  }

  private func write(_ cell: Cell, _ text: SourceText, _ draft: inout Draft) {
    let parts = cell.parts.filter { part in
      !text.bytes[part].allSatisfy(\.isBlankASCII) || part.isEmpty
    }
    let inline = MarkdownInline(text)
    let isFormula =
      isArray
      && LatexFormula.needsSigns(parts.flatMap { text.bytes[$0] }.trimmed[...])
    if isFormula, let first = parts.first { sign(first.lowerBound, text, &draft) }
    for part in parts {
      if part.isEmpty { draft.space() } else { inline.append(part, to: &draft) }
    }
    if isFormula, let last = parts.last { sign(last.upperBound, text, &draft) }
  }

  private func sign(_ place: Int, _ text: SourceText, _ draft: inout Draft) {
    draft.append(decoded: [0x24], of: text, max(0, place - 1)..<place)
  }
}

extension [UInt8] {
  /// The bytes without white space at the edges.
  fileprivate var trimmed: [UInt8] {
    guard let first = firstIndex(where: { !$0.isBlankASCII }),
      let last = lastIndex(where: { !$0.isBlankASCII })
    else { return [] }
    return Array(self[first...last])
  }
}
