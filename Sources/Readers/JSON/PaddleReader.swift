internal import TieoutMarkup
internal import TieoutModel

/// Reads the layout JSON of PP-StructureV3 and PaddleOCR-VL: `parsing_res_list` of a page, of several
/// pages, or as their service wraps it.
enum PaddleReader: Reader {
  static let format = "paddle"
  static let summary = Message(
    zh: "PP-Structure、PaddleOCR-VL 的 JSON", en: "JSON of PP-Structure and PaddleOCR-VL")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes) else { return nil }
    if !PaddlePages.find(sketch.tree, holding: ["parsing_res_list"]).isEmpty {
      return "JSON with parsing_res_list, as PaddleOCR’s layout pipelines write"
    }
    if PaddleRegions.begins(sketch) {
      return "JSON of regions with type and res, as PP-Structure 2 writes"
    }
    return sketch.has("layoutParsingResults") || sketch.has("result", "errorCode")
      ? "JSON as the service of PaddleOCR’s pipelines writes it" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    let pages = PaddlePages.find(tree, holding: ["parsing_res_list"])
    for (index, page) in pages.enumerated() {
      let number = tree.integer(tree.member("page_index", of: page.place))
      if pages.count > 1 || number != nil { writer.page(number ?? index) }
      let first = writer.draft.size
      for (place, block) in tree.items("parsing_res_list", of: page.place).enumerated() {
        writer.block(
          tree.member("block_content", of: block),
          pointer: "\(page.pointer)/parsing_res_list/\(place)/block_content",
          box: writer.box(tree.member("block_bbox", of: block))
            ?? tree.outline(tree.member("block_polygon_points", of: block)),
          isFormula: tree.string(tree.member("block_label", of: block))?.hasSuffix("formula")
            == true)
      }
      let lines = PaddleLines(page.place, tree)
      if !lines.isEmpty { writer.weigh(from: first) { lines.confidence(of: $0) } }
    }
    let isRead = pages.isEmpty ? PaddleRegions.write(&writer) : true
    guard isRead || tree.error != nil else {
      throw ReadError(
        Message(
          zh: "“\(name)”里没有 parsing_res_list。请给出版面解析（PP-StructureV3、PaddleOCR-VL）的 JSON。",
          en: "“\(name)” has no parsing_res_list. Give the JSON of a layout pipeline "
            + "(PP-StructureV3, PaddleOCR-VL)."))
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }
}
