internal import TieoutModel

/// Puts the cells of a row into the columns of its table, by what they hold and where they stand.
///
/// All ways to put them in order are weighed: what each cell costs in a column, how far it moved
/// against the rest of its row, what a missing cell costs. The cheapest wins if it is alone.
struct RowAlignment {
  /// For each cell the place in the specification; `nil` for a cell that no column takes.
  var slots: [Int?]
  /// What it costs.
  var cost: Int
  /// By how many columns the row as a whole moved.
  var shift: Int

  /// Shifts that are weighed: a row lost or gained up to three cells at its left.
  private static let shifts = [0, -1, 1, -2, 2, -3, 3]
  private static let unplaced = 15

  /// The cheapest alignment, and whether another one is as cheap.
  static func best(
    _ cells: [Document.Cell], _ header: TableHeader, _ specs: [ColumnSpec], _ fit: CellFit,
    _ document: Document
  ) -> (alignment: RowAlignment, isTied: Bool)? {
    var best: RowAlignment?
    var isTied = false
    for shift in shifts {
      let candidate = align(cells, header, specs, fit, document, shift: shift)
      guard let known = best else {
        best = candidate
        continue
      }
      if candidate.cost < known.cost {
        best = candidate
        isTied = false
      } else if candidate.cost == known.cost, candidate.slots != known.slots {
        isTied = true
      }
    }
    return best.map { ($0, isTied) }
  }

  /// Dynamic programming over (cells placed, columns passed).
  private static func align(
    _ cells: [Document.Cell], _ header: TableHeader, _ specs: [ColumnSpec], _ fit: CellFit,
    _ document: Document, shift: Int
  ) -> RowAlignment {
    let columns = header.columns
    let width = columns.count + 1
    let infinite = Int.max / 2
    var costs = Array(repeating: infinite, count: (cells.count + 1) * width)
    var steps = Array(repeating: Step.start, count: costs.count)
    costs[0] = 0
    func relax(_ cell: Int, _ column: Int, _ cost: Int, _ step: Step) {
      let index = cell * width + column
      if cost < costs[index] {
        costs[index] = cost
        steps[index] = step
      }
    }
    for cell in 0...cells.count {
      for column in 0...columns.count {
        let cost = costs[cell * width + column]
        guard cost < infinite else { continue }
        if column < columns.count {
          relax(cell, column + 1, cost + empty(specs[columns[column].spec]), .skipColumn)
        }
        guard cell < cells.count else { continue }
        relax(cell + 1, column, cost + unplaced, .skipCell)
        guard column < columns.count else { continue }
        let spec = columns[column].spec
        let here =
          cost + fit.cost(cells[cell], spec, specs[spec], document)
          + distance(cells[cell], columns[column], shift)
          + (columns[column].printed == nil && specs[spec].isOptional ? 3 : 0)
        relax(cell + 1, column + 1, here, .place)
        if cell + 1 < cells.count, specs[spec].type == .name,
          fit.isBound(cells[cell + 1], document)
        {
          relax(cell + 2, column + 1, here + 1, .placeTwo)
        }
      }
    }
    return RowAlignment(
      slots: path(steps, cells.count, columns),
      cost: costs[cells.count * width + columns.count] + abs(shift), shift: shift)
  }

  private enum Step { case start, skipColumn, skipCell, place, placeTwo }

  private static func path(
    _ steps: [Step], _ count: Int, _ columns: [TableHeader.Column]
  ) -> [Int?] {
    var slots = [Int?](repeating: nil, count: count)
    var cell = count
    var column = columns.count
    while true {
      switch steps[cell * (columns.count + 1) + column] {
      case .start: return slots
      case .skipColumn: column -= 1
      case .skipCell: cell -= 1
      case .place:
        cell -= 1
        column -= 1
        slots[cell] = columns[column].spec
      case .placeTwo:
        cell -= 2
        column -= 1
        slots[cell] = columns[column].spec
        slots[cell + 1] = columns[column].spec
      }
    }
  }

  private static func distance(
    _ cell: Document.Cell, _ column: TableHeader.Column, _ shift: Int
  ) -> Int {
    guard let printed = column.printed else { return 0 }
    return 2 * abs(Int(cell.column) - printed - shift)
  }

  /// What it costs that a row has no cell for a column.
  private static func empty(_ spec: ColumnSpec) -> Int {
    if spec.isOptional || spec.isCarried { return 0 }
    return spec.type == .name ? 6 : 1
  }
}
