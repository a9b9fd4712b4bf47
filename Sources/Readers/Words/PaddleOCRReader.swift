internal import TieoutMarkup
internal import TieoutModel

/// Reads what PaddleOCR's pipelines write of lines alone: lists of texts, scores and boxes, side by
/// side.
///
/// The pipeline for tables adds HTML of its network; that says nothing which the lines and their
/// places do not say, and loses some.
enum PaddleOCRReader: Reader {
  static let format = "paddle-ocr"
  static let summary = Message(
    zh: "PaddleOCR 的文字行 JSON（rec_texts 等），表格由文字框的位置重建",
    en: "PaddleOCR’s JSON of lines (rec_texts), from whose places tables are rebuilt")

  /// What a page holds, or what the part of it that holds the lines is called.
  ///
  /// Boxes stand before texts, and may fill all that is looked at.
  private static let signs = ["rec_texts", "dt_polys", "overall_ocr_res", "table_res_list"]

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let tree = JSONSketch(bytes)?.tree, !PaddlePages.find(tree, holding: signs).isEmpty,
      PaddlePages.find(tree, holding: ["parsing_res_list"]).isEmpty
    else { return nil }
    return "JSON with rec_texts, as PaddleOCR’s pipelines for lines and tables write"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let tree = JSONTree(bytes)
    var pages = WordPages()
    let found = PaddlePages.find(tree, holding: signs)
    for (index, page) in found.enumerated() {
      let number = tree.integer(tree.member("page_index", of: page.place))
      pages.beginPage(number.map { $0 &+ 1 } ?? (found.count > 1 ? index + 1 : nil))
      for list in lists(page, tree) { add(list, tree, to: &pages) }
    }
    for remark in tree.remarks() { pages.remark(remark.message, at: remark.offset) }
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  /// The objects of a page that hold lines.
  private static func lists(
    _ page: (place: Int, pointer: String), _ tree: JSONTree
  ) -> [(place: Int, pointer: String)] {
    if tree.member("rec_texts", of: page.place) != nil { return [page] }
    if let all = tree.member("overall_ocr_res", of: page.place) {
      return [(all, page.pointer + "/overall_ocr_res")]
    }
    return tree.items("table_res_list", of: page.place).enumerated().compactMap { index, table in
      tree.member("table_ocr_pred", of: table).map {
        ($0, "\(page.pointer)/table_res_list/\(index)/table_ocr_pred")
      }
    }
  }

  private static func add(
    _ list: (place: Int, pointer: String), _ tree: JSONTree, to pages: inout WordPages
  ) {
    let texts = tree.items("rec_texts", of: list.place)
    let scores = tree.items("rec_scores", of: list.place)
    // Boxes of what was detected but not read would belong to other texts.
    let boxes =
      ["rec_boxes", "rec_polys", "dt_polys"].lazy
      .map { tree.items($0, of: list.place) }.first { $0.count == texts.count } ?? []
    for (index, place) in texts.enumerated() {
      guard let text = tree.text(place) else { continue }
      pages.beginLine()
      pages.beginWord(
        SourceFile.Mark(
          element: "\(list.pointer)/rec_texts/\(index)",
          box: tree.outline(index < boxes.count ? boxes[index] : nil),
          confidence: tree.confidence(index < scores.count ? scores[index] : nil)))
      pages.append(text)
      pages.endWord()
    }
  }
}
