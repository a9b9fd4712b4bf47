internal import TieoutMarkup
internal import TieoutModel

/// Reads what Tencent Cloud's OCR answers: `TableDetections` of `RecognizeTableOCR` and
/// `RecognizeTableAccurateOCR`, and `TextDetections` of `TableOCR` and of its reading of lines.
///
/// An answer is a page. A text that is in no cell has the row -1 (`TableCell`, `TextTable`).
enum TencentReader: Reader {
  static let format = "tencent"
  static let summary = Message(
    zh: "腾讯云 OCR 的 JSON（TableDetections、TextDetections）",
    en: "JSON of Tencent Cloud’s OCR (TableDetections, TextDetections)")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), let answer = sketch.tree.answers.first else { return nil }
    let tree = sketch.tree
    let place = response(answer, tree).place
    if let table = tree.items("TableDetections", of: place).first,
      tree.member("Cells", of: table) != nil
    {
      return "JSON with TableDetections, as Tencent Cloud’s OCR of tables answers"
    }
    guard let text = tree.items("TextDetections", of: place).first,
      ["RowTl", "ColTl", "DetectedText"].contains(where: { tree.member($0, of: text) != nil })
    else { return nil }
    return "JSON with TextDetections, as Tencent Cloud’s OCR answers"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for answer in tree.answers {
      let response = response(answer, tree)
      var page = AnswerPage()
      for table in tree.listed("TableDetections", of: response) {
        for title in tree.listed("Titles", of: table) { add(title, tree, to: &page, isLine: false) }
        add(tree.listed("Cells", of: table), tree, to: &page)
      }
      add(tree.listed("TextDetections", of: response), tree, to: &page)
      writer.write([page])
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static func response(
    _ answer: (place: Int, pointer: String), _ tree: JSONTree
  ) -> (place: Int, pointer: String) {
    tree.named("Response", of: answer) ?? answer
  }

  private static let names = CellNames(
    row: "RowTl", column: "ColTl", rowExtent: "RowBr", columnExtent: "ColBr", extent: .end)

  /// Adds a table, and the texts above and below it that are listed among its cells.
  private static func add(
    _ cells: [(place: Int, pointer: String)], _ tree: JSONTree, to page: inout AnswerPage
  ) {
    var inside: [TableCells.Cell] = []
    var below: [(place: Int, pointer: String)] = []
    for cell in cells {
      let isInside = (tree.integer(tree.member("RowTl", of: cell.place)) ?? -1) >= 0
      if isInside {
        guard let text = tree.text(tree.member("Text", of: cell.place)) else { continue }
        inside.append(names.cell(cell.place, tree, text: text, mark: mark(cell, "Text", tree)))
      } else if tree.string(tree.member("Type", of: cell.place)) == "footer" {
        below.append(cell)
      } else {
        add(cell, tree, to: &page)
      }
    }
    if !inside.isEmpty { page.add(inside) }
    for text in below { add(text, tree, to: &page) }
  }

  /// Adds a text that is in no table.
  private static func add(
    _ item: (place: Int, pointer: String), _ tree: JSONTree, to page: inout AnswerPage,
    isLine: Bool = true
  ) {
    for name in ["Text", "DetectedText"] {
      guard let text = tree.text(tree.member(name, of: item.place)), !text.bytes.isEmpty else {
        continue
      }
      // Boxes of a page that lies on its side say nothing of its rows.
      let mark = mark(item, name, tree)
      let isUpright = mark.box.map { $0.width >= $0.height } ?? false
      page.texts.append(
        AnswerPage.Text(characters: text, mark: mark, isLine: isLine && isUpright))
    }
  }

  private static func mark(
    _ item: (place: Int, pointer: String), _ name: String, _ tree: JSONTree
  ) -> SourceFile.Mark {
    SourceFile.Mark(
      element: "\(item.pointer)/\(name)",
      box: tree.outline(tree.member("Polygon", of: item.place), scale: (1, 1)),
      confidence: tree.percent(tree.member("Confidence", of: item.place)))
  }
}
