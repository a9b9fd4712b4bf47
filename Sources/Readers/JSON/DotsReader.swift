internal import TieoutMarkup
internal import TieoutModel

/// Reads what dots.ocr writes for a page: a list of blocks with `category`, `bbox` and `text`.
///
/// Boxes are pixels of the picture that the model saw. Tables are HTML, formulas LaTeX, the rest
/// Markdown. The list may be cut off where the model ran out of room.
enum DotsReader: Reader {
  static let format = "dots"
  static let summary = Message(zh: "dots.ocr 的 JSON", en: "dots.ocr’s JSON")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), sketch.isList, sketch.has("bbox", "category") else {
      return nil
    }
    return "JSON: a list of blocks with bbox and category, as dots.ocr writes"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    var lists = [(place: tree.root ?? 0, pointer: "")]
    // Several pages are a list of lists.
    let children = tree.children(of: lists[0].place)
    if children.contains(where: { tree.nodes[$0].kind == .array }) {
      lists = children.enumerated().map { ($1, "/\($0)") }
    }
    for (page, list) in lists.enumerated() {
      if lists.count > 1 { writer.page(page) }
      for (index, block) in tree.children(of: list.place).enumerated() {
        writer.block(
          tree.member("text", of: block), pointer: "\(list.pointer)/\(index)/text",
          box: writer.box(tree.member("bbox", of: block)))
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }
}
