internal import TieoutMarkup
internal import TieoutModel

/// Reads the answers of services that hold a paper as one string of Markdown or HTML: those of MinerU,
/// docling-serve, marker and Datalab.
///
/// Answers that hold an engine's own JSON are for the reader of that.
enum AnswerReader: Reader {
  static let format = "answer"
  static let summary = Message(
    zh: "MinerU、docling-serve、marker、Datalab 服务的应答：其中的 Markdown 或 HTML",
    en:
      "answers of the services of MinerU, docling, marker and Datalab: the Markdown or HTML in them"
  )

  /// What the strings are called, the one that tells more of tables first.
  private static let names = ["md_content", "html_content", "markdown", "html", "output"]

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), !sketch.isList,
      let first = papers(sketch.tree).first
    else { return nil }
    return "JSON of a service’s answer with \(first.name)"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    for paper in papers(writer.tree) { writer.block(paper.place, pointer: paper.pointer) }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// The strings that hold papers.
  private static func papers(
    _ tree: JSONTree
  ) -> [(name: String, place: Int, pointer: String)] {
    tree.roots.flatMap { root -> [(name: String, place: Int, pointer: String)] in
      if let results = tree.member("results", of: root.place) {
        return tree.children(of: results).enumerated().compactMap { index, result in
          let name = String(decoding: tree.bytes[tree.nodes[result].key], as: UTF8.self)
          let key = tree.nodes[results].kind == .array ? "\(index)" : name.asPointer
          return paper(result, "\(root.pointer)/results/\(key)", ["md_content"], tree)
        }
      }
      if let document = tree.member("document", of: root.place) {
        let pointer = root.pointer + "/document"
        return paper(document, pointer, names, tree).map { [$0] } ?? []
      }
      // The names alone are anybody's.
      let isAnswer = ["success", "output_format"].contains {
        tree.member($0, of: root.place) != nil
      }
      return isAnswer ? paper(root.place, root.pointer, names, tree).map { [$0] } ?? [] : []
    }
  }

  private static func paper(
    _ place: Int, _ pointer: String, _ names: [String], _ tree: JSONTree
  ) -> (name: String, place: Int, pointer: String)? {
    for name in names {
      guard let text = tree.member(name, of: place), let bytes = tree.text(text)?.bytes,
        !bytes.isEmpty, !JSONSketch.isMeant(bytes)
      else { continue }
      return (name, text, "\(pointer)/\(name)")
    }
    return nil
  }
}

extension String {
  /// The name as a part of a JSON pointer.
  var asPointer: String {
    split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }
}
