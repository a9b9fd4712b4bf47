internal import TieoutMarkup
internal import TieoutModel

/// Reads what Poppler's `pdftotext -bbox` and `-bbox-layout` write: XHTML whose elements are pages,
/// blocks, lines and words, with their edges in points.
enum PopplerReader: Reader {
  static let format = "poppler-bbox"
  static let summary = Message(
    zh: "pdftotext -bbox 的 XHTML：词及其位置，表格由位置重建",
    en: "XHTML of pdftotext -bbox: words with boxes, tables are rebuilt from their places")

  /// How much of a file is looked at.
  private static let sample = 1 << 16

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    let text = bytes.prefix(sample)
    guard text.first(where: { !$0.isBlankASCII && $0 < 0x80 }) == 0x3C else { return nil }
    return bytes.first(of: Array("<word xMin=".utf8), in: text.indices) != nil
      ? "XHTML of words with xMin, as pdftotext -bbox writes" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let events = MarkupEvents(html: bytes)
    var walk = PopplerWalk(events)
    walk.run()
    for remark in events.remarks() { walk.pages.remark(remark.message, at: remark.offset) }
    try walk.pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}

/// One way through the elements of a file.
private struct PopplerWalk {
  private let events: MarkupEvents
  private var isWordOpen = false
  /// Whether the file tells which words are a line.
  private var hasLines = false
  private var last: Box?
  var pages = WordPages()

  init(_ events: MarkupEvents) { self.events = events }

  mutating func run() {
    for event in events.events {
      switch event.kind {
      case .start: start(event)
      case .end: if isWordOpen, events.name(event) == "word" { endWord() }
      case .text: if isWordOpen { pages.append(events.bytes, event.range) }
      case .reference:
        if isWordOpen { pages.append(events.referenced(event), of: event.range) }
      }
    }
    endWord()
  }

  private mutating func start(_ event: MarkupEvents.Event) {
    switch events.name(event) {
    case "page":
      endWord()
      pages.beginPage(boxes: .set)
      (hasLines, last) = (false, nil)
    case "block": pages.beginBlock()
    case "line":
      pages.beginLine()
      hasLines = true
    case "word":
      endWord()
      let box = box(event)
      if !hasLines, !goesOn(box) { pages.beginLine() }
      last = box
      pages.beginWord(SourceFile.Mark(box: box))
      isWordOpen = true
    default: break
    }
  }

  /// Whether a word stands in the line of the one before it, right of it.
  private func goesOn(_ box: Box?) -> Bool {
    guard let box, let last, box.left >= last.left else { return false }
    return box.top < last.bottom && last.top < box.bottom
  }

  private mutating func endWord() {
    if isWordOpen { pages.endWord() }
    isWordOpen = false
  }

  private func box(_ event: MarkupEvents.Event) -> Box? {
    // HTML knows no capitals in names.
    func edge(_ name: String) -> Double? {
      let value =
        events.attribute(name, of: event) ?? events.attribute(name.lowercased(), of: event)
      return value.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }
    return Box(edge("xMin"), edge("yMin"), edge("xMax"), edge("yMax"))
  }
}
