internal import TieoutMarkup
internal import TieoutModel

/// Reads hOCR: HTML whose elements say in their titles where words stand.
///
/// Where a line has no words with boxes of their own, the line is one word. Tables of HTML stand as
/// the engine has them. Text outside of pages is read as well; nothing that is printed is left out.
enum HOCRReader: Reader {
  static let format = "hocr"
  static let summary = Message(
    zh: "hOCR：词及其位置，表格由位置重建",
    en: "hOCR: words with boxes, tables are rebuilt from their places")

  /// How much of a file is looked at.
  private static let sample = 1 << 16

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    let text = bytes.prefix(sample)
    guard text.first(where: { !$0.isBlankASCII && $0 < 0x80 }) == 0x3C else { return nil }
    for (place, byte) in zip(text.indices, text) where byte == 0x6F {
      for word in ["ocr_page", "ocr_carea", "ocr_line", "ocrx_word", "ocr_cinfo", "ocrx_cinfo"]
      where text[place...].starts(with: word.utf8) && isClass(text, place) {
        return "HTML with the class \(word) of hOCR"
      }
    }
    return nil
  }

  /// Whether a place in a file lies in the tag of an element, behind the name of its class.
  private static func isClass(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    let tag = text[max(text.startIndex, place - 200)..<place]
    guard let start = tag.lastIndex(of: 0x3C), !tag[start...].contains(0x3E) else { return false }
    return tag[start...].indices.contains { tag[$0...].starts(with: "class".utf8) }
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let events = MarkupEvents(html: bytes)
    var walk = HOCRWalk(events)
    walk.run()
    for remark in events.remarks() { walk.pages.remark(remark.message, at: remark.offset) }
    try walk.pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}

/// One way through the elements of a file.
private struct HOCRWalk {
  /// An element that is open.
  private struct Element {
    var name: UInt16
    /// What it says about its characters; that of the element around it where it says nothing.
    var mark: SourceFile.Mark?
    /// Whether its characters are no text of the paper.
    var isSilent: Bool
    /// Whether text that follows is of another word.
    var isWord: Bool
    /// Whether text that follows is of another line.
    var endsLine = false
    /// Whether it is a word, of which single characters are parts.
    var holdsCharacters = false
  }

  /// What is no text of the paper; `del` holds readings that the engine took for worse.
  private static let silent: Set<String> = ["head", "style", "script", "template", "del"]
  private static let lines: Set<String> = ["p", "div", "td", "th", "tr", "table", "caption"]

  private let events: MarkupEvents
  private var open: [Element] = []
  private var isWordOpen = false
  /// The box of the last character of a word that is given as characters alone.
  private var lastCharacter: Box?
  private var tables = HOCRTables()
  var pages = WordPages()

  init(_ events: MarkupEvents) { self.events = events }

  mutating func run() {
    for event in events.events {
      switch event.kind {
      case .start: start(event)
      case .end:
        if open.contains(where: { $0.name == event.name }) {
          while let element = open.popLast() {
            if element.isWord { endWord() }
            if element.endsLine { pages.beginLine() }
            tables.end(events.names[Int(element.name)])
            if element.name == event.name { break }
          }
        }
      case .text: if beginsWord(event) { pages.append(events.bytes, event.range) }
      case .reference:
        if beginsWord(event) { pages.append(events.referenced(event), of: event.range) }
      }
    }
    endWord()
  }

  private mutating func start(_ event: MarkupEvents.Event) {
    let name = events.name(event)
    if name == "br" || name == "img" || name == "meta" || name == "link" || name == "hr" { return }
    let classes = (events.attribute("class", of: event) ?? "").split(separator: " ")
    let properties = HOCRProperties(events.attribute("title", of: event) ?? "")
    let kind = classes.first { $0.hasPrefix("ocr") }
    tables.begin(name, event, events)
    var element = Element(
      name: event.name, mark: open.last?.mark,
      isSilent: open.last?.isSilent ?? false || Self.silent.contains(name), isWord: false)
    element.holdsCharacters = open.last?.holdsCharacters ?? false
    if let kind, kind == "ocrx_cinfo" || kind == "ocr_cinfo" {
      // Boxes of single characters say less than the word's, where there is one.
      if !element.holdsCharacters { beginCharacter(properties, &element) }
    } else if let kind {
      endWord()
      element.isWord = true
      element.holdsCharacters = kind == "ocrx_word" || kind == "ocr_word"
      element.endsLine = !element.holdsCharacters
      if kind == "ocr_page" {
        pages.beginPage(properties.pageNumber, image: properties.image, box: properties.box)
      } else if kind == "ocr_separator" {
        if let box = properties.box { pages.addRule(box) }
      } else if kind == "ocr_par" || kind == "ocr_carea" || kind == "ocrx_block" {
        pages.beginBlock()
      } else if element.endsLine {
        pages.beginLine()
      }
      if properties.box != nil, kind != "ocr_page" {
        element.mark = SourceFile.Mark(
          element: events.attribute("id", of: event) ?? "", box: properties.box,
          confidence: properties.confidence)
      }
    } else if Self.lines.contains(name) {
      endWord()
      element.isWord = true
      element.endsLine = true
      pages.beginLine()
    }
    open.append(element)
  }

  /// Begins a character that belongs to no word: it goes on in the last one where it stands near.
  private mutating func beginCharacter(_ properties: HOCRProperties, _ element: inout Element) {
    guard let box = properties.box else { return }
    if let last = lastCharacter, isWordOpen, box.left >= last.left,
      box.left - last.right < max(last.height, box.height) / 4
    {
      pages.widenWord(box, properties.confidence)
    } else {
      endWord()
      element.mark = SourceFile.Mark(
        element: element.mark?.element ?? "", box: box, confidence: properties.confidence)
    }
    lastCharacter = box
  }

  /// Whether characters belong to a word, which they begin where none is open.
  private mutating func beginsWord(_ event: MarkupEvents.Event) -> Bool {
    guard open.last?.isSilent != true else { return false }
    if lastCharacter != nil, events.bytes[event.range].allSatisfy(\.isBlankASCII) {
      // A space between characters parts words; lines of the file do not.
      if !events.bytes[event.range].contains(0x0A) { endWord() }
      return false
    }
    if !isWordOpen {
      if events.bytes[event.range].allSatisfy(\.isBlankASCII) { return false }
      pages.beginWord(open.last?.mark ?? SourceFile.Mark(), cell: tables.cell)
      isWordOpen = true
    }
    return true
  }

  private mutating func endWord() {
    if isWordOpen { pages.endWord() }
    isWordOpen = false
    lastCharacter = nil
  }
}
