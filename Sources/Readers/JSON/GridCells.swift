internal import TieoutMarkup
internal import TieoutModel

/// The cells of a table that JSON gives as a list of rows, or as a list of cells with their places.
enum GridCells {
  /// What a cell that is an object calls its characters.
  private static let texts = ["text", "content", "word", "words", "value"]

  /// What cells may call their places.
  private static let places = [
    CellNames(
      row: "rowIndex", column: "columnIndex", rowExtent: "rowSpan", columnExtent: "columnSpan",
      extent: .count),
    CellNames(
      row: "rowIndex", column: "colIndex", rowExtent: "rowSpan", columnExtent: "colSpan",
      extent: .count),
    CellNames(
      row: "row", column: "column", rowExtent: "rowSpan", columnExtent: "columnSpan",
      extent: .count),
    CellNames(
      row: "row", column: "col", rowExtent: "rowSpan", columnExtent: "colSpan", extent: .count),
    CellNames(
      row: "startRow", column: "startCol", rowExtent: "endRow", columnExtent: "endCol",
      extent: .last),
    CellNames(row: "ysc", column: "xsc", rowExtent: "yec", columnExtent: "xec", extent: .last),
  ]

  /// The cells of a list of lists, one a row; `nil` for a list of anything else.
  ///
  /// A cell is a string, a number, an object with a text, or `null`: what a cell beside or above it
  /// reaches over.
  static func rows(_ place: Int, _ pointer: String, _ tree: JSONTree) -> [TableCells.Cell]? {
    let rows = tree.children(of: place)
    guard !rows.isEmpty, rows.allSatisfy({ tree.nodes[$0].kind == .array }) else { return nil }
    var cells: [TableCells.Cell] = []
    var isWorded = false
    var width = 0
    for (row, list) in rows.enumerated() {
      let children = tree.children(of: list)
      width = max(width, children.count)
      for (column, cell) in children.enumerated() {
        guard let (text, name) = text(cell, tree) else { return nil }
        isWorded = isWorded || tree.nodes[cell].kind != .number && !text.bytes.isEmpty
        cells.append(
          TableCells.Cell(
            row: row, column: column, rowSpan: 1, columnSpan: 1, text: SourceText(text),
            mark: SourceFile.Mark(element: "\(pointer)/\(row)/\(column)\(name)")))
      }
    }
    // Points of an outline are lists of numbers, and a list of one column is none of rows.
    return isWorded && width > 1 ? cells : nil
  }

  /// The cells of a list of objects that name their row and their column; `nil` for any other list.
  static func placed(_ place: Int, _ pointer: String, _ tree: JSONTree) -> [TableCells.Cell]? {
    let items = tree.children(of: place)
    guard let first = items.first, tree.nodes[first].kind == .object,
      var names = places.first(where: { $0.fits(first, tree) })
    else { return nil }
    guard items.allSatisfy({ names.fits($0, tree) }) else { return nil }
    // Some count from 0, others from 1.
    let rows = items.compactMap { tree.whole(tree.field(names.row, of: $0)) }
    let columns = items.compactMap { tree.whole(tree.field(names.column, of: $0)) }
    names.first = min(rows.min() ?? 0, columns.min() ?? 0) > 0 ? 1 : 0
    let cells = items.enumerated().compactMap { index, item -> TableCells.Cell? in
      guard let (text, name) = text(item, tree) else { return nil }
      let mark = SourceFile.Mark(element: "\(pointer)/\(index)\(name)")
      return names.cell(item, tree, text: text, mark: mark)
    }
    return cells.isEmpty ? nil : cells
  }

  /// The characters of a cell, and where in it they stand; `nil` for what is no cell.
  private static func text(_ cell: Int, _ tree: JSONTree) -> (DecodedText, String)? {
    switch tree.nodes[cell].kind {
    case .string, .number: return tree.printed(cell).map { ($0, "") }
    case .null: return (DecodedText(), "")
    case .object:
      for name in texts {
        if let text = tree.printed(tree.member(name, of: cell)) { return (text, "/" + name) }
      }
      return nil
    case .array, .boolean: return nil
    }
  }
}

extension CellNames {
  /// Whether an object says its row and its column in these names.
  fileprivate func fits(_ place: Int, _ tree: JSONTree) -> Bool {
    tree.whole(tree.field(row, of: place)) != nil
      && tree.whole(tree.field(column, of: place)) != nil
  }
}
