internal import TieoutModel

/// Where the cells of a row belong in the columns of its table.
struct RowAlignment {
  /// For each cell the place in the specification; `nil` for a cell that no column takes.
  var slots: [Int?]
  /// By how many columns the first cell stands off its header.
  var shift: Int
  /// Whether another way to put the cells costs as little.
  var isTied: Bool
}

/// Puts the cells of rows into the columns of their table, by what they hold and where they stand.
///
/// All ways to put them in order are weighed: what each cell costs in a column, where it stands
/// against its header and against its neighbour, what a missing cell costs. A row that moved as a
/// whole, or an extra cell that moved all cells behind it, costs once.
///
/// Dynamic programming over (cell, column) pairs, in buffers that serve one row after the other.
struct RowWeigher {
  private static let unplaced: Int32 = 15
  /// What it costs that a cell moved against its neighbour, a column at a time and at the most.
  private static let step: Int32 = 2
  private static let furthest: Int32 = 3
  /// What it costs to use a column that the header does without.
  private static let unheaded: Int32 = 3

  /// How many alignments are kept for rows that are like others.
  private static let mostKnown = 32

  /// Where one cell is placed, and the cheapest way there.
  private struct State: BitwiseCopyable {
    /// What the way costs; the greatest number where there is none.
    var cost: Int32
    /// The cell before and its column; -1 for none.
    var previousCell: Int32 = -1
    var previousColumn: Int32 = -1
    /// How far the cell, or the last one with a header, stands off its header.
    var offset: Int32 = 0
    var hasOffset = false
    var isTied = false
    /// Whether the cell before belongs to the same column: a text and the rest of it.
    var isContinued = false

    static let unreached = State(cost: .max)
    var isReached: Bool { cost < .max }

    /// Takes another way where it is cheaper; one that costs as much leaves a tie.
    mutating func relax(_ other: State) {
      if cost > other.cost {
        self = other
      } else if cost == other.cost {
        isTied = true
      }
    }
  }

  private let fit: CellFit
  /// The columns of the header, and those that it does without.
  private let columns: [TableHeader.Column]
  /// What it costs that a row has no cell for the columns before each one.
  private let skips: [Int32]
  /// What it costs besides to use a column.
  private let uses: [Int32]
  private var cells: [Document.Cell] = []
  /// What each cell costs in each column.
  private var costs: [Int] = []
  private var isBound: [Bool] = []
  private var states: [State] = []
  /// What rows that were weighed looked like, with their alignments: a table that moved has many
  /// rows of one kind.
  private var known: [(costs: [Int], isBound: [Bool], columns: [UInt16], alignment: RowAlignment)] =
    []

  init(_ header: TableHeader, _ fit: CellFit) {
    self.fit = fit
    columns = header.completed(fit.specs).columns
    uses = columns.map { $0.printed == nil && fit.isOptional[$0.spec] ? Self.unheaded : 0 }
    var skips: [Int32] = [0]
    for (place, column) in columns.enumerated() {
      skips.append(skips[place] + (column.isForeign ? 0 : Int32(fit.emptyCosts[column.spec])))
    }
    self.skips = skips
  }

  /// The cheapest alignment of some cells.
  mutating func best(
    _ indices: [Int], _ all: [Document.Cell], _ text: [UInt8]
  ) -> RowAlignment {
    take(indices, all, text)
    for place in known.indices where isLike(place) { return known[place].alignment }
    let alignment = weigh()
    if known.count < Self.mostKnown {
      known.append((costs, isBound, cells.map(\.column), alignment))
    }
    return alignment
  }

  /// Whether the cells cost as much and stand in the same columns as those of a known alignment.
  private func isLike(_ place: Int) -> Bool {
    guard known[place].columns.count == cells.count else { return false }
    for cell in cells.indices where known[place].columns[cell] != cells[cell].column {
      return false
    }
    return known[place].costs == costs && known[place].isBound == isBound
  }

  /// Weighs all ways to put the cells in order.
  private mutating func weigh() -> RowAlignment {
    for _ in 0..<cells.count * columns.count { states.append(.unreached) }
    for cell in cells.indices {
      for column in columns.indices {
        states[cell * columns.count + column] = placed(cell, column)
      }
      for column in columns.indices { continueText(cell, column) }
    }
    var end: (cell: Int, column: Int, cost: Int32, isTied: Bool)?
    for cell in cells.indices {
      for column in columns.indices {
        let state = states[cell * columns.count + column]
        guard state.isReached else { continue }
        let cost =
          state.cost + Int32(cells.count - 1 - cell) * Self.unplaced
          + skipped(column + 1, columns.count)
        if cost < end?.cost ?? .max {
          end = (cell, column, cost, state.isTied)
        } else if cost == end?.cost {
          end?.isTied = true
        }
      }
    }
    return path(end?.cell ?? -1, end?.column ?? -1, isTied: end?.isTied ?? false)
  }

  private mutating func take(_ indices: [Int], _ all: [Document.Cell], _ text: [UInt8]) {
    cells.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    isBound.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(0, count: indices.count * columns.count))
    for (place, index) in indices.enumerated() {
      let cell = all[index]
      cells.append(cell)
      isBound.append(fit.isBound(cell, text))
      fit.weigh(cell, columns, text, into: &costs, from: place * columns.count)
    }
  }

  private func skipped(_ first: Int, _ end: Int) -> Int32 { skips[end] - skips[first] }

  /// The cheapest way to put a cell into a column.
  private func placed(_ cell: Int, _ column: Int) -> State {
    let count = columns.count
    let cost = costs[cell * count + column]
    guard cost < CellFit.absurd else { return .unreached }
    let here = Int32(cost) + uses[column]
    let printed = columns[column].printed
    let offset = printed.map { Int32(cells[cell].column) - Int32($0) } ?? 0
    var best = State(
      cost: here + Int32(cell) * Self.unplaced + skipped(0, column) + abs(offset),
      offset: offset, hasOffset: printed != nil)
    var way = best
    let states = states.span
    // A cell that no column takes may stand between two that have theirs.
    for before in max(0, cell - 2)..<cell {
      for left in 0..<column {
        let state = states[before * count + left]
        guard state.isReached else { continue }
        way.cost = state.cost + here + skipped(left + 1, column)
        way.cost += Int32(cell - before - 1) * Self.unplaced
        if printed != nil {
          way.cost +=
            state.hasOffset
            ? min(Self.step * abs(offset - state.offset), Self.furthest) : abs(offset)
        } else {
          way.offset = state.offset
          way.hasOffset = state.hasOffset
        }
        way.previousCell = Int32(before)
        way.previousColumn = Int32(left)
        way.isTied = state.isTied
        best.relax(way)
      }
    }
    return best
  }

  /// A comparator with its number belongs to the text before it.
  private mutating func continueText(_ cell: Int, _ column: Int) {
    guard cell > 0, isBound[cell], !columns[column].isForeign,
      fit.types[columns[column].spec] == .name
    else { return }
    var state = states[(cell - 1) * columns.count + column]
    guard state.isReached, !state.isContinued else { return }
    state.cost += 1
    state.previousCell = Int32(cell - 1)
    state.previousColumn = Int32(column)
    state.isContinued = true
    states[cell * columns.count + column].relax(state)
  }

  private func path(_ cell: Int, _ column: Int, isTied: Bool) -> RowAlignment {
    var slots = [Int?](repeating: nil, count: cells.count)
    var cell = cell
    var column = column
    var shift = 0
    while cell >= 0, column >= 0 {
      let state = states[cell * columns.count + column]
      slots[cell] = columns[column].isForeign ? nil : columns[column].spec
      shift = columns[column].printed.map { Int(cells[cell].column) - $0 } ?? 0
      (cell, column) = (Int(state.previousCell), Int(state.previousColumn))
    }
    return RowAlignment(slots: slots, shift: shift, isTied: isTied)
  }
}
