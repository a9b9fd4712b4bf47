internal import TieoutMarkup
internal import TieoutModel

/// Reads RapidOCR's JSON: pages of texts, each in a quadrilateral.
enum RapidOCRReader: Reader {
  static let format = "rapidocr"
  static let summary = Message(
    zh: "RapidOCR 的 JSON：每页若干文字框，表格由文字框的位置重建",
    en: "RapidOCR’s JSON: texts in boxes, from whose places tables are rebuilt")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard bytes.first(where: { !$0.isBlankASCII }) == 0x7B else { return nil }
    let tree = JSONTree(Array(bytes.prefix(65_536)))
    guard
      let page = tree.root.flatMap({ tree.member("pages", of: $0) })
        .flatMap({ tree.children(of: $0).first }),
      let item = tree.member("items", of: page).flatMap({ tree.children(of: $0).first }),
      tree.member("box", of: item) != nil, tree.member("text", of: item) != nil
    else { return nil }
    return "JSON: pages of items with a box and a text, as RapidOCR’s are written"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let tree = JSONTree(bytes)
    var pages = WordPages()
    let list = tree.root.map { tree.items("pages", of: $0) } ?? []
    for (pagePlace, page) in list.enumerated() {
      pages.beginPage(tree.integer(tree.member("page", of: page)))
      for (place, item) in tree.items("items", of: page).enumerated() {
        guard let text = tree.text(tree.member("text", of: item)) else { continue }
        pages.beginLine()
        pages.beginWord(
          SourceFile.Mark(
            element: "/pages/\(pagePlace)/items/\(place)/text",
            box: box(tree.member("box", of: item), tree),
            confidence: tree.confidence(tree.member("score", of: item))))
        pages.append(text)
        pages.endWord()
      }
    }
    if let error = tree.error { pages.remark(.cutOff(error)) }
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  private static func box(_ place: Int?, _ tree: JSONTree) -> Box? {
    guard let place else { return nil }
    let points = tree.children(of: place).map { tree.children(of: $0) }
    let xs = points.compactMap { tree.number($0.first) }
    let ys = points.compactMap { $0.count > 1 ? tree.number($0[1]) : nil }
    return Box(xs.min(), ys.min(), xs.max(), ys.max())
  }
}
