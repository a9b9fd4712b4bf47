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
/// Dynamic programming over (cell, column) pairs, in buffers that serve one row after the other. What
/// one way through the row costs is known before, and nothing that costs more is followed: of most
/// cells hardly more than one place is kept.
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
    /// The cell and its column.
    var cell: Int32
    var column: Int32
    /// The state of the cell before, by its place in `states`; -1 for none.
    var previous: Int32 = -1
    /// How far the cell, or the last one with a header, stands off its header.
    var offset: Int32 = 0
    var hasOffset = false
    var isTied = false
    /// Whether the cell before belongs to the same column: a text and the rest of it.
    var isContinued = false

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
  private var cellCosts: CellCosts
  /// The row: for each cell its printed column, whether it is the rest of the text before it, and
  /// what it costs in each column.
  private var row: [Int32] = []
  /// The number of its cells.
  private var count = 0
  /// The states that some way reaches, by cell and column.
  private var states: [State] = []
  /// Rows that were weighed, one after the other, with their alignments: a table that moved has many
  /// rows of one kind.
  private var knownRows: [Int32] = []
  private var known: [(row: Range<Int>, alignment: RowAlignment)] = []

  init(_ header: TableHeader, _ fit: CellFit) {
    self.fit = fit
    columns = header.completed(fit.specs).columns
    uses = columns.map { $0.printed == nil && fit.isOptional[$0.spec] ? Self.unheaded : 0 }
    var skips: [Int32] = [0]
    for (place, column) in columns.enumerated() {
      skips.append(skips[place] + (column.isForeign ? 0 : fit.emptyCosts[column.spec]))
    }
    self.skips = skips
    cellCosts = CellCosts(columns, fit)
  }

  /// The cheapest alignment of some cells.
  mutating func best(_ indices: [Int], _ document: borrowing Document) -> RowAlignment {
    take(indices, document)
    for place in known.indices where isLike(place) { return known[place].alignment }
    let alignment = weigh()
    if known.count < Self.mostKnown {
      known.append((knownRows.count..<knownRows.count + row.count, alignment))
      knownRows += row
    }
    return alignment
  }

  /// Whether the cells cost as much and stand in the same columns as those of a known alignment.
  private func isLike(_ place: Int) -> Bool {
    let range = known[place].row
    guard range.count == row.count else { return false }
    let (row, other) = (row.span, knownRows.span.extracting(range))
    for index in row.indices where row[index] != other[index] { return false }
    return true
  }

  private mutating func take(_ indices: [Int], _ document: borrowing Document) {
    row.removeAll(keepingCapacity: true)
    for index in indices {
      let first = row.count
      cellCosts.append(document.cells[index], document, to: &row)
      row[first] |= Int32(document.cells[index].column) << 1
    }
    count = indices.count
  }

  // MARK: The row

  private func column(of cell: Int) -> Int32 { row[cell * (columns.count + 1)] >> 1 }
  private func isBound(_ cell: Int) -> Bool { row[cell * (columns.count + 1)] & 1 != 0 }
  private func cost(_ cell: Int, _ column: Int) -> Int32 {
    row[cell * (columns.count + 1) + 1 + column]
  }

  private func skipped(_ first: Int, _ end: Int) -> Int32 { skips[end] - skips[first] }

  // MARK: Weighing

  /// Weighs all ways to put the cells in order.
  private mutating func weigh() -> RowAlignment {
    states.removeAll(keepingCapacity: true)
    let limit = limit()
    // Where the states of the cell before begin, and of the one before that.
    var before = 0
    var earlier = 0
    for cell in 0..<count {
      let here = states.count
      let isBound = cell > 0 && isBound(cell)
      // In most columns the cell alone costs too much.
      for column in columns.indices {
        let isOpen = isOpen(cell, column, limit)
        guard isOpen || isBound else { continue }
        var state = State(cost: .max, cell: Int32(cell), column: Int32(column))
        if isOpen { place(&state, limit, after: earlier..<here) }
        if isBound { continueText(&state, before..<here) }
        if state.isReached { states.append(state) }
      }
      earlier = before
      before = here
    }
    var end: (place: Int, cost: Int32, isTied: Bool)?
    for place in states.indices {
      let state = states[place]
      let cost =
        state.cost + Int32(count - 1 - Int(state.cell)) * Self.unplaced
        + skipped(Int(state.column) + 1, columns.count)
      if cost < end?.cost ?? .max {
        end = (place, cost, state.isTied)
      } else if cost == end?.cost {
        end?.isTied = true
      }
    }
    return path(end?.place ?? -1, isTied: end?.isTied ?? false)
  }

  /// What the row costs at the most: as much as it does where its first cell takes one of the headed
  /// columns and each other one the cheapest behind that.
  private func limit() -> Int32 {
    var least = Int32.max
    guard count > 0 else { return least }
    for first in columns.indices {
      guard let printed = columns[first].printed, cost(0, first) < CellFit.absurd else { continue }
      var offset = column(of: 0) - Int32(printed)
      var sum = cost(0, first) + uses[first] + skipped(0, first) + abs(offset)
      var last = first
      for cell in 1..<count where sum < least {
        var next: (column: Int, offset: Int32, cost: Int32)?
        for place in (last + 1)..<max(columns.count, last + 1) {
          guard let printed = columns[place].printed, cost(cell, place) < CellFit.absurd else {
            continue
          }
          let moved = column(of: cell) - Int32(printed)
          let cost =
            cost(cell, place) + uses[place] + skipped(last + 1, place)
            + min(Self.step * abs(moved - offset), Self.furthest)
          if cost < next?.cost ?? .max { next = (place, moved, cost) }
        }
        guard let next else {
          sum = .max
          break
        }
        sum += next.cost
        (last, offset) = (next.column, next.offset)
      }
      if sum < least { least = min(least, sum + skipped(last + 1, columns.count)) }
    }
    return least
  }

  /// Whether a cell may stand in a column, and costs no more there than a limit.
  private func isOpen(_ cell: Int, _ column: Int, _ limit: Int32) -> Bool {
    let cost = cost(cell, column)
    return cost < CellFit.absurd && cost + uses[column] <= limit
  }

  /// Finds the cheapest way to put a cell into a column, unless it costs more than a limit; ways go on
  /// from the states of the two cells before, since a cell that no column takes may stand between two
  /// that have theirs.
  private func place(_ best: inout State, _ limit: Int32, after before: Range<Int>) {
    let (cell, column) = (Int(best.cell), Int(best.column))
    let here = cost(cell, column) + uses[column]
    let printed = columns[column].printed
    let offset = printed.map { self.column(of: cell) - Int32($0) } ?? 0
    best.cost = here + Int32(cell) * Self.unplaced + skipped(0, column) + abs(offset)
    best.offset = offset
    best.hasOffset = printed != nil
    var way = best
    let states = states.span
    for place in before where states[place].column < column {
      let state = states[place]
      way.cost = state.cost + here + skipped(Int(state.column) + 1, column)
      way.cost += Int32(cell - Int(state.cell) - 1) * Self.unplaced
      if printed != nil {
        way.cost +=
          state.hasOffset
          ? min(Self.step * abs(offset - state.offset), Self.furthest) : abs(offset)
      } else {
        way.offset = state.offset
        way.hasOffset = state.hasOffset
      }
      way.previous = Int32(place)
      way.isTied = state.isTied
      best.relax(way)
    }
    if best.cost > limit { best.cost = .max }
  }

  /// A comparator with its number belongs to the text before it, of which these are the states.
  private func continueText(_ state: inout State, _ before: Range<Int>) {
    let column = columns[Int(state.column)]
    guard !column.isForeign, fit.types[column.spec] == .name,
      let place = before.first(where: { states[$0].column == state.column }),
      !states[place].isContinued
    else { return }
    var way = states[place]
    way.cell = state.cell
    way.cost += 1
    way.previous = Int32(place)
    way.isContinued = true
    state.relax(way)
  }

  private func path(_ end: Int, isTied: Bool) -> RowAlignment {
    var slots = [Int?](repeating: nil, count: count)
    var shift = 0
    var place = end
    while place >= 0 {
      let state = states[place]
      let column = columns[Int(state.column)]
      slots[Int(state.cell)] = column.isForeign ? nil : column.spec
      shift = column.printed.map { Int(self.column(of: Int(state.cell))) - $0 } ?? 0
      place = Int(state.previous)
    }
    return RowAlignment(slots: slots, shift: shift, isTied: isTied)
  }
}
