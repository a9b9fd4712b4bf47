/// The columns of a table while its rows are read: what cells of earlier rows still occupy.
///
/// Spans are taken for what they say as long as a table could be meant: HTML's own limit bounds the
/// columns, the rows that follow bound the rest, so that no span costs more than its table.
struct SpanGrid {
  /// A cell's place.
  struct Place: Hashable {
    var column: Int
    var columnSpan: Int
    var rowSpan: Int
  }

  /// The columns that a table can have.
  static let widest = 1000

  /// The row, counted from 0; -1 before the first.
  private(set) var row = -1
  /// The number of cells that were put over others.
  private(set) var overlaps = 0
  /// How many rows end in which column.
  private(set) var widths: [Int: Int] = [:]
  /// For each column the first row that it is free in.
  private var freeFrom: [Int] = []
  private var column = 0

  /// Begins a row.
  mutating func beginRow() {
    row += 1
    column = 0
  }

  /// The place of the row's next cell.
  mutating func place(columnSpan: Int, rowSpan: Int) -> Place {
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    // What is beyond the last column stays there, one cell behind the other.
    let start = min(column, Self.widest)
    let end = min(start + min(columnSpan, Self.widest), Self.widest)
    let place = Place(column: start, columnSpan: max(end - start, 1), rowSpan: rowSpan)
    column = max(end, start)
    if freeFrom[min(start, freeFrom.count)..<min(end, freeFrom.count)].contains(where: { $0 > row })
    {
      overlaps += 1
    }
    guard rowSpan > 1 else { return place }
    if freeFrom.count < end {
      freeFrom.append(contentsOf: repeatElement(0, count: end - freeFrom.count))
    }
    for taken in start..<end { freeFrom[taken] = row + rowSpan }
    return place
  }

  /// Ends a row: `widths` counts it where it has cells.
  mutating func endRow() {
    var width = freeFrom.count
    while width > 0, freeFrom[width - 1] <= row { width -= 1 }
    if column > 0 { widths[max(width, column), default: 0] += 1 }
  }

  /// Ends the rows of a head, a body or a foot, over whose end no cell spans.
  mutating func endGroup() { freeFrom.removeAll(keepingCapacity: true) }

  /// The number of columns of the widest row.
  var width: Int { widths.keys.max() ?? 0 }

  /// Whether a cell spans more rows than follow.
  var isOverhanging: Bool { freeFrom.contains { $0 > row + 1 } }
}
