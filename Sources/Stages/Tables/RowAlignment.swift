internal import TieoutModel

/// Puts the cells of a row into the columns of its table, by what they hold and where they stand.
///
/// All ways to put them in order are weighed: what each cell costs in a column, where it stands
/// against its header and against its neighbour, what a missing cell costs. A row that moved as a
/// whole, or an extra cell that moved all cells behind it, costs once.
struct RowAlignment {
  /// For each cell the place in the specification; `nil` for a cell that no column takes.
  var slots: [Int?]
  /// By how many columns the first cell stands off its header.
  var shift: Int
  /// Whether another way to put the cells costs as little.
  var isTied: Bool

  private static let unplaced = 15
  /// What it costs that a cell moved against its neighbour, a column at a time and at the most.
  private static let step = 2
  private static let furthest = 3
  /// What it costs to use a column that the header does without.
  private static let unheaded = 3

  /// The cheapest alignment.
  static func best(
    _ cells: [Document.Cell], _ header: TableHeader, _ fit: CellFit, _ document: Document
  ) -> RowAlignment {
    var weighing = Weighing(cells, header.columns, fit, document)
    return weighing.best()
  }

  /// Where one cell is placed, and the cheapest way there.
  private struct State {
    var cost: Int
    /// The cell before and its column; -1 for none.
    var previousCell = -1
    var previousColumn = -1
    /// How far the cell, or the last one with a header, stands off its header; `nil` if unknown.
    var offset: Int?
    var isTied = false
    /// Whether the cell before belongs to the same column: a text and the rest of it.
    var isContinued = false
  }

  /// Dynamic programming over (cell, column) pairs.
  private struct Weighing {
    let cells: [Document.Cell]
    let columns: [TableHeader.Column]
    let fit: CellFit
    /// What each cell costs in each column.
    let costs: [Int]
    /// What it costs that a row has no cell for a column.
    let empties: [Int]
    /// What it costs besides to use a column.
    let uses: [Int]
    let isBound: [Bool]
    var states: [State?]

    init(
      _ cells: [Document.Cell], _ columns: [TableHeader.Column], _ fit: CellFit,
      _ document: Document
    ) {
      self.cells = cells
      self.columns = columns
      self.fit = fit
      costs = cells.flatMap { cell in columns.map { fit.cost(cell, $0.spec, document) } }
      empties = columns.map { fit.emptyCosts[$0.spec] }
      uses = columns.map { $0.printed == nil && fit.isOptional[$0.spec] ? unheaded : 0 }
      isBound = cells.map { fit.isBound($0, document) }
      states = Array(repeating: nil, count: cells.count * columns.count)
    }

    mutating func best() -> RowAlignment {
      for cell in cells.indices {
        for column in columns.indices { place(cell, column) }
        for column in columns.indices { continueText(cell, column) }
      }
      var end: (cell: Int, column: Int, cost: Int, isTied: Bool)?
      for cell in cells.indices {
        for column in columns.indices {
          guard let state = state(cell, column) else { continue }
          let cost =
            state.cost + (cells.count - 1 - cell) * unplaced + skipped(column + 1..<columns.count)
          if cost < end?.cost ?? .max {
            end = (cell, column, cost, state.isTied)
          } else if cost == end?.cost {
            end?.isTied = true
          }
        }
      }
      return path(end?.cell ?? -1, end?.column ?? -1, isTied: end?.isTied ?? false)
    }

    private func state(_ cell: Int, _ column: Int) -> State? {
      states[cell * columns.count + column]
    }

    private func skipped(_ range: Range<Int>) -> Int {
      var cost = 0
      for column in range { cost += empties[column] }
      return cost
    }

    private mutating func relax(_ cell: Int, _ column: Int, _ candidate: State) {
      let index = cell * columns.count + column
      guard let known = states[index], known.cost <= candidate.cost else {
        states[index] = candidate
        return
      }
      if known.cost == candidate.cost { states[index]?.isTied = true }
    }

    private mutating func place(_ cell: Int, _ column: Int) {
      let own = costs[cell * columns.count + column]
      guard own < CellFit.absurd else { return }
      let here = own + uses[column]
      let printed = columns[column].printed
      let offset = printed.map { Int(cells[cell].column) - $0 }
      relax(
        cell, column,
        State(
          cost: here + cell * unplaced + skipped(0..<column) + abs(offset ?? 0), offset: offset))
      // A cell that no column takes may stand between two that have theirs.
      for before in max(0, cell - 2)..<cell {
        for left in 0..<column {
          guard let state = state(before, left) else { continue }
          var cost = state.cost + here + skipped(left + 1..<column)
          cost += (cell - before - 1) * unplaced
          if let offset {
            cost += state.offset.map { min(step * abs(offset - $0), furthest) } ?? abs(offset)
          }
          relax(
            cell, column,
            State(
              cost: cost, previousCell: before, previousColumn: left,
              offset: offset ?? state.offset, isTied: state.isTied))
        }
      }
    }

    /// A comparator with its number belongs to the text before it.
    private mutating func continueText(_ cell: Int, _ column: Int) {
      guard cell > 0, fit.types[columns[column].spec] == .name, isBound[cell],
        let state = state(cell - 1, column), !state.isContinued
      else { return }
      relax(
        cell, column,
        State(
          cost: state.cost + 1, previousCell: cell - 1, previousColumn: column,
          offset: state.offset, isTied: state.isTied, isContinued: true))
    }

    private func path(_ cell: Int, _ column: Int, isTied: Bool) -> RowAlignment {
      var slots = [Int?](repeating: nil, count: cells.count)
      var cell = cell
      var column = column
      var shift = 0
      while cell >= 0, let state = state(cell, column) {
        slots[cell] = columns[column].spec
        shift = columns[column].printed.map { Int(cells[cell].column) - $0 } ?? 0
        (cell, column) = (state.previousCell, state.previousColumn)
      }
      return RowAlignment(slots: slots, shift: shift, isTied: isTied)
    }
  }
}
