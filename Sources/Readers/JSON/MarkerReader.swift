internal import TieoutMarkup
internal import TieoutModel

/// Reads marker's JSON: a tree of blocks with HTML, or its chunks, a list of them.
///
/// What the HTML of a block in the tree refers to stands in its children; chunks hold it themselves.
enum MarkerReader: Reader {
  static let format = "marker"
  static let summary = Message(zh: "marker 的 JSON", en: "marker’s JSON")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes) else { return nil }
    if sketch.firstHas("block_type", in: "blocks") || sketch.has("blocks", "page_info") {
      return "JSON: a list of blocks with block_type, as marker writes chunks"
    }
    if sketch.has("json", "output_format"), sketch.holds("children", in: "json") {
      return "JSON: a tree of marker’s blocks in an answer of its service"
    }
    guard sketch.has("children") else { return nil }
    // What the root is may stand behind all that it holds.
    guard sketch.has("block_type") || sketch.firstHas("block_type", in: "children") else {
      return nil
    }
    return "JSON: a tree of blocks with block_type and children, as marker writes"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    var pages = 0
    var waiting = [(tree.root ?? 0, "")]
    while let (place, pointer) = waiting.popLast(), place < tree.nodes.count {
      if tree.nodes[place].kind == .array {
        waiting += tree.children(of: place).enumerated().map { ($1, "\(pointer)/\($0)") }.reversed()
        continue
      }
      if let answer = tree.member("json", of: place),
        tree.member("block_type", of: place) == nil
      {
        waiting.append((answer, pointer + "/json"))
        continue
      }
      // What says what it is holds its own text.
      if let chunks = tree.member("blocks", of: place),
        tree.member("block_type", of: place) == nil
      {
        waiting.append((chunks, pointer + "/blocks"))
        continue
      }
      let page = page(place, tree)
      if tree.string(tree.member("block_type", of: place)) == "Page" {
        writer.page(page ?? pages)
        pages = (page ?? pages) &+ 1
      } else {
        writer.page(page)
      }
      let html = tree.member("html", of: place)
      let children = tree.member("children", of: place)
      // The HTML of a block that holds others refers to them; that of a table has its cells itself.
      let isWhole = !(tree.string(html) ?? "<content-ref").contains("<content-ref")
      if isWhole || tree.items("children", of: place).isEmpty {
        writer.block(
          html, pointer: pointer + "/html",
          box: writer.box(tree.member("bbox", of: place))
            ?? tree.outline(tree.member("polygon", of: place)))
      } else if let children {
        waiting.append((children, pointer + "/children"))
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// The page that a block says it is on, counted from 0: `/page/3/Table/9`.
  private static func page(_ place: Int, _ tree: JSONTree) -> Int? {
    if let page = tree.integer(tree.member("page", of: place)) { return page }
    let parts = tree.string(tree.member("id", of: place))?.split(separator: "/") ?? []
    return parts.count > 1 && parts[0] == "page" ? Int(parts[1]) : nil
  }
}
