internal import TieoutMarkup
internal import TieoutModel

/// The blocks of a `DocumentLayout` of Document AI: texts, lists and tables, one in another.
enum DocumentAIBlocks {
  /// Writes them in order.
  static func write(_ layout: (place: Int, pointer: String), to writer: inout LayoutWriter) {
    let tree = writer.tree
    let before = writer.lastPage
    var waiting = Array(tree.listed("blocks", of: layout).reversed())
    while let block = waiting.popLast() {
      let span = tree.field("pageSpan", of: block.place)
      let page = span.flatMap { tree.whole(tree.field("pageStart", of: $0)) }
      if let page { writer.page(Draft.bounded(page) - 1 + before) }
      let box = tree.polygon(tree.field("boundingBox", of: block.place), (1000, 1000))
      if let text = text(of: block, tree) {
        writer.block(
          tree.member("text", of: text.place), pointer: text.pointer + "/text", box: box)
      }
      if let table = tree.named("tableBlock", of: block) {
        writer.block(
          tree.member("caption", of: table.place), pointer: table.pointer + "/caption")
        writer.table(TableCells(cells(of: table, box, tree)))
      }
      waiting += inner(block, tree).reversed()
    }
  }

  private static func text(
    of block: (place: Int, pointer: String), _ tree: JSONTree
  ) -> (place: Int, pointer: String)? {
    tree.named("textBlock", of: block)
  }

  /// The blocks in a text or in the entries of a list.
  private static func inner(
    _ block: (place: Int, pointer: String), _ tree: JSONTree
  ) -> [(place: Int, pointer: String)] {
    let ofText = text(of: block, tree).map { tree.listed("blocks", of: $0) } ?? []
    let entries =
      tree.named("listBlock", of: block).map { tree.listed("listEntries", of: $0) } ?? []
    return ofText + entries.flatMap { tree.listed("blocks", of: $0) }
  }

  private static func cells(
    of table: (place: Int, pointer: String), _ box: Box?, _ tree: JSONTree
  ) -> [TableCells.Cell] {
    var cells: [TableCells.Cell] = []
    var grid = SpanGrid()
    for row in ["headerRows", "bodyRows"].flatMap({ tree.listed($0, of: table) }) {
      grid.beginRow()
      for cell in tree.listed("cells", of: row) {
        cells.append(
          grid.cell(
            cell.place, tree, text: characters(of: cell, tree),
            mark: SourceFile.Mark(element: cell.pointer, box: box)))
      }
    }
    return cells
  }

  /// The texts of a cell, those of a table in it as well.
  private static func characters(
    of cell: (place: Int, pointer: String), _ tree: JSONTree
  ) -> DecodedText {
    var characters = DecodedText()
    var waiting = Array(tree.listed("blocks", of: cell).reversed())
    while let block = waiting.popLast() {
      if let text = text(of: block, tree),
        let printed = tree.text(tree.member("text", of: text.place)), !printed.bytes.isEmpty
      {
        characters.join(printed)
      }
      var below = inner(block, tree)
      if let table = tree.named("tableBlock", of: block) {
        below += ["headerRows", "bodyRows"].flatMap { tree.listed($0, of: table) }
          .flatMap { tree.listed("cells", of: $0) }.flatMap { tree.listed("blocks", of: $0) }
      }
      waiting += below.reversed()
    }
    return characters
  }
}

extension JSONTree {
  /// The member of a name as services or their clients write it, with its pointer.
  func named(
    _ name: String, of parent: (place: Int, pointer: String)
  ) -> (place: Int, pointer: String)? {
    field(name, of: parent.place).map { place in
      (place, parent.pointer + "/" + String(decoding: bytes[nodes[place].key], as: UTF8.self))
    }
  }
}
