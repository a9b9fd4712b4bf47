internal import TieoutMarkup
internal import TieoutModel

/// Reads what Google's Document AI answers: `Document` with its text and what says of it where it
/// stands, or with the blocks of `documentLayout`.
///
/// Tables are `Page.Table`, texts the lines of pages; of `DocumentLayout` they are `TableBlock`,
/// `TextBlock` and `ListBlock`.
enum DocumentAIReader: Reader {
  static let format = "document-ai"
  static let summary = Message(
    zh: "Google Document AI 的 JSON（Document、documentLayout）；表格之外由文字行的位置重建",
    en: "JSON of Google’s Document AI (Document, documentLayout): what is in none of its tables is "
      + "rebuilt from the places of lines")

  /// What a page holds.
  private static let ofPages = ["layout", "dimension", "lines", "paragraphs", "tables", "tokens"]

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), let answer = sketch.tree.answers.first else { return nil }
    let tree = sketch.tree
    let place = document(answer, tree).place
    if let layout = tree.field("documentLayout", of: place),
      tree.member("blocks", of: layout) != nil
    {
      return "JSON with documentLayout, as Google’s Document AI answers"
    }
    guard tree.text(tree.member("text", of: place)) != nil,
      let page = tree.list("pages", of: place).first,
      ofPages.contains(where: { tree.member($0, of: page) != nil })
    else { return nil }
    return "JSON with text, and pages that point into it, as Google’s Document AI answers"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for answer in tree.answers {
      let (place, pointer) = Self.document(answer, tree)
      let paper = DocumentAIPaper(place, pointer, tree)
      writer.write(paper.pages)
      if paper.pages.allSatisfy({ $0.texts.isEmpty && $0.tables.isEmpty }) {
        if let layout = tree.named("documentLayout", of: (place, pointer)) {
          DocumentAIBlocks.write(layout, to: &writer)
        } else {
          writer.block(tree.member("text", of: place), pointer: pointer + "/text")
        }
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// The document in an answer of the service.
  private static func document(
    _ answer: (place: Int, pointer: String), _ tree: JSONTree
  ) -> (place: Int, pointer: String) {
    tree.named("document", of: answer) ?? answer
  }
}
