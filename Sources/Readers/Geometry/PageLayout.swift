internal import TieoutMarkup
internal import TieoutModel

/// Makes tables and prose of the words of a page, and adds them to a draft.
struct PageLayout {
  private let page: WordPage
  private let text: SourceText
  private let straight: StraightPage
  private let levels: Levels

  private init(_ page: WordPage, _ text: SourceText) {
    self.page = page
    self.text = text
    straight = StraightPage(page, text.bytes)
    levels = Levels(
      SegmentMaker.segments(page, straight, text.bytes), em: straight.em)
  }

  /// Adds a page.
  static func add(_ page: WordPage, _ text: SourceText, to draft: inout Draft) {
    draft.beginPage(page.number)
    var words = page.words[...]
    while let first = words.first {
      // Words of cells that the file names are a table as they stand.
      let part = words.prefix { $0.cell?.table == first.cell?.table }
      words = words.dropFirst(part.count)
      if first.cell == nil {
        let rest = WordPage(number: page.number, words: Array(part), rules: page.rules)
        PageLayout(rest, text).add(to: &draft)
      } else {
        add(Array(part), text, to: &draft)
      }
    }
    draft.mark(nil)
  }

  /// More columns or rows than any table has: beyond, a number is damage.
  private static let limit = 10_000

  /// Adds the words of a table whose cells are named.
  private static func add(
    _ words: [WordPage.Word], _ text: SourceText, to draft: inout Draft
  ) {
    func bounded(_ number: Int, from least: Int) -> Int { min(max(number, least), limit) }
    let order = words.indices.sorted { left, right in
      guard let a = words[left].cell, let b = words[right].cell else { return left < right }
      return (a.row, a.column, left) < (b.row, b.column, right)
    }
    draft.beginTable()
    var last: WordPage.Cell?
    var before: Int?
    for place in order {
      guard let cell = words[place].cell else { continue }
      if cell.row != last?.row { draft.beginRow(isMeasured: true) }
      if cell.row != last?.row || cell.column != last?.column {
        draft.beginCell(
          column: bounded(cell.column, from: 0), columnSpan: bounded(cell.columnSpan, from: 1),
          rowSpan: bounded(cell.rowSpan, from: 1))
        before = nil
      }
      if let before, needsSpace(words[before], words[place], text) { draft.space() }
      draft.mark(words[place].mark)
      draft.append(text, words[place].text)
      last = cell
      before = place
    }
    draft.endBlock()
  }

  private func add(to draft: inout Draft) {
    for zone in Zones(levels, straight.sheet).zones {
      if isTable(zone) {
        addTable(zone, &draft)
      } else {
        for level in zone.levels { addLine(levels.levels[level], &draft) }
      }
    }
    draft.endBlock()
  }

  /// Whether a line between columns parts texts on two levels, or a single level has many texts.
  private func isTable(_ zone: Zones.Zone) -> Bool {
    guard !zone.corridors.places.isEmpty else { return false }
    if zone.levels.count == 1 { return zone.corridors.places.count >= 2 }
    return zone.levels.count { levels.levels[$0].count > 1 } > 1
  }

  private func addTable(_ zone: Zones.Zone, _ draft: inout Draft) {
    var levels = Array(self.levels.levels[zone.levels])
    var grid = PageTable(
      levels, Array(self.levels.middles[zone.levels]), zone.corridors.places, straight.sheet)
    let strays = StrayMarks(em: straight.em).find(in: grid)
    if !strays.isEmpty {
      for place in levels.indices {
        levels[place].removeAll { $0.words.allSatisfy(strays.contains) }
      }
      let corridors = Corridors(levels[...], Array(self.levels.middles[zone.levels])[...], straight.sheet)
      grid = PageTable(
        levels, Array(self.levels.middles[zone.levels]), corridors.places, straight.sheet)
    }
    let body = grid.body
    var covered = Array(repeating: 0, count: grid.columns)
    for (place, row) in grid.cells.enumerated() {
      if !body.contains(place) || grid.isLine(place) && covered.allSatisfy({ $0 <= place }) {
        for level in grid.rows[place] { addLine(levels[level], &draft) }
        continue
      }
      draft.beginRow(isMeasured: true)
      var cells = row[...]
      var column = 0
      while column < grid.columns {
        if let cell = cells.first, cell.columns.lowerBound <= column {
          draft.beginCell(column: column, columnSpan: cell.columns.count, rowSpan: cell.rowSpan)
          addLines(cell.lines, &draft)
          for place in cell.columns { covered[place] = cell.row + cell.rowSpan }
          column = max(cell.columns.upperBound, column + 1)
          cells.removeFirst()
        } else {
          if covered[column] <= place { draft.beginCell(column: column) }
          column += 1
        }
      }
    }
    // What stands in the table and not of it goes behind it, so that nothing is lost.
    for place in strays.sorted() {
      draft.beginLine()
      addWords([place], &draft)
    }
    draft.endBlock()
  }

  private func addLine(_ line: [Segment], _ draft: inout Draft) {
    draft.beginLine()
    for (place, segment) in line.enumerated() {
      if place > 0 { draft.gap() }
      addLines([[segment]], &draft)
    }
    draft.endRow()
  }

  private func addLines(_ lines: [[Segment]], _ draft: inout Draft) {
    addWords(lines.joined().flatMap(\.words), &draft)
  }

  private func addWords(_ words: [Int], _ draft: inout Draft) {
    var last: Int?
    for place in words {
      if let last, Self.needsSpace(page.words[last], page.words[place], text) { draft.space() }
      last = place
      draft.mark(page.words[place].mark)
      draft.append(text, page.words[place].text)
    }
  }

  /// Whether a space parts two words: Latin ones, but not those of Han characters.
  private static func needsSpace(
    _ left: WordPage.Word, _ right: WordPage.Word, _ text: SourceText
  ) -> Bool {
    guard let before = text.bytes[left.text].last, let after = text.bytes[right.text].first else {
      return false
    }
    return before < 0x80 && after < 0x80
  }
}
