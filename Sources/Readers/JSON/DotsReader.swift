internal import TieoutMarkup
internal import TieoutModel

/// Reads what dots.ocr writes: blocks with `category`, `bbox` and `text`, a list for each page, or one
/// a line.
///
/// Boxes are pixels of the picture that the model saw. Tables are HTML, formulas LaTeX, the rest
/// Markdown. A list may be cut off where the model ran out of room.
enum DotsReader: Reader {
  static let format = "dots"
  static let summary = Message(zh: "dots.ocr 的 JSON", en: "dots.ocr’s JSON")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let tree = JSONSketch(bytes)?.tree,
      let block = DotsPages.find(tree).lazy.flatMap(\.blocks).first,
      tree.member("bbox", of: block.place) != nil
    else { return nil }
    return "JSON: a list of blocks with bbox and category, as dots.ocr writes"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    let pages = DotsPages.find(tree)
    for (index, page) in pages.enumerated() {
      writer.page(page.number ?? (pages.count > 1 ? index : nil))
      for block in page.blocks {
        writer.page(DotsPages.number(block.place, tree))
        writer.block(
          tree.member("text", of: block.place), pointer: block.pointer + "/text",
          box: writer.box(tree.member("bbox", of: block.place)),
          isFormula: tree.string(tree.member("category", of: block.place)) == "Formula")
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }
}
