internal import TieoutMarkup
internal import TieoutModel

/// Reads docling's JSON: texts and tables in lists, their order in a tree of references.
///
/// Cells are taken from `table_cells`; `grid` repeats those that span. What the tree leaves out is
/// read after it, so that nothing is lost.
enum DoclingReader: Reader {
  static let format = "docling"
  static let summary = Message(zh: "docling 的 JSON", en: "docling’s JSON")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes) else { return nil }
    if sketch.has("document"), let root = sketch.tree.roots.first,
      inner(root, sketch.tree) != nil
    {
      return "JSON of a DoclingDocument in an answer of docling-serve"
    }
    let isNamed = sketch.string("schema_name") == "DoclingDocument"
    guard isNamed || sketch.has("body", "texts", "tables") else { return nil }
    return "JSON of a DoclingDocument"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var walk = DoclingWalk(writer: LayoutWriter(bytes))
    for root in walk.writer.tree.roots { walk.write(inner(root, walk.writer.tree) ?? root) }
    try walk.writer.finish(name: name, format: format, reason: reason, into: &document)
  }
}

extension DoclingReader {
  /// The document in an answer of docling’s service; `nil` where there is none.
  private static func inner(
    _ root: (place: Int, pointer: String), _ tree: JSONTree
  ) -> (place: Int, pointer: String)? {
    guard let answer = tree.member("document", of: root.place),
      let content = tree.member("json_content", of: answer), tree.nodes[content].kind == .object
    else { return nil }
    return (content, root.pointer + "/document/json_content")
  }
}

/// One way through the tree of references.
private struct DoclingWalk {
  var writer: LayoutWriter
  private var tree: JSONTree { writer.tree }
  /// What each reference names.
  private var items: [String: Int] = [:]
  /// The references in the order of the lists.
  private var order: [String] = []
  /// The pointer of the document that is read.
  private var pointer = ""
  private var isWritten: Set<String> = []
  private var hasWaited: Set<String> = []
  /// The height of each page, by its number.
  private var heights: [Int: Double] = [:]

  private static let lists = [
    "texts", "tables", "groups", "pictures", "key_value_items", "form_items",
  ]

  init(writer: LayoutWriter) { self.writer = writer }

  /// Writes one document.
  mutating func write(_ root: (place: Int, pointer: String)) {
    self = DoclingWalk(writer: writer)
    pointer = root.pointer
    gather(root.place)
    for name in ["body", "furniture"] {
      if let place = tree.member(name, of: root.place) { write(references(place, "children")) }
    }
    write(order)
  }

  /// Finds what references name, and how high pages are.
  private mutating func gather(_ root: Int) {
    let tree = writer.tree
    for list in Self.lists {
      for (index, item) in tree.items(list, of: root).enumerated() {
        items["#/\(list)/\(index)"] = item
        order.append("#/\(list)/\(index)")
      }
    }
    for page in tree.items("pages", of: root) {
      let size = tree.member("size", of: page)
      guard let number = tree.integer(tree.member("page_no", of: page)),
        let height = tree.number(size.flatMap { tree.member("height", of: $0) })
      else { continue }
      heights[number] = height
    }
  }

  /// Writes what references name and what that refers to, each once.
  private mutating func write(_ references: [String]) {
    var waiting = Array(references.reversed())
    while let reference = waiting.popLast() {
      guard let item = items[reference], isWritten.insert(reference).inserted else { continue }
      if let data = tree.member("data", of: item) {
        // A caption stands above its table, wherever the tree has it; the table waits for it once.
        let captions = self.references(item, "captions").filter { !isWritten.contains($0) }
        if !captions.isEmpty, hasWaited.insert(reference).inserted {
          isWritten.remove(reference)
          waiting.append(reference)
          waiting += captions.reversed()
          continue
        }
        table(data, item, pointer + reference.dropFirst())
      } else if let (ticked, name) = ticked(item) {
        let box = place(of: item)
        writer.block(ticked, pointer: "\(pointer)\(reference.dropFirst())/\(name)", box: box)
      } else if let (text, name) = text(of: item) {
        let place = place(of: item)
        writer.block(
          text, pointer: "\(pointer)\(reference.dropFirst())/\(name)", box: place,
          isFormula: tree.string(tree.member("label", of: item)) == "formula")
      } else if let graph = tree.member("graph", of: item) {
        _ = place(of: item)
        pairs(graph, pointer + reference.dropFirst() + "/graph")
      }
      let below = ["children", "captions", "footnotes"].flatMap { self.references(item, $0) }
      waiting += below.filter { !isWritten.contains($0) }.reversed()
    }
  }

  /// The characters of a box to tick, with the tick that its label tells, where they do not begin with
  /// one; `nil` for any other item.
  private func ticked(_ item: Int) -> (characters: DecodedText, name: String)? {
    let ticks = ["checkbox_selected": "☑", "checkbox_unselected": "☐"]
    guard let tick = ticks[tree.string(tree.member("label", of: item)) ?? ""],
      let (text, name) = text(of: item), let characters = tree.printed(text)
    else { return nil }
    let start = characters.bytes.drop { $0.isBlankASCII }
    var ticked = DecodedText()
    if !["☑", "☒", "☐"].contains(where: { start.starts(with: $0.utf8) }) {
      let quote = tree.nodes[text].range.lowerBound
      ticked.decode(tick.utf8, quote - 1..<quote)
    }
    ticked.append(characters)
    return (ticked, name)
  }

  /// The member of an item that is its text: of a point of a list the one that has its number.
  private func text(of item: Int) -> (place: Int, name: String)? {
    let marker = tree.string(tree.member("marker", of: item)) ?? ""
    let names = ["text", "orig"].filter { tree.member($0, of: item) != nil }
    let isNumbered = marker.contains { $0.isLetter || $0.isNumber }
    let name = names.first { name in
      isNumbered && tree.string(tree.member(name, of: item))?.hasPrefix(marker) == true
    }
    return (name ?? names.first).flatMap { name in
      tree.member(name, of: item).map { ($0, name) }
    }
  }

  /// Writes the keys and the values of a form; those that name an item are written with it.
  private mutating func pairs(_ graph: Int, _ pointer: String) {
    for (index, cell) in tree.items("cells", of: graph).enumerated() {
      let named = tree.member("item_ref", of: cell).flatMap { reference($0) }
      if let named, items[named] != nil { continue }
      writer.block(tree.member("text", of: cell), pointer: "\(pointer)/cells/\(index)/text")
    }
  }

  /// Takes what a cell says itself out of what is still to be written: a cell of several parts
  /// refers to them as well.
  private mutating func take(_ cell: Int, text: [UInt8]) {
    guard let first = tree.member("ref", of: cell).flatMap({ reference($0) }) else { return }
    var waiting = [first]
    while let name = waiting.popLast() {
      guard let item = items[name], !isWritten.contains(name) else { continue }
      if let part = self.text(of: item) {
        guard let words = tree.text(part.place)?.bytes, text.firstRange(of: words) != nil else {
          continue
        }
      } else if tree.member("data", of: item) != nil {
        continue
      }
      isWritten.insert(name)
      waiting += references(item, "children")
    }
  }

  private func reference(_ place: Int) -> String? {
    tree.string(tree.member("$ref", of: place) ?? tree.member("cref", of: place))
  }

  private func references(_ place: Int, _ name: String) -> [String] {
    tree.items(name, of: place).compactMap { reference($0) }
  }

  /// Begins the page of an item; its rectangle on it.
  private mutating func place(of item: Int) -> Box? {
    guard let first = tree.items("prov", of: item).first else { return nil }
    let page = tree.integer(tree.member("page_no", of: first))
    writer.page(page.map { $0 - 1 })
    return box(tree.member("bbox", of: first), page)
  }

  /// A rectangle, turned over where its origin is at the bottom.
  private func box(_ place: Int?, _ page: Int?) -> Box? {
    guard let place else { return nil }
    let edges = ["l", "t", "r", "b"].map { tree.number(tree.member($0, of: place)) }
    guard let left = edges[0], var top = edges[1], let right = edges[2], var bottom = edges[3]
    else {
      return nil
    }
    if tree.string(tree.member("coord_origin", of: place)) == "BOTTOMLEFT" {
      guard let height = page.flatMap({ heights[$0] }) else { return nil }
      (top, bottom) = (height - top, height - bottom)
    }
    return Box(
      left: Int32(clamped: left), top: Int32(clamped: top), right: Int32(clamped: right),
      bottom: Int32(clamped: bottom))
  }

  /// The cells of a table, each with its pointer: where there is no list of them, those of the grid,
  /// in which a cell that spans stands once for each place that it covers.
  private func places(of data: Int) -> [(cell: Int, name: String)] {
    let cells = tree.items("table_cells", of: data)
    guard cells.isEmpty else { return cells.enumerated().map { ($1, "table_cells/\($0)") } }
    var known: Set<[Int]> = []
    return tree.items("grid", of: data).enumerated().flatMap { row, line in
      tree.children(of: line).enumerated().compactMap { column, cell in
        let start = ["start_row_offset_idx", "start_col_offset_idx"].compactMap {
          tree.integer(tree.member($0, of: cell))
        }
        guard start.count < 2 || known.insert(start).inserted else { return nil }
        return (cell, "grid/\(row)/\(column)")
      }
    }
  }

  private mutating func table(_ data: Int, _ item: Int, _ pointer: String) {
    let tree = tree
    _ = place(of: item)
    let page = tree.items("prov", of: item).first
      .flatMap { tree.integer(tree.member("page_no", of: $0)) }
    var cells: [TableCells.Cell] = []
    for (cell, name) in places(of: data) {
      func number(_ name: String) -> Int? { tree.integer(tree.member(name, of: cell)) }
      let row = number("start_row_offset_idx") ?? 0
      let column = number("start_col_offset_idx") ?? 0
      guard let text = tree.text(tree.member("text", of: cell)) else { continue }
      take(cell, text: text.bytes)
      cells.append(
        TableCells.Cell(
          row: row, column: column,
          rowSpan: number("row_span") ?? ((number("end_row_offset_idx") ?? row + 1) - row),
          columnSpan: number("col_span") ?? ((number("end_col_offset_idx") ?? column + 1) - column),
          text: SourceText(text),
          mark: SourceFile.Mark(
            element: "\(pointer)/data/\(name)/text",
            box: box(tree.member("bbox", of: cell), page))))
    }
    writer.table(TableCells(cells))
  }
}
