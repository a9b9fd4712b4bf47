internal import TieoutMarkup
internal import TieoutModel

/// Reads GLM-OCR's JSON: a list of pages of regions with `label`, `content` and `bbox_2d`.
///
/// Boxes are thousandths of the page. Tables are HTML, formulas LaTeX, the rest Markdown.
enum GLMReader: Reader {
  static let format = "glm-ocr"
  static let summary = Message(zh: "GLM-OCR 的 JSON", en: "GLM-OCR’s JSON")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), sketch.isList, sketch.has("label", "content", "bbox_2d")
    else { return nil }
    return "JSON: a list of regions with label, content and bbox_2d, as GLM-OCR writes"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for (index, item) in tree.children(of: tree.root ?? 0).enumerated() {
      guard tree.nodes[item].kind == .array else {
        write(item, "/\(index)", &writer)
        continue
      }
      writer.page(index)
      for (place, region) in tree.children(of: item).enumerated() {
        write(region, "/\(index)/\(place)", &writer)
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static func write(_ region: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    writer.block(
      tree.member("content", of: region), pointer: pointer + "/content",
      box: writer.box(tree.member("bbox_2d", of: region)),
      isFormula: tree.string(tree.member("label", of: region)) == "formula")
  }
}
