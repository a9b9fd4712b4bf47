/// Gives cells of neighbouring rows that stand in one line the same columns.
///
/// A text shows only how far it reaches, not how wide its cell is: of the texts under one spanning
/// head, the long ones run over the lines between columns and the short ones do not.
struct ColumnSpans {
  let em: Double

  /// How far edges or centres of one column lie apart at the most, in widths of a Han character.
  private static let slack = 0.45

  func apply(to rows: inout [[TableGrid.Cell]]) {
    // Widening a cell may widen those above it: down, then up again.
    for row in rows.indices.dropFirst() { align(row, with: row - 1, &rows) }
    for row in rows.indices.dropLast().reversed() { align(row, with: row + 1, &rows) }
  }

  private func align(_ row: Int, with other: Int, _ rows: inout [[TableGrid.Cell]]) {
    for place in rows[row].indices {
      let cell = rows[row][place]
      for neighbour in rows[other] where neighbour.columns.overlaps(cell.columns) {
        guard neighbour.columns != cell.columns, isAligned(cell, neighbour) else { continue }
        let both =
          min(cell.columns.lowerBound, neighbour.columns.lowerBound)..<max(
            cell.columns.upperBound, neighbour.columns.upperBound)
        let isFree = rows[row].indices.allSatisfy {
          $0 == place || !rows[row][$0].columns.overlaps(both)
        }
        if isFree { rows[row][place].columns = both }
      }
    }
  }

  private func isAligned(_ left: TableGrid.Cell, _ right: TableGrid.Cell) -> Bool {
    let slack = Self.slack * em
    return abs(left.left - right.left) < slack || abs(left.right - right.right) < slack
      || abs(left.left + left.right - right.left - right.right) < slack * 2
  }
}
