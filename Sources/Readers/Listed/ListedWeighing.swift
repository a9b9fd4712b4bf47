internal import TieoutModel

/// Weighs the ways to give the texts of one row their columns.
///
/// Dynamic programming over texts, columns and the cells that wrap.
struct ListedWeighing {
  private let table: ListedTable
  /// The lines that are a cell of their own, but for those whose columns are known.
  private let own: [Int]
  private let wraps: [ListedTable.Wrap]
  private let wrapCosts: [[Int32]]
  private let pinned: [Int: Int]
  /// The least cost where so many lines and columns and these of the wrapped cells, a bit each, are
  /// behind, and what was done last.
  private var states: [(cost: Int32, step: Step)] = []

  private enum Step { case none, stray, blank, run(Int), pinned, wrapped(Int) }

  init(
    _ table: ListedTable, _ range: Range<Int>, _ pinned: [Int: Int], _ wraps: [ListedTable.Wrap]
  ) {
    (self.table, self.pinned, self.wraps) = (table, pinned, wraps)
    wrapCosts = wraps.map(table.costs)
    own = range.filter { place in
      !pinned.values.contains(place)
        && !wraps.contains { $0.first == place || $0.rest == place }
    }
  }

  private func index(_ line: Int, _ wrap: Int, _ column: Int) -> Int {
    ((line << wraps.count) + wrap) * (table.columns.count + 1) + column
  }

  /// The least that the row costs.
  mutating func least() -> Int32 {
    let columns = table.columns.count
    states = Array(
      repeating: (ListedTable.never, .none),
      count: ((own.count + 1) << wraps.count) * (columns + 1))
    states[0].cost = 0
    for line in 0...own.count {
      for wrap in 0..<(1 << wraps.count) {
        for column in 0...columns { go(on: line, wrap, column) }
      }
    }
    return states[states.count - 1].cost
  }

  private mutating func go(on line: Int, _ wrap: Int, _ column: Int) {
    let cost = states[index(line, wrap, column)].cost
    guard cost < ListedTable.never else { return }
    if line < own.count {
      relax(index(line + 1, wrap, column), cost + table.stray(own[line]), .stray)
    }
    guard column < table.columns.count else { return }
    if pinned[column] != nil { return relax(index(line, wrap, column + 1), cost, .pinned) }
    if line < own.count {
      relax(index(line + 1, wrap, column + 1), cost + table.costs[own[line]][column], .run(1))
      goOn(from: line, wrap, column, cost)
    }
    for place in wraps.indices where wrap & (1 << place) == 0 {
      relax(
        index(line, wrap | (1 << place), column + 1), cost + wrapCosts[place][column],
        .wrapped(place))
    }
    relax(index(line, wrap, column + 1), cost + table.empty[column], .blank)
  }

  /// Lets a cell go on over the texts behind its first one.
  private mutating func goOn(from line: Int, _ wrap: Int, _ column: Int, _ cost: Int32) {
    guard line + 1 < own.count else { return }
    for count in 2...min(ListedTable.longestRun, max(own.count - line, 2)) {
      let run = own[line]..<own[line] + count
      guard own[line + count - 1] == run.upperBound - 1, table.mayGoOn(run.upperBound - 1),
        table.line(run.lowerBound).label == .none
      else {
        return
      }
      let here = table.costs(run)[column]
      guard here < ListedTable.never else { continue }
      relax(index(line + count, wrap, column + 1), cost + here, .run(count))
    }
  }

  private mutating func relax(_ place: Int, _ cost: Int32, _ step: Step) {
    // Of ways that cost the same the one that is found last uses the first columns; wrapped cells keep
    // their order.
    let isSame = cost == states[place].cost
    if case .wrapped = step, isSame { return }
    if cost < states[place].cost || isSame { states[place] = (cost, step) }
  }

  /// The row that costs least, once that is known.
  func trace() -> ListedTable.Row {
    var row = ListedTable.Row(cells: Array(repeating: [], count: table.columns.count))
    var (line, wrap, column) = (own.count, (1 << wraps.count) - 1, table.columns.count)
    while line > 0 || wrap > 0 || column > 0 {
      switch states[index(line, wrap, column)].step {
      case .none: return row
      case .stray:
        line -= 1
        row.strays.append(own[line])
      case .blank: column -= 1
      case .pinned:
        column -= 1
        row.cells[column] = pinned[column].map { [$0] } ?? []
      case .run(let count):
        (line, column) = (line - count, column - 1)
        row.cells[column] = Array(own[line..<line + count])
      case .wrapped(let place):
        (wrap, column) = (wrap ^ (1 << place), column - 1)
        row.cells[column] = [wraps[place].first, wraps[place].rest]
      }
    }
    row.strays.reverse()
    return row
  }
}
