internal import TieoutModel

/// The columns that tables in the cells of a table take: where one is wider than its cell, the cell
/// widens, and all that stands behind it in any row moves on, as a browser would draw it.
struct NestedColumns {
  /// A table in a cell: its cells in the draft, the place of its cell, and how wide it is.
  private struct Nested {
    var cells: Range<Int>
    var place: SpanGrid.Place
    var width: Int
  }

  /// Where the first cell of the table itself stands in the draft.
  private var first: Int
  private var nested: [Nested] = []

  /// Begins a table whose first cell will be the next one of the draft.
  init(first: Int) { self.first = first }

  /// Takes notice of a table that has been read in a cell.
  ///
  /// - Parameter end: how many cells the draft has with it.
  mutating func add(_ other: NestedColumns, width: Int, in place: SpanGrid.Place, end: Int) {
    guard width > place.columnSpan, other.first < end else { return }
    nested.append(Nested(cells: other.first..<end, place: place, width: width))
  }

  /// Forgets cells that the draft has taken back with their row, since nothing was in them.
  mutating func forget(from count: Int) {
    first = min(first, count)
    for place in nested.indices.reversed() {
      let cells = nested[place].cells
      guard cells.upperBound > count else { return }
      nested[place].cells = min(cells.lowerBound, count)..<count
    }
  }

  /// Moves and widens the cells of the table; its width, that of its grid having been given.
  ///
  /// - Parameter base: the column of the draft in which its first one stands.
  func apply(to draft: inout Draft, base: Int, width: Int) -> Int {
    var extra: [Int: Int] = [:]
    for nested in nested {
      let last = nested.place.column + nested.place.columnSpan - 1
      extra[last] = max(extra[last] ?? 0, nested.width - nested.place.columnSpan)
    }
    guard !extra.isEmpty else { return width }
    // How far each column moves on.
    var shifts: [Int] = []
    var shift = 0
    for column in 0...max(width, extra.keys.max() ?? 0) {
      shifts.append(shift)
      shift += extra[column] ?? 0
    }
    func moved(_ column: Int) -> Int {
      column + (column < 0 ? 0 : column < shifts.count ? shifts[column] : shift)
    }
    var rest = nested[...]
    for cell in first..<max(first, draft.cells.count) {
      while let next = rest.first, next.cells.upperBound <= cell { rest.removeFirst() }
      if let next = rest.first, next.cells.contains(cell) {
        draft.move(cell: cell, by: moved(next.place.column) - next.place.column, widening: 0)
      } else {
        let start = Int(draft.cells[cell].column) - base
        let end = start + Int(draft.cells[cell].columnSpan)
        let by = moved(start) - start
        draft.move(cell: cell, by: by, widening: moved(end) - end - by)
      }
    }
    return moved(width)
  }
}
