internal import TieoutModel

/// Weighs the ways to give the texts of one row their columns.
///
/// Dynamic programming over texts, columns and the cells that wrap. Its states are kept from row to row
/// for their room.
struct ListedWeighing {
  var costs: ListedCosts
  /// The columns from left to right, by their place among the heads.
  var order: [Int] = []
  /// The lines that are a cell of their own, but for those whose columns are known.
  private var own: [Int] = []
  /// How many of them can be one cell from each one on.
  private var reach: [Int] = []
  private var wraps: [ListedTable.Wrap] = []
  private var wrapStarts: [Int] = []
  /// The lines whose columns are known, by column from left to right.
  private var pinned: [Int?] = []
  /// The least cost where so many lines and columns and these of the wrapped cells, a bit each, are
  /// behind, and what was done last.
  private var states: [State] = []

  private struct State {
    var cost: Int32
    var step: Step
  }

  private enum Step { case none, stray, blank, run(UInt8), pinned, wrapped(UInt8) }

  init(_ costs: ListedCosts) { self.costs = costs }

  private func index(_ line: Int, _ wrap: Int, _ column: Int) -> Int {
    ((line << wraps.count) + wrap) * (order.count + 1) + column
  }

  /// The least that a row costs; `nil` where that is not below a limit.
  mutating func least(
    _ range: Range<Int>, _ pinned: [Int?], _ wraps: [ListedTable.Wrap], below limit: Int32
  ) -> Int32? {
    begin(range, pinned, wraps)
    for line in 0...own.count {
      for wrap in 0..<(1 << wraps.count) {
        for column in 0...order.count { go(on: line, wrap, column, below: limit) }
      }
    }
    let cost = states[states.count - 1].cost
    return cost < limit ? cost : nil
  }

  private mutating func begin(
    _ range: Range<Int>, _ pinned: [Int?], _ wraps: [ListedTable.Wrap]
  ) {
    (self.pinned, self.wraps) = (pinned, wraps)
    wrapStarts.removeAll(keepingCapacity: true)
    for wrap in wraps { wrapStarts.append(costs.start(of: wrap)) }
    own.removeAll(keepingCapacity: true)
    for place in range
    where !pinned.contains(place)
      && !wraps.contains(where: { $0.first == place || $0.rest == place })
    {
      own.append(place)
    }
    reach.removeAll(keepingCapacity: true)
    for line in own.indices {
      var count = 1
      while count < costs.reach[own[line]], line + count < own.count,
        own[line + count] == own[line] + count
      {
        count += 1
      }
      reach.append(count)
    }
    let count = ((own.count + 1) << wraps.count) * (order.count + 1)
    states.removeAll(keepingCapacity: true)
    states.append(
      contentsOf: repeatElement(State(cost: ListedCosts.never, step: .none), count: count))
    states[0].cost = 0
  }

  /// Takes all steps from a state, if that is below a limit: costs only grow.
  private mutating func go(
    on line: Int, _ wrap: Int, _ place: Int, below limit: Int32
  ) {
    let cost = states[index(line, wrap, place)].cost
    guard cost < limit else { return }
    if line < own.count {
      relax(index(line + 1, wrap, place), cost + costs.strays[own[line]], .stray)
    }
    guard place < order.count else { return }
    if pinned[place] != nil { return relax(index(line, wrap, place + 1), cost, .pinned) }
    let column = order[place]
    if line < own.count {
      relax(
        index(line + 1, wrap, place + 1), cost + costs.alone(own[line], in: column), .run(1))
      for count in 2..<reach[line] + 1 {
        let run = costs.run(from: own[line], count, in: column)
        guard run < ListedCosts.never else { break }
        relax(index(line + count, wrap, place + 1), cost + run, .run(UInt8(count)))
      }
    }
    for bit in wraps.indices where wrap & (1 << bit) == 0 {
      relax(
        index(line, wrap | (1 << bit), place + 1),
        cost + costs.wrap(from: wrapStarts[bit], in: column), .wrapped(UInt8(bit)))
    }
    relax(index(line, wrap, place + 1), cost + costs.empty[column], .blank)
  }

  private mutating func relax(_ place: Int, _ cost: Int32, _ step: Step) {
    // Of ways that cost the same the one that is found last uses the first columns; wrapped cells keep
    // their order.
    let isSame = cost == states[place].cost
    if case .wrapped = step, isSame { return }
    if cost < states[place].cost || isSame { states[place] = State(cost: cost, step: step) }
  }

  /// The row that costs least, once that is known.
  func trace() -> ListedTable.Row {
    var row = ListedTable.Row(cells: Array(repeating: [], count: order.count))
    var (line, wrap, column) = (own.count, (1 << wraps.count) - 1, order.count)
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
        (line, column) = (line - Int(count), column - 1)
        row.cells[column] = Array(own[line..<line + Int(count)])
      case .wrapped(let bit):
        (wrap, column) = (wrap ^ (1 << Int(bit)), column - 1)
        row.cells[column] = [wraps[Int(bit)].first, wraps[Int(bit)].rest]
      }
    }
    row.strays.reverse()
    return row
  }
}
