internal import TieoutMarkup
internal import TieoutModel

/// The pages of one answer of Azure Document Intelligence.
struct AzureResult {
  private let tree: JSONTree
  /// The pages by their numbers.
  private var found: [Int: AnswerPage] = [:]
  /// How many units of a box one unit of a page is: inches are told in thousandths.
  private var scales: [Int: Double] = [:]
  private var usualScale = 1000.0
  /// The characters that stand in tables, each with its table's place on its page.
  private var spans: TableSpans
  private var words = ScoredSpans([])
  /// For each page the first characters of its tables: they say where a table belongs.
  private var anchors: [Int: [Placed]] = [:]
  /// The characters of the whole paper, where nothing else is told.
  private(set) var content: (place: Int, pointer: String)?

  /// A text and the offset that it begins at; what tells none follows what it stands behind.
  private typealias Placed = (start: Int, text: AnswerPage.Text)

  /// No paper has more characters.
  private static let longest = 1 << 32

  /// The pages in order.
  var pages: [AnswerPage] { found.sorted { $0.key < $1.key }.map(\.value) }

  /// Reads what a place in a tree holds.
  init(_ result: Int, _ pointer: String, _ tree: JSONTree) {
    self.tree = tree
    spans = TableSpans([])
    let pages = ["pages", "readResults"].flatMap { tree.listed($0, of: (result, pointer)) }
    var sure: [(start: Int, sure: UInt8)] = []
    for (index, page) in pages.enumerated() {
      let number = number(of: page.place) ?? index + 1
      self[page: number].number = number
      scales[number] = scale(of: page.place)
      if index == 0 { usualScale = scale(of: page.place) }
      for word in tree.list("words", of: page.place) {
        guard let range = ranges(of: word).first,
          let share = confidence(of: word)
        else { continue }
        sure.append((range.lowerBound, share))
      }
    }
    words = ScoredSpans(sure)
    addTables(result, pointer)
    let paragraphs = paragraphs(result, pointer)
    for (index, page) in pages.enumerated() {
      let number = number(of: page.place) ?? index + 1
      let own = paragraphs[number] ?? []
      let hasTables = found[number]?.tables.isEmpty == false
      let lines = hasTables && !own.isEmpty ? [] : lines(of: page, number)
      let texts = inOrder(lines.isEmpty ? own : lines, number)
      self[page: number].texts += texts
    }
    // Pages that are told by nothing else.
    for (number, own) in paragraphs where scales[number] == nil {
      let texts = inOrder(own, number)
      self[page: number].texts += texts
    }
    for number in found.keys where spans.isEmpty { found[number]?.takeTextsOfTables() }
    if found.values.allSatisfy({ $0.texts.isEmpty && $0.tables.isEmpty }),
      let place = tree.member("content", of: result)
    {
      content = (place, pointer + "/content")
    }
  }

  // MARK: Tables

  private mutating func addTables(_ result: Int, _ pointer: String) {
    var own: [(range: Range<Int>, table: Int)] = []
    for table in tree.listed("tables", of: (result, pointer)) { add(table, nil, &own) }
    for (index, page) in tree.listed("pageResults", of: (result, pointer)).enumerated() {
      let number = number(of: page.place) ?? index + 1
      for table in tree.listed("tables", of: page) { add(table, number, &own) }
    }
    spans = TableSpans(own)
  }

  private static let names = CellNames(
    row: "rowIndex", column: "columnIndex", rowExtent: "rowSpan", columnExtent: "columnSpan",
    extent: .count)

  /// Adds a table to its page; one that goes on over pages is one table on each.
  private mutating func add(
    _ table: (place: Int, pointer: String), _ number: Int?,
    _ own: inout [(range: Range<Int>, table: Int)]
  ) {
    var last = number ?? region(of: table.place).page ?? 1
    var parts: [Int: [TableCells.Cell]] = [:]
    for cell in tree.listed("cells", of: table) {
      guard let text = text(of: cell) else { continue }
      let region = region(of: cell.place)
      last = number ?? region.page ?? last
      let ranges = ranges(of: cell.place)
      let mark = SourceFile.Mark(
        element: text.pointer, box: region.box ?? outline(cell.place, last),
        confidence: words.least(in: ranges))
      parts[last, default: []].append(
        Self.names.cell(cell.place, tree, text: text.characters, mark: mark))
      own += ranges.map { ($0, self[page: last].tables.count) }
      if parts[last]?.count == 1, let start = ranges.first?.lowerBound {
        let text = AnswerPage.Text(
          characters: DecodedText(), mark: SourceFile.Mark(), table: self[page: last].tables.count)
        anchors[last, default: []].append((start, text))
      }
    }
    let box = parts.count == 1 ? outline(table.place, last) : nil
    for (number, cells) in parts {
      self[page: number].tables.append(AnswerPage.Table(cells, box: box))
    }
  }

  // MARK: Texts

  /// The paragraphs by the numbers of their pages.
  private func paragraphs(_ result: Int, _ pointer: String) -> [Int: [Placed]] {
    var paragraphs: [Int: [Placed]] = [:]
    var last = 1
    var start = 0
    for paragraph in tree.listed("paragraphs", of: (result, pointer)) {
      guard let text = text(of: paragraph) else { continue }
      let region = region(of: paragraph.place)
      last = region.page ?? last
      let ranges = ranges(of: paragraph.place)
      start = ranges.first?.lowerBound ?? start
      let placed = AnswerPage.Text(
        characters: text.characters,
        mark: SourceFile.Mark(
          element: text.pointer, box: region.box, confidence: words.least(in: ranges)),
        isLine: false, table: spans.table(holding: ranges))
      paragraphs[last, default: []].append((start, placed))
    }
    return paragraphs
  }

  /// The lines of a page, and the boxes to tick that none of them holds.
  private func lines(of page: (place: Int, pointer: String), _ number: Int) -> [Placed] {
    var taken: [(range: Range<Int>, table: Int)] = []
    var lines: [Placed] = []
    func add(
      _ place: Int, _ characters: DecodedText, _ element: String, _ ranges: [Range<Int>],
      _ sure: UInt8?
    ) {
      let mark = SourceFile.Mark(
        element: element, box: outline(place, number), confidence: sure)
      let text = AnswerPage.Text(
        characters: characters, mark: mark, table: spans.table(holding: ranges))
      lines.append((ranges.first?.lowerBound ?? lines.last?.start ?? 0, text))
    }
    for line in tree.listed("lines", of: page) {
      guard let text = text(of: line) else { continue }
      let ranges = ranges(of: line.place)
      taken += ranges.map { ($0, 0) }
      let sure = tree.list("words", of: line.place).compactMap { confidence(of: $0) }.min()
      add(
        line.place, text.characters, text.pointer, ranges, sure ?? words.least(in: ranges))
    }
    let ofLines = TableSpans(taken)
    for mark in tree.listed("selectionMarks", of: page) {
      let ranges = ranges(of: mark.place)
      guard ofLines.table(holding: ranges) == nil, let state = tree.member("state", of: mark.place),
        let tick = DecodedText(
          tick: tree.string(state), at: tree.nodes[state].range, selected: "selected",
          unselected: "unselected")
      else { continue }
      add(mark.place, tick, mark.pointer + "/state", ranges, confidence(of: mark.place))
    }
    return lines
  }

  /// The texts of a page in the order of their characters, with what says where its tables belong.
  private func inOrder(_ texts: [Placed], _ number: Int) -> [AnswerPage.Text] {
    ((anchors[number] ?? []) + texts).enumerated()
      .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element.text)
  }

  // MARK: Members

  private func text(
    of item: (place: Int, pointer: String)
  ) -> (characters: DecodedText, pointer: String)? {
    for name in ["content", "text"] {
      guard let place = tree.member(name, of: item.place), let text = tree.printed(place) else {
        continue
      }
      return (text.ticked(tree.bytes), "\(item.pointer)/\(name)")
    }
    return nil
  }

  private func confidence(of place: Int) -> UInt8? {
    tree.confidence(tree.member("confidence", of: place))
  }

  /// The number of a page.
  private func number(of place: Int) -> Int? {
    tree.integer(tree.field("pageNumber", of: place) ?? tree.member("page", of: place))
      .map(Draft.bounded)
  }

  /// The page of an element and its rectangle, as its first bounding region tells them.
  private func region(of place: Int) -> (page: Int?, box: Box?) {
    guard let region = tree.list("boundingRegions", of: place).first else { return (nil, nil) }
    let page = number(of: region)
    return (page, outline(region, page ?? 1))
  }

  private func outline(_ place: Int, _ number: Int) -> Box? {
    let scale = scales[number] ?? usualScale
    return tree.outline(
      tree.member("polygon", of: place) ?? tree.field("boundingBox", of: place),
      scale: (scale, scale))
  }

  private func scale(of page: Int) -> Double {
    tree.string(tree.member("unit", of: page)) == "pixel" ? 1 : 1000
  }

  /// The characters that an element holds, by their offsets in the content.
  private func ranges(of place: Int) -> [Range<Int>] {
    let spans = tree.list("spans", of: place)
    let all = spans.isEmpty ? tree.member("span", of: place).map { [$0] } ?? [] : spans
    return all.compactMap { span in
      guard let start = tree.integer(tree.member("offset", of: span)),
        let count = tree.integer(tree.member("length", of: span)),
        start >= 0, count > 0, start < Self.longest
      else { return nil }
      return start..<min(start + count, Self.longest)
    }
  }

  /// The page of a number, begun where it is new.
  private subscript(page number: Int) -> AnswerPage {
    get { found[number] ?? AnswerPage(number: number) }
    _modify { yield &found[number, default: AnswerPage(number: number)] }
  }
}
