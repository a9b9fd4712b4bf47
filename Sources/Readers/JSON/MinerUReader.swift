internal import TieoutMarkup
internal import TieoutModel

/// Reads MinerU's `content_list.json`: a list of blocks in reading order, or of pages of such blocks.
///
/// Boxes are thousandths of the page; tables are HTML. Source: MinerU's documentation of its output
/// files.
enum MinerUReader: Reader {
  static let format = "mineru"
  static let summary = Message(
    zh: "MinerU 的 content_list.json", en: "MinerU’s content_list.json")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), sketch.isList, sketch.has("type") else { return nil }
    let isBlock = sketch.has("page_idx") || sketch.has("content", "bbox") || sketch.has("text")
    return isBlock ? "JSON: a list of blocks with type and page_idx, as MinerU writes" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for (index, item) in tree.children(of: tree.root ?? 0).enumerated() {
      if tree.nodes[item].kind == .array {
        writer.page(index)
        for (place, block) in tree.children(of: item).enumerated() {
          self.block(block, "/\(index)/\(place)", &writer)
        }
      } else {
        writer.page(tree.integer(tree.member("page_idx", of: item)))
        block(item, "/\(index)", &writer)
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// What holds text, in the order in which it is read; the second version nests it in `content`.
  private static let members = [
    "table_caption", "image_caption", "img_caption", "chart_caption", "code_caption", "text",
    "table_body", "code_body", "html", "list_items", "title_content", "paragraph_content",
    "item_content", "math_content", "content", "table_footnote", "image_footnote", "img_footnote",
    "chart_footnote", "code_footnote",
  ]

  /// Writes a block: all of its strings that are text, deep in lists and objects as they may lie.
  private static func block(_ place: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    let box = writer.box(tree.member("bbox", of: place))
    var waiting = [(place, pointer)]
    while let (place, pointer) = waiting.popLast() {
      switch tree.nodes[place].kind {
      case .string: writer.block(place, pointer: pointer, box: box)
      case .array:
        let items = tree.children(of: place).enumerated()
        waiting += items.map { ($1, "\(pointer)/\($0)") }.reversed()
      case .object:
        waiting +=
          members.compactMap { name in
            tree.member(name, of: place).map { ($0, "\(pointer)/\(name)") }
          }.reversed()
      case .number, .boolean, .null: break
      }
    }
  }
}
