internal import TieoutMarkup
internal import TieoutModel

/// What a service calls the place of a cell in the grid of its table.
struct CellNames {
  /// How the number is meant that says how far a cell reaches.
  enum Extent {
    /// The number of rows or columns.
    case count
    /// The first row or column behind it, or the rule that ends it.
    case end
    /// The last row or column of it.
    case last
  }

  let row: String
  let column: String
  let rowExtent: String
  let columnExtent: String
  let extent: Extent
  /// The number of the first row and column.
  var first = 0

  /// Where a cell stands and how far it reaches; what is not told is the first one, and one.
  func cell(
    _ place: Int, _ tree: JSONTree, text: DecodedText, mark: SourceFile.Mark
  ) -> TableCells.Cell {
    let row = tree.whole(tree.field(self.row, of: place)) ?? first
    let column = tree.whole(tree.field(self.column, of: place)) ?? first
    return TableCells.Cell(
      row: row - first, column: column - first,
      rowSpan: span(tree.whole(tree.field(rowExtent, of: place)), from: row),
      columnSpan: span(tree.whole(tree.field(columnExtent, of: place)), from: column),
      text: SourceText(text), mark: mark)
  }

  private func span(_ number: Int?, from start: Int) -> Int {
    guard let number else { return 1 }
    switch extent {
    case .count: return number
    case .end: return number - start
    case .last: return number - start + 1
    }
  }
}
