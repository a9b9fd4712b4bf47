internal import TieoutMarkup
internal import TieoutModel

/// Reads PAGE XML, versions 2010 to 2024: regions, lines, words with outlines.
///
/// Cells that the file names, by roles or as Transkribus' `TableCell`, are a table as they stand; all
/// else is laid out by its places. Text is taken from the lowest level that has it, the glyphs of a
/// word as its spelling, so that nothing is read twice.
enum PAGEReader: Reader {
  static let format = "page"
  static let summary = Message(
    zh: "PAGE XML（2010 至 2024 版，含 Transkribus）：区域、行与词；表格按单元格标注，否则由位置重建",
    en: "PAGE XML, 2010 to 2024, Transkribus’ too: tables by their cells, else by places")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    XMLRoot.name(bytes) == "PcGts" ? "XML with the root element PcGts of PAGE" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let events = MarkupEvents(xml: bytes)
    var walk = PAGEWalk(events)
    walk.run()
    for remark in events.remarks() { walk.pages.remark(remark.message, at: remark.offset) }
    try walk.pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}

/// One way through the elements of a file.
private struct PAGEWalk {
  /// An element that can hold text: a region, a line, a word, a glyph.
  private struct Holder {
    var name: String
    var id: String
    var box: Box?
    /// The text that it names itself, the one of the lowest index.
    var text: [MarkupEvents.Event] = []
    var index = Int.max
    var confidence: UInt8?
    /// Whether something inside of it has been read.
    var isRead = false
    /// The cell that it is, or is in.
    var cell: WordPage.Cell?
    /// Its place in the reading order, or that of what it is in.
    var rank: Int?
    /// What the glyphs in it spell.
    var spelling: [MarkupEvents.Event] = []
    /// The number of the page's words before it.
    var firstWord = 0
    /// Whether its text, or one in it, is not what the texts in that spell.
    var isDisputed = false
  }

  /// One reading of an element.
  private struct Equivalent {
    var index: Int
    var confidence: UInt8?
    var text: [MarkupEvents.Event] = []
    /// The same in plain characters; it counts where there is no other.
    var plain: [MarkupEvents.Event] = []
  }

  private static let holders: Set<String> = ["TextLine", "Word", "Glyph", "TableCell"]

  private let events: MarkupEvents
  private var open: [Holder] = []
  /// The `TextEquiv` that is open: its index, its confidence, its characters.
  private var equivalent: Equivalent?
  private var isUnicode = false
  private var isPlain = false
  /// The cells whose place or span cannot be meant.
  private var absurdCells = 0
  private var absurdPlace: Int?
  /// The elements whose own text is not that of what is in them: how many, and the first of them.
  private var disputed: (count: Int, place: Int)?
  private var readingOrder = PAGEReadingOrder()
  /// The places of regions in the reading order that the page names, and of the page's words.
  private var order: [String: Int] = [:]
  private var ranks: [Int] = []
  private var tables = 0
  var pages = WordPages()

  init(_ events: MarkupEvents) { self.events = events }

  mutating func run() {
    for event in events.events {
      switch event.kind {
      case .start: start(event, events.name(event))
      case .end: end(events.name(event))
      case .text, .reference:
        if isUnicode { equivalent?.text.append(event) }
        if isPlain { equivalent?.plain.append(event) }
      }
    }
    while let last = open.last { end(last.name) }
    endPage()
    if let disputed { pages.remark(Self.disputed(disputed.count), at: disputed.place) }
    if absurdCells > 0 { pages.remark(TableRemarks.absurd(absurdCells), at: absurdPlace) }
  }

  private mutating func endPage() {
    if !order.isEmpty { pages.arrange(ranks) }
    ranks = []
    order = [:]
    readingOrder = PAGEReadingOrder()
  }

  private mutating func start(_ event: MarkupEvents.Event, _ name: String) {
    switch name {
    case "Page":
      endPage()
      func number(_ name: String) -> Double? {
        events.attribute(name, of: event).flatMap(Double.init)
      }
      pages.beginPage(
        image: events.attribute("imageFilename", of: event),
        box: Box(0, 0, number("imageWidth"), number("imageHeight")))
    case "RegionRefIndexed", "RegionRef", "OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup",
      "UnorderedGroupIndexed":
      readingOrder.add(
        events.attribute("regionRef", of: event),
        index: events.attribute("index", of: event).flatMap { Int($0) },
        isGroup: !name.hasPrefix("RegionRef"))
    case "TextEquiv":
      let index = events.attribute("index", of: event).flatMap { Int($0) } ?? 0
      let share = events.attribute("conf", of: event).flatMap { Double($0) }
      equivalent = Equivalent(index: index, confidence: share.flatMap { Self.hundredths($0) })
    case "Unicode": isUnicode = true
    case "PlainText": isPlain = true
    case "Coords": if let box = outline(event) { widen(box) }
    case "Point": if let box = point(event) { widen(box) }
    case "TableCellRole", "TableCell":
      if name == "TableCell" { begin(event, name) }
      setCell(event)
    default: if Self.holders.contains(name) || name.hasSuffix("Region") { begin(event, name) }
    }
  }

  private mutating func begin(_ event: MarkupEvents.Event, _ name: String) {
    var holder = Holder(name: name, id: events.attribute("id", of: event) ?? "")
    holder.firstWord = pages.wordCount
    holder.cell = open.last?.cell
    // What the order names counts for all that is in it.
    holder.rank = open.last?.rank ?? order[holder.id]
    open.append(holder)
    if name == "TableRegion" { tables += 1 }
    if name.hasSuffix("Region") { pages.beginBlock() }
    if name == "TextLine" || name == "TableCell" { pages.beginLine() }
  }

  private static func hundredths(_ share: Double) -> UInt8? {
    share >= 0 && share <= 1 ? UInt8(share * 100 + 0.5) : nil
  }

  // MARK: Places

  /// The box of an outline; Transkribus' `Points` of a table's cell are read like any other.
  private func outline(_ event: MarkupEvents.Event) -> Box? {
    guard let points = events.attribute("points", of: event) else { return nil }
    let numbers = points.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    let xs = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    return Box(xs.min(), ys.min(), xs.max(), ys.max())
  }

  /// A corner, as the oldest versions give them.
  private func point(_ event: MarkupEvents.Event) -> Box? {
    let x = events.attribute("x", of: event).flatMap { Double($0) }
    let y = events.attribute("y", of: event).flatMap { Double($0) }
    return Box(x, y, x, y)
  }

  private mutating func widen(_ box: Box) {
    guard let place = open.indices.last else { return }
    open[place].box = open[place].box?.union(box) ?? box
  }

  /// The row and the column that a role, or Transkribus' cell, names.
  private mutating func setCell(_ event: MarkupEvents.Event) {
    let events = self.events
    func number(_ names: String...) -> Int? {
      for name in names {
        if let value = events.attribute(name, of: event).flatMap({ Int($0) }) { return value }
      }
      return nil
    }
    guard let place = open.indices.last, let row = number("rowIndex", "row"),
      let column = number("columnIndex", "col")
    else { return }
    let cell = WordPage.Cell(
      table: tables, row: row, column: column, rowSpan: number("rowSpan") ?? 1,
      columnSpan: number("colSpan", "columnSpan") ?? 1)
    if NamedTable.isAbsurd(cell) {
      absurdCells += 1
      absurdPlace = absurdPlace ?? event.range.lowerBound
    }
    open[place].cell = cell
  }

  // MARK: Text

  private mutating func end(_ name: String) {
    switch name {
    case "Unicode": isUnicode = false
    case "PlainText": isPlain = false
    case "ReadingOrder": order = readingOrder.places
    case "OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed":
      readingOrder.end()
    case "TextEquiv":
      if let found = equivalent, let place = open.indices.last, found.index < open[place].index {
        open[place].index = found.index
        open[place].text = isBlank(found.text) ? found.plain : found.text
        open[place].confidence = found.confidence
      }
      equivalent = nil
    default:
      guard open.last?.name == name, var holder = open.popLast() else { return }
      if name == "SeparatorRegion", let box = holder.box { pages.addRule(box) }
      if name == "Glyph" {
        // Glyphs spell what their word says, where it says nothing itself.
        if let place = open.indices.last { open[place].spelling += holder.text }
        return
      }
      if isBlank(holder.text), !holder.isRead { holder.text = holder.spelling }
      if holder.isRead { compare(&holder) }
      if !isBlank(holder.text), isFuller(holder) {
        pages.removeWords(from: holder.firstWord)
        ranks.removeLast(max(0, ranks.count - holder.firstWord))
        add(&holder)
      }
      if let place = open.indices.last {
        if holder.isRead { open[place].isRead = true }
        if holder.isDisputed { open[place].isDisputed = true }
      }
      if name.hasSuffix("Region") || name == "TableCell" { pages.beginLine() }
    }
  }

  /// Whether events have no characters.
  private func isBlank(_ text: [MarkupEvents.Event]) -> Bool {
    text.allSatisfy {
      $0.kind == .text && events.bytes[$0.range].allSatisfy(\.isBlankASCII)
    }
  }

  /// The characters that an element names itself, blanks left out.
  private func solid(_ holder: Holder) -> [UInt8] {
    holder.text.flatMap { event in
      let part = event.kind == .text ? events.bytes[event.range] : events.referenced(event)
      return part.filter { !$0.isBlankASCII }
    }
  }

  /// Whether an element's own text says more than what was read inside of it.
  private func isFuller(_ holder: Holder) -> Bool {
    !holder.isRead || solid(holder).count > pages.solidCount(from: holder.firstWord)
  }

  /// Takes notice of an element whose own text is not that of what was read inside of it.
  ///
  /// Somebody corrected one of the two. What surrounds the element differs for the same reason.
  private mutating func compare(_ holder: inout Holder) {
    guard !holder.isDisputed, !isBlank(holder.text), let first = holder.text.first,
      !pages.spells(solid(holder), from: holder.firstWord)
    else { return }
    holder.isDisputed = true
    disputed = ((disputed?.count ?? 0) + 1, disputed?.place ?? first.range.lowerBound)
  }

  private static func disputed(_ count: Int) -> Message {
    Message(
      zh: "\(count) 个行或区域自己的文字与其中各词各行的文字不一致；读取字数较多的一种，字数相同则按词读取",
      en: "lines or regions whose own text is not that of the words and lines in them: \(count); "
        + "the longer text was read, that of the words where both are as long")
  }

  private mutating func add(_ holder: inout Holder) {
    pages.beginWord(
      SourceFile.Mark(element: holder.id, box: holder.box, confidence: holder.confidence),
      cell: holder.cell)
    for event in holder.text {
      if event.kind == .text {
        pages.append(events.bytes, event.range)
      } else {
        pages.append(events.referenced(event), of: event.range)
      }
    }
    guard pages.endWord() else { return }
    holder.isRead = true
    // What the order does not name stays behind what stands before it.
    ranks.append(holder.rank ?? ranks.last ?? -1)
  }
}
