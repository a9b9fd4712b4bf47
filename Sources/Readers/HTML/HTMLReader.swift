internal import TieoutModel

/// Reads a whole HTML file.
enum HTMLReader: Reader {
  static let format = "html"
  static let summary = Message(
    zh: "HTML：表格按行列跨度展开，其余是段落",
    en: "HTML: tables by the grid of their spans, the rest is prose")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    HTMLSigns(bytes).reason
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var draft = Draft()
    var walker = HTMLWalker(SourceText(file: bytes))
    walker.draft(into: &draft)
    for remark in walker.events.remarks() {
      draft.remark(remark.message, atFile: remark.offset)
    }
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}
