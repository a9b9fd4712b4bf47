internal import TieoutMarkup
internal import TieoutModel

/// Reads what Baidu's recognition of tables answers: `tables_result`, and `forms_result` of the
/// service before it.
///
/// An answer is a page. The texts above and below a table are its `header` and its `footer`; rows and
/// columns are counted by the rules that they lie between, by the older service one by one.
enum BaiduReader: Reader {
  static let format = "baidu"
  static let summary = Message(
    zh: "百度表格文字识别的 JSON（tables_result、forms_result）",
    en: "JSON of Baidu’s recognition of tables (tables_result, forms_result)")

  /// What the list of tables is called.
  private static let lists = ["tables_result", "forms_result"]

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes) else { return nil }
    for list in lists
    where ["body", "header", "footer"].contains(where: { sketch.firstHas($0, in: list) }) {
      return "JSON with \(list), as Baidu’s recognition of tables answers"
    }
    return nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for answer in tree.answers {
      var page = AnswerPage()
      for table in lists.flatMap({ tree.listed($0, of: answer) }) {
        for text in tree.listed("header", of: table) { add(text, tree, to: &page) }
        let cells = tree.listed("body", of: table).compactMap { cell($0, tree) }
        if !cells.isEmpty { page.add(cells) }
        for text in tree.listed("footer", of: table) { add(text, tree, to: &page) }
      }
      writer.write([page])
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static let names = CellNames(
    row: "row_start", column: "col_start", rowExtent: "row_end", columnExtent: "col_end",
    extent: .end)

  private static func cell(
    _ cell: (place: Int, pointer: String), _ tree: JSONTree
  ) -> TableCells.Cell? {
    guard let text = tree.text(tree.member("words", of: cell.place)) else { return nil }
    var made = names.cell(cell.place, tree, text: text, mark: mark(cell, tree))
    if let (row, span) = run("row", of: cell.place, tree) { (made.row, made.rowSpan) = (row, span) }
    if let (column, span) = run("column", of: cell.place, tree) {
      (made.column, made.columnSpan) = (column, span)
    }
    return made
  }

  /// The first of the rows or columns that the older service lists for a cell, and how many they are.
  private static func run(_ name: String, of cell: Int, _ tree: JSONTree) -> (Int, Int)? {
    guard let place = tree.member(name, of: cell) else { return nil }
    let all = tree.children(of: place).compactMap { tree.whole($0) }
    return (all.min() ?? tree.whole(place)).map { ($0, max(all.count, 1)) }
  }

  private static func add(
    _ item: (place: Int, pointer: String), _ tree: JSONTree, to page: inout AnswerPage
  ) {
    guard let text = tree.text(tree.member("words", of: item.place)) else { return }
    page.texts.append(AnswerPage.Text(characters: text, mark: mark(item, tree)))
  }

  private static func mark(
    _ item: (place: Int, pointer: String), _ tree: JSONTree
  ) -> SourceFile.Mark {
    let outline = ["cell_location", "location", "vertexes_location"].lazy
      .compactMap { tree.member($0, of: item.place) }.first
    return SourceFile.Mark(
      element: item.pointer + "/words", box: tree.outline(outline, scale: (1, 1)),
      confidence: tree.confidence(tree.member("probability", of: item.place)))
  }
}
