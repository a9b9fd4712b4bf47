internal import TieoutModel

/// Finds the rows in the lines below the heads of a table.
///
/// All ways to part the lines into rows are weighed, and in each row all ways to give lines their
/// columns: what a line costs in a column, what a blank column costs, a line that no column takes. A cell
/// that wraps has its first line before the row's others and the rest of it behind them.
///
/// Dynamic programming over the lines; within a row over lines, wrapped cells and columns. No way is
/// followed that is no better than one that is known.
struct ListedTable {
  /// A column with its head.
  struct Column {
    var spec: ColumnSpec
    /// Its place in the specification; −1 where the profile does not know its head, and less for the head
    /// of a part of the total.
    var number: Int
    var head: ListedText
    /// Whether it is what the rows are there to say.
    var isTarget = false
  }

  /// A row that was found.
  struct Row {
    /// For each column the texts of its cell.
    var cells: [[Int]]
    /// The texts that no column takes.
    var strays: [Int] = []
  }

  /// A cell that wraps: its first line and the rest of it.
  struct Wrap: Hashable { var first: Int, rest: Int }

  /// What a row costs, so that none is parted without need.
  private static let row: Int32 = 1
  /// Over how many more lines than it has columns a row goes on.
  private static let mostBreaks = 4
  /// Among how many texts at a row's beginning the first lines of cells that wrap are looked for.
  private static let reach = 4
  /// The most cells of a row that wrap.
  private static let mostWraps = 3
  /// The ways to choose so many of the texts at a row's beginning.
  private static let choices = (0...mostWraps).map { Array(0..<reach).choices(of: $0) }

  private let body: ListedBody
  private let columns: [Column]
  /// The words to which others of the table belong.
  private let parents: Set<LabelID>
  /// Whether each text is a figure, or what the rows are there to say: words of lists stand before it.
  private var closes: [Bool] = []
  private var weighing: ListedWeighing
  /// The columns of row numbers and of closed lists, counted from the left.
  private var sequence: Int?
  private var levels: [Int] = []

  /// - Parameters:
  ///   - lines: the lines below the heads
  ///   - columns: the columns in the order of their heads
  ///   - group: the group that they are of; `nil` for the summary and for single values
  init(
    _ lines: ArraySlice<ListedText>, under columns: [Column], in walk: ListedWalk, _ group: Int?
  ) {
    let fit = ListedFit(
      profile: walk.profile, group: group, values: walk.values,
      hasCodes: columns.contains { $0.spec.type == .code },
      isNumbered: columns.contains { $0.spec.type == .sequence })
    body = ListedBody(lines, walk.text, fit, from: walk.nextNumber)
    self.columns = columns
    parents = fit.parents(of: Set(lines.map(\.label)))
    weighing = ListedWeighing(ListedCosts(body, under: columns, fit))
    order(Array(columns.indices))
    findWhatCloses()
  }

  /// Puts the columns in an order from left to right.
  mutating func order(_ order: [Int]) {
    weighing.order = order
    sequence = order.firstIndex { columns[$0].spec.type == .sequence }
    levels = order.indices.filter { columns[order[$0]].spec.type == .term }
  }

  /// Learns from some rows which words stand in each column.
  mutating func learn(_ rows: [Row]) {
    weighing.costs.learn(words(rows))
    findWhatCloses()
  }

  private mutating func findWhatCloses() {
    let targets = columns.indices.filter { columns[$0].isTarget }
    closes = body.texts.indices.map { place in
      body.texts[place].isFigure
        || targets.contains { weighing.costs.alone(place, in: $0) == 0 }
    }
  }

  /// The rows and what they cost; `nil` where that is not below a limit.
  mutating func rows(below limit: Int32 = ListedCosts.never) -> (rows: [Row], cost: Int32)? {
    let count = body.texts.count
    var best = [Int32](repeating: limit, count: count + 1)
    var starts = [Int](repeating: 0, count: count + 1)
    var wraps = [[Wrap]](repeating: [], count: count + 1)
    best[0] = 0
    let edges = body.edges
    for (place, end) in edges.enumerated().dropFirst() {
      let first = max(0, place - columns.count - Self.mostBreaks)
      for start in edges[first..<place].reversed() {
        // A row costs something: no need to weigh one that cannot be better.
        let before = best[start] + Self.row
        guard before < best[end], let way = weigh(start..<end, below: best[end] - before) else {
          continue
        }
        (best[end], starts[end], wraps[end]) = (before + way.cost, start, way.wraps)
      }
    }
    guard best[count] < limit else { return nil }
    var rows: [Row] = []
    var end = count
    while end > 0 {
      let start = starts[end]
      rows.append(trace(start..<end, wraps[end]))
      end = start
    }
    return (rows.reversed(), best[count])
  }

  /// The one row that all lines are, and what it costs; `nil` where that is not below a limit.
  mutating func row(below limit: Int32 = ListedCosts.never) -> (rows: [Row], cost: Int32)? {
    let all = body.texts.indices
    if let way = weigh(all, below: limit) { return ([trace(all, way.wraps)], way.cost) }
    // What is no row for sure is one for want of a better.
    return limit < ListedCosts.never ? nil : ([trace(all, [])], ListedCosts.never)
  }

  /// The words of each column in rows none of whose cells wraps.
  private func words(_ rows: [Row]) -> [Set<[UInt8]>] {
    var words = [Set<[UInt8]>](repeating: [], count: columns.count)
    for row in rows where !row.cells.contains(where: { $0.count > 1 }) {
      for (column, cell) in zip(weighing.order, row.cells) {
        guard let place = cell.first else { continue }
        words[column].insert(Array(body.text[body.texts[place].slice.range]))
      }
    }
    return words
  }

  // MARK: One row

  /// What a row costs, and the cells in it that wrap; `nil` where that is not below a limit.
  private mutating func weigh(
    _ range: Range<Int>, below limit: Int32
  ) -> (cost: Int32, wraps: [Wrap])? {
    guard let pinned = pinned(range) ?? (body.isLine(range) ? unpinned : nil) else { return nil }
    let cost = weighing.least(range, pinned, [], below: limit)
    var best = cost.map { (cost: $0, wraps: [Wrap]()) }
    for wraps in self.wraps(range) {
      let limit = best?.cost ?? limit
      guard limit > 0 else { break }
      if let cost = weighing.least(range, pinned, wraps, below: limit) { best = (cost, wraps) }
    }
    return best
  }

  private mutating func trace(_ range: Range<Int>, _ wraps: [Wrap]) -> Row {
    _ = weighing.least(range, pinned(range) ?? unpinned, wraps, below: ListedCosts.never)
    return weighing.trace()
  }

  /// The lines whose columns are known whatever stands around them, by column: the number of the row and
  /// words of closed lists; `nil` where a row cannot have them.
  ///
  /// They stand before its figures: engines list what stands a little higher first.
  private func pinned(_ range: Range<Int>) -> [Int?]? {
    var pinned = unpinned
    var hasFigure = false
    var hasWords = false
    var isHeading = false
    var hasPinned = false
    for place in range {
      let text = body.texts[place]
      if let known = text.isNumber ? sequence : word(place, but: pinned) {
        guard !hasFigure, !isHeading, pinned[known] == nil else { return nil }
        pinned[known] = place
        hasPinned = true
      } else if closes[place] {
        hasFigure = true
      } else {
        // What adds others up or heads a part is the first word of its row.
        guard !text.isFirst || !hasWords, !isHeading else { return nil }
        isHeading = text.isHeading
        guard !isHeading || !hasPinned else { return nil }
        hasWords = true
      }
    }
    return pinned
  }

  private var unpinned: [Int?] { Array(repeating: nil, count: columns.count) }

  /// The column of which a text is a word, the first that is free.
  ///
  /// A word of two levels is of the first where another word of the table belongs to it.
  private func word(_ place: Int, but pinned: [Int?]) -> Int? {
    let label = body.texts[place].label
    guard label != .none else { return nil }
    var levels = self.levels.filter { weighing.costs.alone(place, in: weighing.order[$0]) == 0 }
    if levels.count > 1, !parents.contains(label) { levels.append(levels.removeFirst()) }
    return levels.first { pinned[$0] == nil } ?? levels.first
  }

  /// The ways in which some cells of a row may wrap: the rests stand at its end, in the order of the
  /// first lines.
  private func wraps(_ range: Range<Int>) -> [[Wrap]] {
    var ways: [[Wrap]] = []
    let end = range.first { body.texts[$0].isNumber } ?? range.upperBound
    let firsts = range.prefix(Self.reach).filter { $0 < end && body.texts[$0].isWords }
    for count in 1...Self.mostWraps {
      let rests = range.suffix(count)
      guard range.count > 2 * count, body.texts[rests.lowerBound].isRest else { return ways }
      for chosen in Self.choices[count] where chosen[count - 1] < firsts.count {
        guard firsts[chosen[count - 1]] < rests.lowerBound - 1 else { continue }
        let wraps = zip(chosen, rests).map { Wrap(first: firsts[$0], rest: $1) }
        if wraps.allSatisfy(body.mayBe) { ways.append(wraps) }
      }
    }
    return ways
  }
}

extension [Int] {
  /// All ways to choose so many of them, in order.
  fileprivate func choices(of count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return indices.flatMap { place in
      Array(self[(place + 1)...]).choices(of: count - 1).map { [self[place]] + $0 }
    }
  }
}
