internal import TieoutMarkup
internal import TieoutModel

/// Reads olmOCR's JSON lines: one document a line, Markdown in `text`, the pages as ranges of it; or
/// what its model answers for a page, with the Markdown in `natural_text`.
enum OlmOCRReader: Reader {
  static let format = "olmocr"
  static let summary = Message(zh: "olmOCR 的 JSONL", en: "olmOCR’s JSON lines")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), !sketch.isList else { return nil }
    if sketch.has("natural_text") { return "JSON with natural_text, as olmOCR’s model answers" }
    guard sketch.has("text") else { return nil }
    // The text comes before what tells more, and may fill all that is looked at.
    let isCut = sketch.isPart && sketch.keys == ["id", "text"]
    let isOlm =
      isCut || sketch.string("source") == "olmocr" || sketch.has("attributes", "metadata")
    return isOlm ? "JSON lines with text and attributes, as olmOCR writes" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var draft = Draft()
    var pages = 0
    var remarks: [(message: Message, offset: Int)] = []
    for (line, range) in documents(bytes) {
      let start = range.lowerBound
      let tree = JSONTree(Array(bytes[range]))
      let texts = tree.roots.compactMap { root in
        Self.text(root.place, tree).map { (root.place, $0.name, $0.place) }
      }
      for (root, name, text) in texts {
        if let decoded = tree.text(text), !decoded.bytes.isEmpty {
          draft.mark(SourceFile.Mark(element: "/\(name)"))
          write(SourceText(decoded, at: start), starts(tree, root), &pages, &draft)
          draft.mark(nil)
        } else {
          // A page of which nothing could be read.
          pages += 1
          draft.beginPage(pages)
        }
      }
      if texts.isEmpty || texts.count < tree.roots.count {
        remarks.append(
          (
            Message(
              zh: "第 \(line) 行不是 JSON，未读", en: "line \(line) is not JSON and was not read"),
            start
          ))
      }
      if !texts.isEmpty { remarks += tree.remarks(at: start) }
    }
    for remark in remarks { draft.remark(remark.message, atFile: remark.offset) }
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  /// The lines of a file, each with its number; a file whose first document goes on over several
  /// lines is one.
  private static func documents(_ bytes: [UInt8]) -> [(line: Int, range: Range<Int>)] {
    var lines: [(line: Int, range: Range<Int>)] = []
    var line = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      line += 1
      let isFence = bytes.endOfFence(at: start).map { $0 >= end - 1 } ?? false
      if !isFence, bytes[start..<end].contains(where: { $0 > 0x20 }) {
        lines.append((line, start..<end))
      }
      start = end + 1
    }
    guard lines.count > 1, let first = lines.first,
      bytes[first.range].allSatisfy({ $0 <= 0x20 || $0 == 0x7B })
    else { return lines }
    return [(first.line, first.range.lowerBound..<bytes.count)]
  }

  /// Where a page begins, counted in characters, and its number, counted from 1.
  private typealias Start = (character: Int, page: Int)

  /// Writes a document page by page, `pages` of other documents before it; a page without characters
  /// counts as well.
  private static func write(
    _ text: SourceText, _ starts: [Start], _ pages: inout Int, _ draft: inout Draft
  ) {
    let before = pages
    for (page, range) in ranges(of: text.bytes, starts) {
      pages = max(pages, Draft.bounded(before &+ page))
      draft.beginPage(before &+ page)
      if range.isEmpty { continue }
      var walker = MarkdownWalker(text, range)
      walker.draft(into: &draft)
    }
  }

  /// The text of a document, and what it is called.
  private static func text(_ root: Int, _ tree: JSONTree) -> (name: String, place: Int)? {
    for name in ["text", "natural_text"] {
      if let place = tree.member(name, of: root) { return (name, place) }
    }
    return nil
  }

  /// Where pages begin; each says its start, its end and its number, and may be without characters.
  private static func starts(_ tree: JSONTree, _ root: Int) -> [Start] {
    guard let attributes = tree.member("attributes", of: root) else { return [] }
    var starts: [Start] = []
    for page in tree.items("pdf_page_numbers", of: attributes) {
      let numbers = tree.children(of: page).map { tree.integer($0) }
      guard let start = numbers.first ?? nil, start >= 0 else { continue }
      let number = numbers.count > 2 ? numbers[2] : nil
      starts.append((start, Draft.bounded(number ?? starts.count + 1)))
    }
    return starts.sorted { ($0.character, $0.page) < ($1.character, $1.page) }
  }

  /// The pages as byte ranges.
  ///
  /// What stands before the first one belongs to it, and what begins behind
  /// the last character is no page of this text.
  private static func ranges(
    of text: [UInt8], _ starts: [Start]
  ) -> [(page: Int, range: Range<Int>)] {
    guard let first = starts.first else { return [(1, 0..<text.count)] }
    var bounds = [(page: first.page, start: 0)]
    var character = 0
    var next = 1
    for index in 0...text.count where index == text.count || text[index].isScalarStart {
      while next < starts.count, starts[next].character == character {
        bounds.append((starts[next].page, index))
        next += 1
      }
      character += 1
    }
    let ends = bounds.dropFirst().map(\.start) + [text.count]
    return zip(bounds, ends).map { ($0.page, $0.start..<$1) }
  }
}
