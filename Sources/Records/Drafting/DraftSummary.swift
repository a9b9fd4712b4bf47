internal import TieoutModel

/// The summary table of a paper, found as the longest run of rows under a head outside of the forms.
struct DraftSummary {
  /// One column.
  struct Column {
    var label: Slice
    var key: String
    /// Where it is printed.
    var column: Int
    var content = DraftColumn()
    /// The value of each row.
    var cells: [DraftPaper.Cell?] = []
    /// Whether it stands under a head that spans several.
    var isUnderSpan = false
    /// That head, where another column's label is the same below another one.
    var parent: Slice?
    /// What the row of the grand total holds below it.
    var total: DraftPaper.Cell?
  }

  private(set) var columns: [Column] = []
  /// The rows with projects, by place in the paper.
  private(set) var rows: [Int] = []
  /// The labels of rows that are totals.
  private(set) var totalLabels: [String] = []
  /// Whether rows head others, counted in Han numerals where rows have digits.
  private(set) var hasSections = false
  /// The lines above the head.
  private(set) var lines: [Int] = []
  /// The labels over several columns.
  private(set) var spans: [String] = []
  /// The number of the first head row.
  private(set) var head = 0

  /// `nil` where no table looks like one.
  init?(_ paper: DraftPaper, _ forms: DraftForms) {
    var best: (head: Int, count: Int)?
    let heads = paper.rows.indices.lazy.filter { !forms.contains($0) && Self.isHead($0, paper) }
    // In a table of nothing but words every row looks like a head.
    for place in heads.prefix(Self.mostHeads) {
      let count = Self.entries(below: place, paper, forms).count
      if count > best?.count ?? 1 { best = (place, count) }
    }
    guard let best else { return nil }
    head = best.head
    readHead(paper)
    let sameHeads = paper.rows.indices.filter {
      !forms.contains($0) && paper.rows[$0].cells.map(\.key) == paper.rows[head].cells.map(\.key)
    }
    for place in sameHeads {
      for row in Self.entries(below: place, paper, forms) { take(row, paper) }
    }
    columns.removeAll { $0.content.filled == 0 && $0.key.isEmpty }
    var start = head
    while start > 0, paper.rows[start - 1].isLine, head - start < 5 { start -= 1 }
    lines = Array(start..<head)
  }

  private static let mostHeads = 100

  /// Whether a row heads columns: three words and more, and hardly a digit.
  static func isHead(_ place: Int, _ paper: DraftPaper) -> Bool {
    let row = paper.rows[place]
    return !row.isLine && row.cells.count >= 3
      && row.cells.allSatisfy {
        ($0.shape.isWords || $0.slice.isYear(in: paper.text)) && $0.slice.count <= 60
      }
      && row.cells.contains { !$0.slice.hasDigit(in: paper.text) }
  }

  /// The rows under a head that belong to its table.
  private static func entries(
    below head: Int, _ paper: DraftPaper, _ forms: DraftForms
  ) -> [Int] {
    var entries: [Int] = []
    for place in (head + 1)..<paper.rows.count {
      guard !paper.rows[place].isLine, !forms.contains(place),
        paper.rows[place].block == paper.rows[head].block
      else { break }
      if place > head, paper.rows[place].cells.contains(where: { $0.shape.quantity != nil }) {
        entries.append(place)
      }
    }
    return entries
  }

  /// Reads the head, and a second row of labels under labels that span several columns.
  private mutating func readHead(_ paper: DraftPaper) {
    for cell in paper.rows[head].cells {
      columns.append(Column(label: cell.slice, key: cell.key, column: cell.column))
    }
    guard head + 1 < paper.rows.count else { return }
    let next = paper.rows[head + 1]
    guard !next.isLine, next.cells.allSatisfy({ $0.shape.isWords }), next.cells.count >= 2,
      next.cells[0].column > 0
    else { return }
    var parent: Slice?
    for cell in next.cells {
      var column = Column(label: cell.slice, key: cell.key, column: cell.column)
      column.isUnderSpan = true
      let place = columns.firstIndex { $0.column == cell.column }
      if let place {
        parent = columns[place].label
        spans.append(paper.string(columns[place].label))
      }
      if next.cells.count(where: { $0.key == cell.key }) > 1 { column.parent = parent }
      if let place { columns[place] = column } else { columns.append(column) }
    }
    columns.sort { $0.column < $1.column }
  }

  /// Whether a row of the table has its number in digits.
  private func isCountedInDigits(_ paper: DraftPaper) -> Bool {
    ((head + 1)..<paper.rows.count).prefix(50).contains { place in
      guard let first = paper.rows[place].cells.first, !paper.rows[place].isLine else {
        return false
      }
      return first.column == columns[0].column && first.shape.quantity != nil
    }
  }

  private mutating func takeTotal(_ row: DraftPaper.Row) {
    for index in columns.indices where columns[index].total == nil {
      columns[index].total = row.cells.first {
        $0.column == columns[index].column && $0.shape.quantity != nil
      }
    }
  }

  private mutating func take(_ place: Int, _ paper: DraftPaper) {
    let row = paper.rows[place]
    if let first = row.cells.first(where: { $0.shape.isWords }),
      DraftWords.isOne(first.key, of: DraftWords.totalRows + DraftWords.subtotalRows)
    {
      let label = paper.string(first.slice)
      if !totalLabels.contains(label) { totalLabels.append(label) }
      if DraftWords.isOne(first.key, of: DraftWords.totalRows) { takeTotal(row) }
      return
    }
    // A row with words in its first cell and nothing else but a few figures heads a section.
    let wordCells = row.cells.count { $0.shape.quantity == nil }
    if wordCells == 1, row.cells[0].shape.isWords, row.cells[0].column == 0, columns.count > 4,
      row.cells.count * 3 <= columns.count * 2
    {
      return
    }
    if wordCells == 2, row.cells[0].column == columns[0].column,
      row.cells[0].slice.isHanCount(in: paper.text), isCountedInDigits(paper)
    {
      hasSections = true
      return
    }
    rows.append(place)
    for index in columns.indices {
      let cell = row.cells.first { $0.column == columns[index].column }
      columns[index].content.add(cell, paper)
      columns[index].cells.append(cell)
    }
  }
}
