internal import TieoutModel

/// How far the rows of a table reach to the right, with the cells that span down into them.
struct RowSpanReach {
  /// The ends of cells that span rows, and how many rows are left below.
  private var spans: [(end: Int, left: Int)] = []

  /// Where the next row ends.
  mutating func end(in row: Document.Row, _ cells: [Document.Cell]) -> Int {
    var end = 0
    for span in spans { end = max(end, span.end) }
    if !spans.isEmpty {
      for index in spans.indices { spans[index].left -= 1 }
      spans.removeAll { $0.left == 0 }
    }
    for index in row.cells {
      end = max(end, cells[index].columns.upperBound)
      let rows = Int(cells[index].rowSpan)
      if rows > 1 { add(cells[index].columns.upperBound, rows - 1) }
    }
    return end
  }

  /// Notes a cell, and forgets those that reach neither further right nor further down.
  private mutating func add(_ end: Int, _ left: Int) {
    guard !spans.contains(where: { $0.end >= end && $0.left >= left }) else { return }
    spans.removeAll { $0.end <= end && $0.left <= left }
    spans.append((end, left))
  }
}
