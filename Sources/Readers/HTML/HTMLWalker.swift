internal import TieoutMarkup
internal import TieoutModel

/// Reads HTML wherever it stands: in a file of its own, amid Markdown, in a string of JSON.
///
/// Tables become rows by their grid, everything else lines of prose. What is wrong with the markup
/// costs no character: it becomes a remark.
struct HTMLWalker {
  let text: SourceText
  let events: MarkupEvents
  /// What the names of `events` are.
  private let elements: [HTMLElement]
  /// Where the HTML begins in the text.
  private let base: Int

  /// The tables that are open, the outermost first.
  var tables: [OpenTable] = []
  /// The tables beyond `deepest`, which are read as text of the cell that they stand in.
  var uncounted = 0
  var isLineOpen = false
  /// What tags around the next characters say about how they are printed.
  var style = HTMLStyle()
  private var silent = 0
  private var preformatted = 0
  private var depth = 0
  private var dresses: [Dress] = []
  /// Whether a star stands anywhere, as around strong words of Markdown.
  private let hasStars: Bool

  /// The depth to which tables in tables are told apart.
  static let deepest = 64

  /// What ends with an element: its mark, or its page.
  private struct Dress {
    var depth: Int
    var mark: UInt32?
    var endsPage = false
  }

  /// Looks at a text, or at a part of it.
  init(_ text: SourceText, _ range: Range<Int>? = nil) {
    let range = range ?? 0..<text.bytes.count
    self.text = text
    base = range.lowerBound
    events = MarkupEvents(html: Array(text.bytes[range]))
    elements = events.names.map { HTMLElement($0) }
    hasStars = text.bytes.span.holds(0x2A, or: 0x2A, in: range)
  }

  /// Hands everything over to a draft; marks that the draft bears already stay.
  mutating func draft(into draft: inout Draft) {
    let isMarking = draft.marking == SourceFile.Piece.unmarked
    var end = 0
    for event in events.events {
      if end < Int(event.start) { comments(end..<Int(event.start), &draft) }
      end = Int(event.end)
      switch event.kind {
      case .start:
        depth += 1
        begin(event, isMarking, &draft)
      case .end:
        finish(event, &draft)
        depth -= 1
      case .text:
        characters(place(event.range), &draft)
      case .reference:
        guard silent == 0 else { continue }
        open(&draft)
        let characters = events.referenced(event)
        draft.append(
          decoded: style.isPlain ? characters : style.written(characters), of: text,
          place(event.range))
      }
    }
    comments(end..<events.bytes.count, &draft)
    while !tables.isEmpty { endTable(isPrinted: true, &draft) }
    endLine(&draft)
    draft.endBlock()
  }

  func place(_ range: Range<Int>) -> Range<Int> {
    base + range.lowerBound..<base + range.upperBound
  }

  // MARK: Elements

  private mutating func begin(
    _ event: MarkupEvents.Event, _ isMarking: Bool, _ draft: inout Draft
  ) {
    let element = elements[Int(event.name)]
    if event.attributeCount > 0 { dress(event, isMarking, &draft) }
    switch element {
    case .silent: silent += 1
    case .preformatted:
      preformatted += 1
      endLine(&draft)
    case .block: part(&draft)
    case .lineBreak: tables.isEmpty ? endLine(&draft) : draft.space()
    case .pageBreak: beginPage(nil, &draft)
    case .image: image(event, &draft)
    case .field: if silent == 0 { field(event, &draft) }
    case .raised, .lowered, .struck, .formula: begin(element, place(event.range), &draft)
    case .table: beginTable(&draft)
    case .rowGroup: beginGroup(&draft)
    case .row: beginRow(&draft)
    case .cell: beginCell(event, &draft)
    case .caption:
      endRow(&draft)
      if !tables.isEmpty { tables[tables.count - 1].isCaption = true }
    case .inline: break
    }
  }

  private mutating func finish(_ event: MarkupEvents.Event, _ draft: inout Draft) {
    switch elements[Int(event.name)] {
    case .silent: silent = max(0, silent - 1)
    case .preformatted:
      preformatted = max(0, preformatted - 1)
      part(&draft)
    case .block: part(&draft)
    case .table: endTable(isPrinted: !event.range.isEmpty, &draft)
    case .row: endRow(&draft)
    case .cell: endCell(&draft)
    case .caption:
      if !tables.isEmpty { tables[tables.count - 1].isCaption = false }
      part(&draft)
    case .raised, .lowered, .struck, .formula:
      end(elements[Int(event.name)], place(event.range), &draft)
    case .lineBreak, .pageBreak, .image, .field, .rowGroup, .inline: break
    }
    while let last = dresses.last, last.depth >= depth {
      dresses.removeLast()
      if let mark = last.mark { draft.marking = mark }
      if last.endsPage { beginPage(nil, &draft) }
    }
  }

  /// Parts what follows from what stands there: by a line, or in a cell by a space.
  private mutating func part(_ draft: inout Draft) {
    if isInCell {
      draft.space()
    } else {
      endLine(&draft)
      if tables.last?.isImplied == true { endTable(isPrinted: true, &draft) }
      if tables.isEmpty { draft.endBlock() }
    }
  }

  private mutating func endLine(_ draft: inout Draft) {
    if isLineOpen { draft.endRow() }
    isLineOpen = false
  }

  // MARK: Characters

  private mutating func characters(_ range: Range<Int>, _ draft: inout Draft) {
    guard silent == 0 else { return }
    if text.bytes[range].allSatisfy({ $0.isBlankASCII }) {
      if isLineOpen || isInCell { draft.space() }
      if preformatted == 0 { return }
    } else if !style.isPlain, setApart(range, &draft) {
      return
    }
    guard preformatted > 0, !isInCell else {
      open(&draft)
      return append(range, &draft)
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = text.bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      if start < end {
        open(&draft)
        draft.append(text, start..<end)
      }
      if end < range.upperBound { endLine(&draft) }
      start = end + 1
    }
  }

  /// Adds characters without the signs around strong words of Markdown.
  private func append(_ range: Range<Int>, _ draft: inout Draft) {
    var copied = range.lowerBound
    if hasStars, text.bytes.span.holds(0x2A, or: 0x2A, in: range) {
      for sign in MarkdownEmphasis.aroundWords(text.bytes, range) {
        draft.appendMarkup(text, copied..<sign.lowerBound)
        copied = sign.upperBound
      }
    }
    draft.appendMarkup(text, copied..<range.upperBound)
  }

  /// Adds what a picture is said to show; a word for any picture says nothing.
  private mutating func image(_ event: MarkupEvents.Event, _ draft: inout Draft) {
    guard silent == 0, let value = events.attribute("alt", of: event),
      let range = events.attributeRange("alt", of: event), value.contains(where: { $0 > " " }),
      !HTMLElement.isWordForImage(value.utf8)
    else { return }
    open(&draft)
    draft.space()
    append(value, at: range, &draft)
  }

  /// Adds the value of an attribute as words of their own.
  func append(_ value: String, at range: Range<Int>, _ draft: inout Draft) {
    if events.bytes[range].elementsEqual(value.utf8) {
      draft.appendMarkup(text, place(range))
    } else {
      draft.append(decoded: ArraySlice(value.utf8), of: text, place(range))
    }
  }

  /// Makes sure that characters have a cell or a line to go to.
  mutating func open(_ draft: inout Draft) {
    if openCell(&draft) || isLineOpen { return }
    draft.beginLine()
    isLineOpen = true
  }

  // MARK: Marks and pages

  /// Reads what attributes say about the characters of an element.
  private mutating func dress(
    _ event: MarkupEvents.Event, _ isMarking: Bool, _ draft: inout Draft
  ) {
    var dress = Dress(depth: depth)
    if isMarking, let mark = HTMLMark.read(events, event) {
      dress.mark = draft.marking
      draft.mark(mark)
    }
    switch PageMark.read(events, event) {
    case .begins(let number): beginPage(number, &draft)
    case .ends: dress.endsPage = true
    case nil: break
    }
    if dress.mark != nil || dress.endsPage { dresses.append(dress) }
  }

  /// Begins a page where comments in a range say so, and adds what they say is printed on it.
  private mutating func comments(_ range: Range<Int>, _ draft: inout Draft) {
    guard range.count > 8 else { return }
    let mark = PageMark.comment(events.bytes[range])
    let printed = tables.isEmpty ? PrintedComment.find(events.bytes, range) : []
    for words in printed where words.isFooter { line(words, &draft) }
    if case .begins(let number) = mark { beginPage(number, &draft) }
    for words in printed where !words.isFooter { line(words, &draft) }
  }

  private mutating func line(_ words: PrintedComment, _ draft: inout Draft) {
    endLine(&draft)
    draft.endBlock()
    draft.beginLine()
    draft.append(text, place(words.range))
    draft.endBlock()
  }

  private mutating func beginPage(_ number: Int?, _ draft: inout Draft) {
    if isInCell { tables[tables.count - 1].isCellWritten = false }
    isLineOpen = false
    draft.beginPage(number)
  }
}
