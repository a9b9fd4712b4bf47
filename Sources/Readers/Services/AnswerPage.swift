internal import TieoutMarkup
internal import TieoutModel

/// One page as a service answers it: tables whose cells it names, and its texts in reading order.
///
/// Services tell what stands in a table a second time, as lines or paragraphs. These say where the
/// table belongs among the other texts, and are not written.
struct AnswerPage {
  /// A line or a paragraph.
  struct Text {
    var characters: DecodedText
    var mark: SourceFile.Mark
    /// Whether it is one printed line, whose place says what it belongs to; a paragraph is whole.
    var isLine = true
    /// The table of the page in which it is printed; `nil` where it is in none.
    var table: Int?
  }

  /// A table.
  struct Table {
    var cells: [TableCells.Cell]
    /// Where it stands; what its cells cover, where the service does not say.
    var box: Box?

    init(_ cells: [TableCells.Cell], box: Box? = nil) {
      self.cells = cells
      let boxes = cells.compactMap(\.mark.box)
      self.box = box ?? boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    }
  }

  /// Its number, counted from 1.
  var number = 1
  var texts: [Text] = []
  var tables: [Table] = []

  /// Adds a table behind the texts that there are.
  mutating func add(_ cells: [TableCells.Cell]) {
    texts.append(
      Text(characters: DecodedText(), mark: SourceFile.Mark(), table: tables.count))
    tables.append(Table(cells))
  }

  /// No page has more tables than this: those behind take no texts by their place.
  private static let mostTables = 1000

  /// Finds the texts that stand in tables by their places.
  mutating func takeTextsOfTables() {
    let boxes = tables.prefix(Self.mostTables).map(\.box)
    for place in texts.indices where texts[place].table == nil {
      guard let middle = texts[place].mark.box?.middle else { continue }
      texts[place].table = boxes.firstIndex { $0?.holds(middle) == true }
    }
  }

  /// What stands on the page.
  enum Part {
    case text(Text)
    case table(Table)
  }

  /// What is to be written, in order: a table stands where the first of its texts does, or above the
  /// first text that stands lower than it.
  var parts: [Part] {
    var places = Array(repeating: texts.count, count: tables.count)
    for (place, text) in texts.enumerated().reversed() {
      if let table = text.table, places.indices.contains(table) { places[table] = place }
    }
    var lowest = Int32.min
    let reach = texts.map { text in
      lowest = max(lowest, text.mark.box?.middle.y ?? .min)
      return lowest
    }
    for (table, place) in places.enumerated() where place == texts.count {
      guard let top = tables[table].box?.top else { continue }
      places[table] = reach.partitionPoint { $0 < top }
    }
    var parts: [Part] = []
    var next = 0
    for table in tables.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
      parts += texts[next..<places[table]].filter { $0.table == nil }.map(Part.text)
      parts.append(.table(tables[table]))
      next = places[table]
    }
    return parts + texts[next...].filter { $0.table == nil }.map(Part.text)
  }
}

extension LayoutWriter {
  /// Writes the pages of one answer; where they count from 1 again, they follow those before them.
  mutating func write(_ pages: [AnswerPage]) {
    let before = lastPage
    let isNew = pages.first.map { $0.number > before } ?? true
    for var page in pages {
      page.number = Draft.bounded(page.number + (isNew ? 0 : before))
      write(page)
    }
  }

  /// Writes a page: its tables, its paragraphs, and between them its lines as their places have them.
  private mutating func write(_ page: AnswerPage) {
    self.page(page.number - 1)
    var lines: [AnswerPage.Text] = []
    for part in page.parts {
      if case .text(let text) = part, text.isLine {
        lines.append(text)
        continue
      }
      layOut(&lines, page.number)
      switch part {
      case .text(let text): line(text.characters, text.mark)
      case .table(let table): self.table(TableCells(table.cells))
      }
    }
    layOut(&lines, page.number)
  }

  /// Writes lines that follow each other: a table that the service took for none is found in them.
  private mutating func layOut(_ lines: inout [AnswerPage.Text], _ number: Int) {
    defer { lines = [] }
    guard lines.allSatisfy({ $0.mark.box != nil }) else {
      for text in lines { line(text.characters, text.mark) }
      return
    }
    var page = WordPage(number: number)
    var text = DecodedText()
    for (place, line) in lines.enumerated()
    where !line.characters.bytes.allSatisfy(\.isBlankASCII) {
      let start = text.bytes.count
      text.append(line.characters)
      page.words.append(
        WordPage.Word(text: start..<text.bytes.count, line: place + 1, mark: line.mark))
    }
    if !page.words.isEmpty { layOut(page, SourceText(text)) }
  }
}

extension Box {
  fileprivate var middle: (x: Int32, y: Int32) {
    (left &+ width / 2, top &+ height / 2)
  }

  fileprivate func holds(_ point: (x: Int32, y: Int32)) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }
}
