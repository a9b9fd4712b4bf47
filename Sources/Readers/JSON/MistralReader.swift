internal import TieoutMarkup
internal import TieoutModel

/// Reads the answer of Mistral's OCR: pages of Markdown, with the tables in it or beside it.
///
/// A table that stands beside the Markdown has an identifier, and a link to that in its place.
enum MistralReader: Reader {
  static let format = "mistral"
  static let summary = Message(zh: "Mistral OCR 的 JSON", en: "JSON of Mistral’s OCR")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    JSONSketch(bytes)?.firstHas("markdown", in: "pages") == true
      ? "JSON with pages of markdown, as Mistral’s OCR answers" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for root in tree.roots {
      for (index, page) in tree.items("pages", of: root.place).enumerated() {
        writer.page(tree.integer(tree.member("index", of: page)) ?? index)
        write(page, "\(root.pointer)/pages/\(index)", &writer)
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static func write(_ page: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    // Head and foot are apart where the caller wants them so.
    writer.block(tree.member("header", of: page), pointer: pointer + "/header")
    var tables = Tables(page, pointer, tree)
    if let decoded = tree.text(tree.member("markdown", of: page)) {
      let text = SourceText(decoded)
      var start = 0
      for link in links(in: text.bytes) {
        guard let table = tables.take(link.name) else { continue }
        writer.block(text, start..<link.range.lowerBound, pointer: pointer + "/markdown")
        writer.block(table.content, pointer: table.pointer)
        start = link.range.upperBound
      }
      writer.block(text, start..<text.bytes.count, pointer: pointer + "/markdown")
    }
    // A table that nothing links to is no less printed.
    for table in tables.left { writer.block(table.content, pointer: table.pointer) }
    writer.block(tree.member("footer", of: page), pointer: pointer + "/footer")
  }

  /// The links whose words are where they lead: `[tbl-0.html](tbl-0.html)`.
  private static func links(
    in text: [UInt8]
  ) -> [(name: ArraySlice<UInt8>, range: Range<Int>)] {
    var links: [(name: ArraySlice<UInt8>, range: Range<Int>)] = []
    var start = 0
    while let middle = text[start...].firstRange(of: "](".utf8) {
      start = middle.upperBound
      let before = text[..<middle.lowerBound].suffix(longest)
      let after = text[middle.upperBound...].prefix(longest)
      guard let open = before.lastIndex(of: 0x5B), let close = after.firstIndex(of: 0x29),
        before[(open + 1)...] == after[..<close]
      else { continue }
      links.append((before[(open + 1)...], open..<close + 1))
      start = close + 1
    }
    return links
  }

  /// No identifier is longer.
  private static let longest = 64

  /// The tables beside the Markdown of a page.
  private struct Tables {
    private var all: [(id: [UInt8], content: Int, pointer: String)] = []
    /// Those of each identifier that are still to be written, the first one last.
    private var waiting: [[UInt8]: [Int]] = [:]

    init(_ page: Int, _ pointer: String, _ tree: JSONTree) {
      for (index, table) in tree.items("tables", of: page).enumerated() {
        guard let content = tree.member("content", of: table) else { continue }
        let id = tree.text(tree.member("id", of: table))?.bytes ?? []
        all.append((id, content, "\(pointer)/tables/\(index)/content"))
      }
      for index in all.indices.reversed() { waiting[all[index].id, default: []].append(index) }
    }

    /// The next table of an identifier; `nil` where there is none.
    mutating func take(_ id: ArraySlice<UInt8>) -> (content: Int, pointer: String)? {
      waiting[Array(id)]?.popLast().map { (all[$0].content, all[$0].pointer) }
    }

    /// The tables that are still to be written, in order.
    var left: [(content: Int, pointer: String)] {
      waiting.values.joined().sorted().map { (all[$0].content, all[$0].pointer) }
    }
  }
}
