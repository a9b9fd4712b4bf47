internal import TieoutMarkup
internal import TieoutModel

/// The cells of a table that JSON gives as a list of rows, or as a list of cells with their places.
enum GridCells {
  /// What a cell that is an object calls its characters.
  private static let texts = ["text", "content", "word", "words", "value"]

  /// What lists of rows are called.
  private static let names: Set<String> = [
    "rows", "data", "cells", "table", "table_data", "values",
  ]
  /// What blocks of a page say of themselves, and cells do not.
  private static let kinds = ["type", "label", "category", "block_type"]

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

  /// The cells of a list of lists, one a row, all of one length; `nil` for a list of anything else.
  ///
  /// A cell is a string, a number, `true` or `false`, or an object with a text; `null`, and an object
  /// without, is a blank one. Two columns hold words, or the list is called as rows are: a text with
  /// its score is no row, nor is a point.
  ///
  /// - Parameter heads: a list of the heads of the columns, and its pointer.
  static func rows(
    _ place: Int, _ pointer: String, heads: (place: Int, pointer: String)?, _ tree: JSONTree
  ) -> [TableCells.Cell]? {
    var rows = tree.children(of: place).enumerated().map { (list: $1, pointer: "\(pointer)/\($0)") }
    guard let width = rows.first.map({ tree.children(of: $0.list).count }), width > 1,
      rows.allSatisfy({
        tree.nodes[$0.list].kind == .array && tree.children(of: $0.list).count == width
      })
    else { return nil }
    if let heads, heads.place != place, tree.children(of: heads.place).count == width {
      rows.insert((heads.place, heads.pointer), at: 0)
    }
    var cells: [TableCells.Cell] = []
    var worded: Set<Int> = []
    for (row, (list, pointer)) in rows.enumerated() {
      for (column, cell) in tree.children(of: list).enumerated() {
        guard let (text, name) = text(cell, tree) else { return nil }
        if tree.nodes[cell].kind != .number, !text.bytes.isEmpty { worded.insert(column) }
        cells.append(
          TableCells.Cell(
            row: row, column: column, rowSpan: 1, columnSpan: 1, text: SourceText(text),
            mark: SourceFile.Mark(element: "\(pointer)/\(column)\(name)")))
      }
    }
    return worded.count > (names.contains(tree.name(of: place)) ? 0 : 1) ? cells : nil
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

  /// The characters of a cell, and where in it they stand; `nil` for a list or a block.
  static func text(_ cell: Int, _ tree: JSONTree) -> (DecodedText, String)? {
    switch tree.nodes[cell].kind {
    case .string, .number: return tree.printed(cell).map { ($0, "") }
    case .boolean:
      var text = DecodedText()
      text.copy(tree.bytes, tree.nodes[cell].range)
      return (text, "")
    case .null: return (DecodedText(), "")
    case .object where kinds.contains { tree.member($0, of: cell) != nil }: return nil
    case .object:
      for name in texts {
        if let text = tree.printed(tree.member(name, of: cell)), !text.bytes.isEmpty {
          return (text, "/" + name)
        }
      }
      return (DecodedText(), "")
    case .array: return nil
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
