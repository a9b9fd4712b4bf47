internal import TieoutMarkup
internal import TieoutModel

/// Reads the XML of ABBYY FineReader, schemas 6 to 10: pages, blocks, lines, characters with boxes.
///
/// A table block is a table as it stands; all other text is laid out by its places. Characters are
/// put together to words at blanks and gaps; where a file tells none, a line is one word. What the
/// engine weighed and dropped (variants of words and characters) is no text.
enum ABBYYReader: Reader {
  static let format = "abbyy"
  static let summary = Message(
    zh: "ABBYY FineReader 的 XML：表格按单元格，其余由字符位置重建",
    en: "ABBYY FineReader’s XML: tables by their cells, all else by the characters’ places")

  /// How far into a file its schema is named.
  private static let sample = 1 << 12

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard XMLRoot.name(bytes) == "document",
      bytes.prefix(sample).firstRange(of: "FineReader_xml".utf8) != nil
    else { return nil }
    return "XML in a schema of ABBYY FineReader"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let events = MarkupEvents(xml: bytes)
    var walk = ABBYYWalk(events)
    walk.run()
    for remark in events.remarks() { walk.pages.remark(remark.message, at: remark.offset) }
    try walk.pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}

/// One way through the elements of a file.
private struct ABBYYWalk {
  /// The sign by which a line ends within a word.
  private static let softHyphen = "¬".utf8

  private let events: MarkupEvents
  private var isWordOpen = false
  /// The box of the line, for what has none of its own.
  private var line: Box?
  /// The character that is open: its box and how sure the engine is of it.
  private var character: SourceFile.Mark?
  private var lastCharacter: Box?
  /// Where a sign stands that parts a word, if the line ends here.
  private var hyphen: Range<Int>?
  private var isInFormatting = false
  /// Whether the line is told character by character; all else in it is the file's own white space.
  private var isSpelt = false
  /// The number of elements around that hold variants.
  private var variants = 0
  private var tables = 0
  private var grid = SpanGrid()
  private var cell: WordPage.Cell?
  private var separatorStart: (x: Double, y: Double)?
  private var absurdCells = 0
  private var absurdPlace: Int?
  var pages = WordPages()

  init(_ events: MarkupEvents) { self.events = events }

  mutating func run() {
    for event in events.events {
      switch event.kind {
      case .start: start(event, events.name(event))
      case .end: end(events.name(event))
      case .text: append(events.bytes[event.range], event)
      case .reference: append(events.referenced(event), event)
      }
    }
    endLine()
    if absurdCells > 0 { pages.remark(TableRemarks.absurd(absurdCells), at: absurdPlace) }
  }

  // MARK: Elements

  private mutating func start(_ event: MarkupEvents.Event, _ name: String) {
    switch name {
    case "page":
      endLine()
      pages.beginPage(box: Box(0, 0, number("width", event), number("height", event)))
    case "block":
      endLine()
      cell = nil
      pages.beginBlock()
      if events.attribute("blockType", of: event) == "Table" {
        tables += 1
        grid = SpanGrid()
      }
    case "row": grid.beginRow()
    case "cell": beginCell(event)
    case "par": endLine()
    case "line":
      endLine()
      line = box(event)
    case "formatting": isInFormatting = true
    case "charParams" where variants == 0:
      isSpelt = true
      character = SourceFile.Mark(
        element: "", box: box(event),
        confidence: number("charConfidence", event).flatMap(Self.hundredths))
    case "wordRecVariants", "charRecVariants": variants += 1
    case "start":
      if let x = number("x", event), let y = number("y", event) { separatorStart = (x, y) }
    case "end":
      if let start = separatorStart, let x = number("x", event), let y = number("y", event),
        let rule = Box(min(start.x, x), min(start.y, y), max(start.x, x), max(start.y, y))
      {
        pages.addRule(rule)
      }
      separatorStart = nil
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "line", "par", "text": endLine()
    case "formatting": isInFormatting = false
    case "charParams": if variants == 0 { character = nil }
    case "wordRecVariants", "charRecVariants": variants = max(0, variants - 1)
    case "cell":
      endLine()
      cell = nil
    case "row": grid.endRow()
    case "block":
      endLine()
      cell = nil
    default: break
    }
  }

  private mutating func beginCell(_ event: MarkupEvents.Event) {
    endLine()
    func span(_ name: String) -> Int {
      max(1, events.attribute(name, of: event).flatMap { Int($0) } ?? 1)
    }
    let stated = WordPage.Cell(
      table: tables, row: max(grid.row, 0), column: 0, rowSpan: span("rowSpan"),
      columnSpan: span("colSpan"))
    if NamedTable.isAbsurd(stated) {
      absurdCells += 1
      absurdPlace = absurdPlace ?? event.range.lowerBound
    }
    if grid.row < 0 { grid.beginRow() }
    let place = grid.place(
      columnSpan: stated.columnSpan, rowSpan: min(stated.rowSpan, SpanGrid.widest))
    cell = WordPage.Cell(
      table: tables, row: grid.row, column: place.column, rowSpan: place.rowSpan,
      columnSpan: place.columnSpan)
  }

  // MARK: Characters

  private mutating func append(_ characters: ArraySlice<UInt8>, _ event: MarkupEvents.Event) {
    guard variants == 0, isInFormatting else { return }
    guard let mark = character else {
      if !isSpelt { appendPlain(characters, event) }
      return
    }
    if characters.allSatisfy(\.isBlankASCII) || characters.elementsEqual("\u{A0}".utf8) {
      return endWord()
    }
    if let box = mark.box, let last = lastCharacter, isWordOpen {
      if box.left < last.left || box.left - last.right >= max(last.height, box.height) {
        endWord()
      } else {
        pages.widenWord(box, mark.confidence)
      }
    }
    if characters.elementsEqual(Self.softHyphen), isWordOpen {
      flushHyphen()
      hyphen = event.range
    } else {
      beginWord(mark)
      put(characters, event)
    }
    lastCharacter = mark.box ?? lastCharacter
  }

  /// Adds what stands in a line without elements of characters.
  private mutating func appendPlain(_ characters: ArraySlice<UInt8>, _ event: MarkupEvents.Event) {
    if !isWordOpen, characters.allSatisfy(\.isBlankASCII) { return }
    beginWord(SourceFile.Mark(element: "", box: line))
    let isParted = characters.reversed().starts(with: Self.softHyphen.reversed())
    if isParted, event.kind == .text {
      let whole = event.range.lowerBound..<event.range.upperBound - Self.softHyphen.count
      pages.append(events.bytes, whole)
      hyphen = whole.upperBound..<event.range.upperBound
    } else {
      put(characters, event)
    }
  }

  private mutating func put(_ characters: ArraySlice<UInt8>, _ event: MarkupEvents.Event) {
    flushHyphen()
    if event.kind == .text {
      pages.append(events.bytes, event.range)
    } else {
      pages.append(characters, of: event.range)
    }
  }

  private mutating func beginWord(_ mark: SourceFile.Mark) {
    if !isWordOpen { pages.beginWord(mark, cell: cell) }
    isWordOpen = true
  }

  /// Adds a sign that seemed to part the word and stands in the middle of a line.
  private mutating func flushHyphen() {
    if let hyphen { pages.append(events.bytes, hyphen) }
    hyphen = nil
  }

  private mutating func endWord() {
    guard isWordOpen else { return }
    flushHyphen()
    pages.endWord()
    isWordOpen = false
    lastCharacter = nil
  }

  private mutating func endLine() {
    let isBroken = isWordOpen && hyphen != nil
    hyphen = nil
    let isWord = isWordOpen && pages.endWord()
    if isWord, isBroken { pages.breakWord() }
    isWordOpen = false
    lastCharacter = nil
    isSpelt = false
    line = nil
    pages.beginLine()
  }

  // MARK: Attributes

  private func number(_ name: String, _ event: MarkupEvents.Event) -> Double? {
    events.attribute(name, of: event).flatMap { Double($0) }
  }

  private func box(_ event: MarkupEvents.Event) -> Box? {
    Box(number("l", event), number("t", event), number("r", event), number("b", event))
  }

  /// A confidence of 0 to 100; anything else says that there is none.
  private static func hundredths(_ value: Double) -> UInt8? {
    value >= 0 && value <= 100 ? UInt8(value) : nil
  }
}
