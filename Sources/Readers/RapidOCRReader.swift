internal import TieoutMarkup
internal import TieoutModel

/// Reads RapidOCR's JSON: pages of texts, each in a quadrilateral.
enum RapidOCRReader: Reader {
  static let format = "rapidocr"
  static let summary = Message(
    zh: "RapidOCR 的 JSON：每页若干文字框，表格由文字框的位置重建",
    en: "RapidOCR’s JSON: texts in boxes, from whose places tables are rebuilt")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    // The beginning says it all, and a tree of it is made even where it is cut off.
    let tree = JSONTree(Array(bytes.prefix(65_536)))
    guard
      let page = tree.root.flatMap({ tree.member("pages", of: $0) })
        .flatMap({ tree.children(of: $0).first }),
      let item = tree.member("items", of: page).flatMap({ tree.children(of: $0).first }),
      tree.member("box", of: item) != nil, tree.member("text", of: item) != nil
    else { return nil }
    return "pages of items with a box and a text"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let tree = JSONTree(bytes)
    guard let root = tree.root, let pages = tree.member("pages", of: root) else {
      throw ReadError(Message(zh: "", en: ""))
    }
    var text = DecodedText()
    var found: [WordPage] = []
    for (pagePlace, page) in tree.children(of: pages).enumerated() {
      var words = WordPage(number: tree.integer(tree.member("page", of: page)))
      let items = tree.member("items", of: page).map { tree.children(of: $0) } ?? []
      for (place, item) in items.enumerated() {
        guard let decoded = tree.text(tree.member("text", of: item)) else { continue }
        let start = text.bytes.count
        text.append(decoded)
        words.words.append(
          WordPage.Word(
            text: start..<text.bytes.count,
            box: box(tree.member("box", of: item), tree)
              ?? Box(left: 0, top: 0, right: 0, bottom: 0),
            line: place,
            mark: SourceFile.Mark(element: "/pages/\(pagePlace)/items/\(place)/text")))
      }
      found.append(words)
    }
    var draft = Draft()
    let source = SourceText(text)
    for page in found { PageLayout.add(page, source, to: &draft) }
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  private static func box(_ place: Int?, _ tree: JSONTree) -> Box? {
    guard let place else { return nil }
    let points = tree.children(of: place).map { tree.children(of: $0) }
    let xs = points.compactMap { tree.number($0.first) }
    let ys = points.compactMap { $0.count > 1 ? tree.number($0[1]) : nil }
    return Box(xs.min(), ys.min(), xs.max(), ys.max())
  }
}
