internal import TieoutMarkup
internal import TieoutModel

/// Reads the answers of services that hold a paper as one string: those of MinerU, docling-serve,
/// marker and Datalab.
///
/// The string is Markdown or HTML, or the engine's own JSON. Answers that hold such JSON as an object
/// are for the reader of that.
enum AnswerReader: Reader {
  static let format = "answer"
  static let summary = Message(
    zh: "MinerU、docling-serve、marker、Datalab 服务的应答：其中的字符串",
    en: "answers of the services of MinerU, docling, marker and Datalab: the string in them")

  /// What the strings are called.
  private static let names = ["md_content", "html_content", "markdown", "html", "output"]
  /// What those of one result of MinerU's are called; its JSON tells places.
  private static let ofResults = ["content_list", "md_content"]

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
    let papers = papers(writer.tree)
    if let paper = papers.first, writer.tree.isJSON(paper.place) {
      if let nested = NestedJSON(
        paper.place, pointer: paper.pointer, of: writer.tree, name: name)
      {
        return try nested.read(name: name, format: format, reason: reason, into: &document)
      }
      // What is cut off is read as a string.
      guard writer.tree.error != nil else { throw unreadable(paper.pointer, name) }
    }
    for paper in papers { writer.block(paper.place, pointer: paper.pointer) }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static func unreadable(_ pointer: String, _ name: String) -> ReadError {
    ReadError(
      Message(
        zh: "“\(name)”的 \(pointer) 是 JSON，但不是能读的格式。请向服务索取 Markdown。",
        en:
          "\(pointer) of “\(name)” is JSON and is in no format that can be read. Ask the service "
          + "for Markdown."))
  }

  /// The strings that hold papers.
  private static func papers(
    _ tree: JSONTree
  ) -> [(name: String, place: Int, pointer: String)] {
    tree.roots.flatMap { root -> [(name: String, place: Int, pointer: String)] in
      if let results = tree.member("results", of: root.place) {
        let all = tree.children(of: results)
        // Of several papers each is Markdown: one file is one source.
        let names = all.count == 1 && !tree.isSequence ? ofResults : ["md_content"]
        return all.enumerated().compactMap { index, result in
          let name = String(decoding: tree.bytes[tree.nodes[result].key], as: UTF8.self)
          let key = tree.nodes[results].kind == .array ? "\(index)" : name.asPointer
          return paper(result, "\(root.pointer)/results/\(key)", names, tree)
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
        !bytes.isEmpty
      else { continue }
      // Of JSON that anybody may have put there the beginning tells what it is.
      let start = bytes.prefix(64)
      let isKnown =
        name == "content_list"
        || name == "output" && !tree.isSequence
          && ["\"children\"", "\"block_type\""].contains { start.firstRange(of: $0.utf8) != nil }
      if isKnown || !JSONSketch.isMeant(bytes) { return (name, text, "\(pointer)/\(name)") }
    }
    return nil
  }
}

extension JSONTree {
  /// Whether a string is JSON itself.
  fileprivate func isJSON(_ place: Int) -> Bool {
    text(place).map { JSONSketch.isMeant($0.bytes) } ?? false
  }
}

extension String {
  /// The name as a part of a JSON pointer.
  var asPointer: String {
    guard utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return self }
    return split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }
}
