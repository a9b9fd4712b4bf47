internal import TieoutModel

/// Reads Markdown: pipe, HTML, OTSL and LaTeX tables, headings, lists, and page marks; and DocTags.
enum MarkdownReader: Reader {
  static let format = "markdown"
  static let summary = Message(
    zh: "Markdown：竖线、HTML、OTSL 或 LaTeX 表格，标题与段落",
    en: "Markdown: pipe, HTML, OTSL or LaTeX tables, headings and prose")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    JSONSketch.isMeant(bytes) ? nil : MarkdownSigns(bytes).reason
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var draft = Draft()
    var walker = MarkdownWalker(SourceText(file: bytes))
    walker.draft(into: &draft)
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}
