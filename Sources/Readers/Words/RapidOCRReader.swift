internal import TieoutMarkup
internal import TieoutModel

/// Reads texts in quadrilaterals: pages of items with names, bare lists of box, text and score, or
/// lists of boxes, texts and scores side by side.
///
/// The bare lists are what RapidOCR, EasyOCR and PaddleOCR before version 3 hand over, one for each
/// page or only one; PaddleOCR puts text and score into a pair of their own. EasyOCR writes items with
/// names as well, one a line. Lists side by side are RapidOCR's since its version 2.
enum RapidOCRReader: Reader {
  static let format = "rapidocr"
  static let summary = Message(
    zh: "RapidOCR、Surya 的 JSON，及 EasyOCR、PaddleOCR 2 的“框、文字、置信度”列表；表格由文字框的位置重建",
    en:
      "RapidOCR’s and Surya’s JSON, and EasyOCR’s and PaddleOCR 2’s lists of box, text and score: tables "
      + "are rebuilt from the boxes")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard JSONSketch.begins(bytes) else { return nil }
    let tree = JSONTree(Array(bytes.prefix(65_536)))
    let pages = BoxedTexts.pages(tree)
    let page =
      pages.first { page in page.items.contains { BoxedTexts.isOutline($0.box, tree) } }
      ?? pages.first { $0.isBlank && ($0.isSideBySide || $0.isNamed && $0.number != nil) }
    guard let page else { return nil }
    if page.isSideBySide { return "JSON: lists of boxes, txts and scores, as RapidOCR gives them" }
    return page.isNamed
      ? "JSON: pages of texts with boxes, as RapidOCR’s and Surya’s are written"
      : "JSON: lists of box, text and score, as RapidOCR, EasyOCR and PaddleOCR 2 give them"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let tree = JSONTree(bytes)
    var pages = WordPages()
    for page in BoxedTexts.pages(tree) {
      pages.beginPage(page.number)
      for item in page.items {
        guard let text = tree.text(item.text) else { continue }
        pages.beginLine()
        pages.beginWord(
          SourceFile.Mark(
            element: item.pointer, box: tree.outline(item.box),
            confidence: tree.confidence(item.score)))
        pages.append(text)
        pages.endWord()
      }
    }
    for remark in tree.remarks() { pages.remark(remark.message, at: remark.offset) }
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}
