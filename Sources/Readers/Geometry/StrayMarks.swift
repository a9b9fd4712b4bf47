/// Tells single characters that stand in a table and do not belong to it: of stamps, of dirt.
///
/// A character of the table stands in line with another text of its column, or is the last one of a
/// text that wraps.
struct StrayMarks {
  let em: Double

  /// The words of the stray marks of a table.
  func find(in grid: PageTable) -> Set<Int> {
    var words: Set<Int> = []
    let columns = (0..<grid.columns).map { column in
      grid.cells.joined().filter { $0.columns.contains(column) }.flatMap { $0.lines.joined() }
    }
    for (row, cells) in grid.cells.enumerated().dropFirst() {
      for cell in cells {
        let isAlone = cell.lines.count == 1 && cell.lines[0].count == 1
        let isCovered = [row - 1, row + 1].contains { other in
          grid.cells.indices.contains(other)
            && grid.cells[other].contains {
              $0.columns.count > 1 && $0.columns.contains(cell.columns.lowerBound)
            }
        }
        for segment in cell.lines.joined() where segment.mayBeStray {
          if isAlone && isCovered
            || !columns[cell.columns.lowerBound].contains(where: { holds(segment, $0) })
          {
            words.formUnion(segment.words)
          }
        }
      }
    }
    return words
  }

  /// Whether a text shows that a character belongs to its column.
  private func holds(_ mark: Segment, _ other: Segment) -> Bool {
    guard other.words != mark.words, other.count > 1 || other.isNumeric || isNear(mark, other)
    else { return false }
    guard abs(mark.middle - other.middle) < em * 10 else { return false }
    let isBelow = mark.middle - other.middle > em * 0.5 && mark.middle - other.middle < em * 2.1
    let slack = em * (isBelow ? 0.7 : 0.4)
    return abs(mark.centre - other.centre) < slack
      || isBelow && abs(mark.left - other.left) < slack
  }

  /// Whether two single characters are of one height, as those of one column are.
  private func isNear(_ mark: Segment, _ other: Segment) -> Bool {
    other.count == 1 && abs(mark.middle - other.middle) > em * 0.5
  }
}
