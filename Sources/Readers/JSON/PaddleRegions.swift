internal import TieoutMarkup
internal import TieoutModel

/// The regions of pages that PP-Structure wrote before its version 3, one a line or in a list: tables
/// with their HTML, texts with their lines.
enum PaddleRegions {
  /// Whether the first object of a file is one.
  static func begins(_ sketch: JSONSketch) -> Bool { sketch.has("type", "bbox", "res") }

  /// Writes them; whether there are any.
  static func write(_ writer: inout LayoutWriter) -> Bool {
    let tree = writer.tree
    guard let root = tree.root else { return false }
    let isList = tree.nodes[root].kind == .array
    var isAny = false
    for (index, region) in (isList ? tree.children(of: root) : [root]).enumerated() {
      guard let result = tree.member("res", of: region) else { continue }
      isAny = true
      writer.page(tree.integer(tree.member("img_idx", of: region)))
      let pointer = (isList ? "/\(index)" : "") + "/res"
      if let html = tree.member("html", of: result) {
        writer.block(
          html, pointer: pointer + "/html", box: writer.box(tree.member("bbox", of: region)))
      }
      guard tree.nodes[result].kind == .array else { continue }
      for (place, line) in tree.children(of: result).enumerated() {
        writer.block(
          tree.member("text", of: line), pointer: "\(pointer)/\(place)/text",
          box: tree.outline(tree.member("text_region", of: line)),
          confidence: tree.confidence(tree.member("confidence", of: line)))
      }
    }
    return isAny
  }
}
