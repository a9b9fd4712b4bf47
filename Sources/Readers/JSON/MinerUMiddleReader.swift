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
    for root in tree.roots.flatMap({ files($0, tree) }) {
      read(root, from: pages, &writer)
      pages += tree.items("pdf_info", of: root.place).count
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// The files that a value holds: itself, or those of a list.
  private static func files(
    _ root: (place: Int, pointer: String), _ tree: JSONTree
  ) -> [(place: Int, pointer: String)] {
    guard tree.nodes[root.place].kind == .array else { return [root] }
    return tree.children(of: root.place).enumerated().map { ($1, "\(root.pointer)/\($0)") }
  }

  /// Writes the pages of one file, `first` of them before it.
  private static func read(
    _ root: (place: Int, pointer: String), from first: Int, _ writer: inout LayoutWriter
  ) {
    let tree = writer.tree
    let pages = tree.items("pdf_info", of: root.place)
    // On how many pages, from each one on, a table goes on that began before.
    var further = Array(repeating: 0, count: pages.count + 1)
    for index in pages.indices.reversed() where isEmptied(pages[index], tree) {
      further[index] = further[index + 1] + 1
    }
    for (index, page) in pages.enumerated() {
      let number = first + (tree.integer(tree.member("page_idx", of: page)) ?? index)
      writer.page(number)
      // The blocks before and after paragraphs were joined are the same text twice. Joined, what goes
      // on over pages stands on the first of them alone, and without the captions and the heads of
      // its further parts.
      let whole = tree.items("preproc_blocks", of: page)
      let name = whole.isEmpty ? "para_blocks" : "preproc_blocks"
      for name in [name, "discarded_blocks"] {
        guard let blocks = tree.member(name, of: page) else { continue }
        // Notes of a table that goes on stand below its last part, and are told with its first.
        let last = number + further[index + 1]
        self.blocks(
          blocks, "\(root.pointer)/pdf_info/\(index)/\(name)", number...last, &writer)
      }
    }
  }

  /// Whether a table of a page was joined to the one on the page before it.
  private static func isEmptied(_ page: Int, _ tree: JSONTree) -> Bool {
    tree.items("para_blocks", of: page).contains { block in
      tree.items("blocks", of: block).contains { tree.isTrue("lines_deleted", of: $0) }
    }
  }

  /// Writes blocks; those of tables and lists hold blocks of their own.
  ///
  /// - Parameter pages: the page, and those on which a table of it goes on.
  private static func blocks(
    _ list: Int, _ pointer: String, _ pages: ClosedRange<Int>, _ writer: inout LayoutWriter
  ) {
    let tree = writer.tree
    var waiting = [(list, pointer)]
    while let (place, pointer) = waiting.popLast() {
      if tree.nodes[place].kind == .array {
        let items = tree.children(of: place).enumerated()
        waiting += items.map { ($1, "\(pointer)/\($0)") }.reversed()
        continue
      }
      if let lines = tree.member("lines", of: place) {
        let isOfLast = tree.isTrue("cross_page", of: place)
        self.lines(
          lines, pointer + "/lines", isOfLast ? pages.upperBound : pages.lowerBound, &writer)
        writer.endBlock()
      }
      if let blocks = tree.member("blocks", of: place) {
        waiting += parts(blocks, tree).map { ($0.place, "\(pointer)/blocks/\($0.index)") }
          .reversed()
      }
    }
  }

  /// The parts of a block in the order in which they are read.
  ///
  /// Captions stand above what they name, notes below it; some versions write the body first.
  private static func parts(_ list: Int, _ tree: JSONTree) -> [(index: Int, place: Int)] {
    func rank(_ part: Int) -> Int {
      let type = tree.string(tree.member("type", of: part)) ?? ""
      return type.hasSuffix("_caption") ? 0 : type.hasSuffix("_footnote") ? 2 : 1
    }
    let parts = tree.children(of: list).enumerated().map {
      (rank: rank($1), index: $0, place: $1)
    }
    return parts.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map { ($0.index, $0.place) }
  }

  private static func lines(
    _ list: Int, _ pointer: String, _ page: Int, _ writer: inout LayoutWriter
  ) {
    let tree = writer.tree
    // What goes on over pages says of no line on which one it stands: where a line stands above the
    // one before it, a further page has begun.
    var further = 0
    var last: Int32?
    for (index, line) in tree.children(of: list).enumerated() {
      if tree.items("spans", of: line).contains(where: { tree.isTrue("cross_page", of: $0) }) {
        let top = writer.box(tree.member("bbox", of: line))?.top
        if further == 0 || (top ?? .max) < last ?? .min { further += 1 }
        last = top
      }
      writer.page(page + further)
      var parts: [(place: Int, pointer: String, box: Box?, confidence: UInt8?, isFormula: Bool)] =
        []
      for (place, span) in tree.items("spans", of: line).enumerated() {
        let pointer = "\(pointer)/\(index)/spans/\(place)"
        let box = writer.box(tree.member("bbox", of: span))
        let confidence = writer.confidence(tree.member("score", of: span))
        // The first versions have their tables as LaTeX.
        let table = ["html", "latex"].lazy.compactMap { name in
          tree.member(name, of: span).map { (place: $0, name: name) }
        }.first { tree.printed($0.place)?.bytes.isEmpty == false }
        if let table {
          writer.block(
            table.place, pointer: "\(pointer)/\(table.name)", box: box, confidence: confidence)
        } else if let content = tree.member("content", of: span) {
          let isFormula = tree.string(tree.member("type", of: span))?.contains("equation") ?? false
          parts.append((content, pointer + "/content", box, confidence, isFormula))
        }
      }
      if !parts.isEmpty { writer.line(parts) }
    }
  }
}

extension JSONTree {
  /// Whether a member of an object is `true`.
  fileprivate func isTrue(_ name: String, of place: Int) -> Bool {
    guard let value = member(name, of: place), nodes[value].kind == .boolean else { return false }
    return bytes[nodes[value].range].first == 0x74
  }
}
