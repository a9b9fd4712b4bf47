internal import TieoutMarkup
internal import TieoutModel

/// Reads olmOCR's JSON lines: one document a line, Markdown in `text`, the pages as ranges of it.
enum OlmOCRReader: Reader {
  static let format = "olmocr"
  static let summary = Message(zh: "olmOCR 的 JSONL", en: "olmOCR’s JSON lines")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), !sketch.isList, sketch.has("text") else { return nil }
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
    var start = 0
    var line = 0
    var remarks: [(message: Message, offset: Int)] = []
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      line += 1
      let tree = JSONTree(Array(bytes[start..<end]))
      if let root = tree.root, let text = tree.member("text", of: root) {
        if let decoded = tree.text(text), !decoded.bytes.isEmpty {
          write(SourceText(decoded, at: start), starts(tree, root), &pages, &draft)
        } else {
          // A page of which nothing could be read.
          pages += 1
          draft.beginPage(pages)
        }
        remarks += tree.remarks(at: start)
      } else if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        remarks.append(
          (
            Message(
              zh: "第 \(line) 行不是 JSON，未读", en: "line \(line) is not JSON and was not read"),
            start
          ))
      }
      start = end + 1
    }
    for remark in remarks { draft.remark(remark.message, atFile: remark.offset) }
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  /// Writes a document page by page.
  private static func write(
    _ text: SourceText, _ starts: [Int], _ pages: inout Int, _ draft: inout Draft
  ) {
    draft.mark(SourceFile.Mark(element: "/text"))
    for range in ranges(of: text.bytes, starts) {
      pages += 1
      draft.beginPage(pages)
      var walker = MarkdownWalker(text, range)
      walker.draft(into: &draft)
    }
    draft.mark(nil)
  }

  /// Where pages begin, counted in characters, the first one left out.
  private static func starts(_ tree: JSONTree, _ root: Int) -> [Int] {
    guard let attributes = tree.member("attributes", of: root) else { return [] }
    return tree.items("pdf_page_numbers", of: attributes)
      .compactMap { tree.integer(tree.children(of: $0).first) }.filter { $0 > 0 }.sorted()
  }

  /// The pages as byte ranges.
  private static func ranges(of text: [UInt8], _ starts: [Int]) -> [Range<Int>] {
    var bounds: [Int] = [0]
    var character = 0
    var next = 0
    for (index, byte) in text.enumerated() where byte.isScalarStart {
      while next < starts.count, starts[next] == character {
        bounds.append(index)
        next += 1
      }
      character += 1
    }
    bounds.append(text.count)
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }.filter { !$0.isEmpty }
  }
}
