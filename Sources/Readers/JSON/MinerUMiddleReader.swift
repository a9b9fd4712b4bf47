internal import TieoutMarkup
internal import TieoutModel

/// Reads MinerU's `middle.json`: pages of blocks of lines of spans, each with its box.
enum MinerUMiddleReader: Reader {
  static let format = "mineru-middle"
  static let summary = Message(zh: "MinerU 的 middle.json", en: "MinerU’s middle.json")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    JSONSketch(bytes)?.has("pdf_info") == true
      ? "JSON with pdf_info, as MinerU’s middle.json has it" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    var pages = 0
    for root in tree.roots {
      read(root, from: pages, &writer)
      pages += tree.items("pdf_info", of: root.place).count
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// Writes the pages of one file, `first` of them before it.
  private static func read(
    _ root: (place: Int, pointer: String), from first: Int, _ writer: inout LayoutWriter
  ) {
    let tree = writer.tree
    for (index, page) in tree.items("pdf_info", of: root.place).enumerated() {
      writer.page(first + (tree.integer(tree.member("page_idx", of: page)) ?? index))
      // The blocks before and after paragraphs were joined are the same text twice.
      let merged = tree.member("para_blocks", of: page)
      let name = merged == nil ? "preproc_blocks" : "para_blocks"
      if let blocks = merged ?? tree.member(name, of: page) {
        self.blocks(blocks, "\(root.pointer)/pdf_info/\(index)/\(name)", &writer)
      }
      if let rest = tree.member("discarded_blocks", of: page) {
        blocks(rest, "\(root.pointer)/pdf_info/\(index)/discarded_blocks", &writer)
      }
    }
  }

  /// Writes blocks; those of tables and lists hold blocks of their own.
  private static func blocks(_ list: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    var waiting = [(list, pointer)]
    while let (place, pointer) = waiting.popLast() {
      if tree.nodes[place].kind == .array {
        let items = tree.children(of: place).enumerated()
        waiting += items.map { ($1, "\(pointer)/\($0)") }.reversed()
        continue
      }
      if let lines = tree.member("lines", of: place) {
        self.lines(lines, pointer + "/lines", &writer)
        writer.endBlock()
      }
      if let blocks = tree.member("blocks", of: place) {
        waiting.append((blocks, pointer + "/blocks"))
      }
    }
  }

  private static func lines(_ list: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    for (index, line) in tree.children(of: list).enumerated() {
      var parts: [(place: Int, pointer: String, box: Box?, confidence: UInt8?, isFormula: Bool)] =
        []
      for (place, span) in tree.items("spans", of: line).enumerated() {
        let pointer = "\(pointer)/\(index)/spans/\(place)"
        let box = writer.box(tree.member("bbox", of: span))
        let confidence = writer.confidence(tree.member("score", of: span))
        if let html = tree.member("html", of: span) {
          writer.block(html, pointer: pointer + "/html", box: box, confidence: confidence)
        } else if let content = tree.member("content", of: span) {
          let isFormula = tree.string(tree.member("type", of: span))?.contains("equation") ?? false
          parts.append((content, pointer + "/content", box, confidence, isFormula))
        }
      }
      if !parts.isEmpty { writer.line(parts) }
    }
  }
}
