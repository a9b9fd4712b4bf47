internal import TieoutMarkup
internal import TieoutModel

/// Reads the elements of unstructured.io: a list of texts, each with its kind, its page and, where it
/// is a table, the HTML of that.
enum UnstructuredReader: Reader {
  static let format = "unstructured"
  static let summary = Message(
    zh: "unstructured 的元素列表 JSON", en: "JSON: the elements of unstructured.io")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), sketch.isList, sketch.has("type", "element_id") else {
      return nil
    }
    return "JSON: a list of elements with type and element_id, as unstructured.io writes"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for root in tree.roots {
      for (index, element) in tree.children(of: root.place).enumerated() {
        write(element, "\(root.pointer)/\(index)", &writer)
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static func write(_ element: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    let details = tree.member("metadata", of: element)
    func detail(_ name: String) -> Int? { details.flatMap { tree.member(name, of: $0) } }
    writer.page(tree.integer(detail("page_number")).map { $0 - 1 })
    let outline = detail("coordinates").flatMap { tree.member("points", of: $0) }
    let html = detail("text_as_html")
    let isTable = tree.text(html)?.bytes.isEmpty == false
    writer.block(
      isTable ? html : tree.member("text", of: element),
      pointer: pointer + (isTable ? "/metadata/text_as_html" : "/text"),
      box: tree.outline(outline), confidence: tree.confidence(detail("detection_class_prob")))
  }
}
