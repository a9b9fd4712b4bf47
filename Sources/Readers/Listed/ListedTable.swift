internal import TieoutModel

/// Finds the rows in the lines below the heads of a table.
///
/// All ways to part the lines into rows are weighed, and in each row all ways to give lines their
/// columns: what a line costs in a column, what a blank column costs, a line that no column takes. A cell
/// that wraps has its first line before the row's others and the rest of it behind them.
///
/// Dynamic programming over the lines; within a row over lines, wrapped cells and columns.
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

  /// What a row costs, so that none is parted without need.
  private static let row: Int32 = 1
  /// A cost that is never taken.
  static let never = Int32.max / 4
  /// Among how many texts at a row's beginning the first lines of cells that wrap are looked for.
  private static let reach = 4
  /// The most cells of a row that wrap.
  private static let mostWraps = 3
  /// The most bytes of the rest of a cell: ten Han characters.
  private static let longestRest = 30

  /// What texts cost that are one cell: asked for in many rows.
  final class Known {
    var wraps: [Wrap: [Int32]] = [:]
    var runs: [Range<Int>: [Int32]] = [:]
  }

  let known = Known()
  let text: [UInt8]
  let lines: ArraySlice<ListedText>
  let columns: [Column]
  let fit: ListedFit
  let sequence: Int?
  /// The lines that number rows.
  private var numbers: Set<Int> = []
  /// The words to which others of the table belong.
  private var parents: Set<LabelID> = []
  /// What each line costs in each column, and what a row costs without one.
  private(set) var costs: [[Int32]] = []
  private(set) var empty: [Int32] = []

  /// - Parameters:
  ///   - lines: the lines below the heads
  ///   - columns: the columns from left to right
  ///   - group: the group that they are of; `nil` for the summary and for single values
  ///   - seen: for each column the words that are known to stand in it
  init(
    _ lines: ArraySlice<ListedText>, under columns: [Column], in walk: ListedWalk, _ group: Int?,
    seen: [Set<[UInt8]>] = []
  ) {
    (text, self.lines, self.columns) = (walk.text, lines, columns)
    fit = ListedFit(
      profile: walk.profile, group: group, values: walk.values,
      hasCodes: columns.contains { $0.spec.type == .code },
      isNumbered: columns.contains { $0.spec.type == .sequence })
    sequence = columns.firstIndex { $0.spec.type == .sequence }
    if sequence != nil {
      numbers = ListedNumbers.find(in: lines, walk.text, fit, from: walk.nextNumber)
    }
    empty = columns.map { ListedFit.emptyCost($0.spec, isTarget: $0.isTarget) }
    parents = fit.parents(of: Set(lines.map(\.label)))
    let (text, fit) = (text, fit)
    costs = lines.map { line in
      let letters = Array(text[line.parts[0].range])
      let isSeen = seen.contains { $0.contains(letters) }
      return columns.indices.map { place in
        let column = columns[place]
        // Nobody knows what stands under a head that nobody knows.
        guard column.number != -1 else { return 1 }
        let strange: Int32 = isSeen && !seen[place].contains(letters) ? 1 : 0
        return strange + fit.cost(text, line.parts[0], line.label, column.spec, column.number)
      }
    }
  }

  /// The rows and what they cost.
  func rows() -> (rows: [Row], cost: Int32) {
    let count = lines.count
    var best = [Int32](repeating: Self.never, count: count + 1)
    var starts = [Int](repeating: 0, count: count + 1)
    best[0] = 0
    let edges = self.edges
    for (place, end) in edges.enumerated().dropFirst() {
      for start in edges[max(0, place - columns.count - 4)..<place].reversed() {
        // A row costs something: no need to weigh one that cannot be better.
        guard best[start] + Self.row < best[end] else { continue }
        let cost = best[start] + Self.row + weigh(start..<end).cost
        if cost < best[end] { (best[end], starts[end]) = (cost, start) }
      }
    }
    var rows: [Row] = []
    var end = count
    while end > 0 {
      let start = starts[end]
      let way = weigh(start..<end)
      rows.append(trace(start..<end, way.wraps))
      end = start
    }
    return (rows.reversed(), best[count])
  }

  /// Where lines begin, and where the last one ends: a row begins with a line.
  private var edges: [Int] {
    lines.indices.filter { $0 == lines.startIndex || lines[$0].line != lines[$0 - 1].line }
      .map { $0 - lines.startIndex } + [lines.count]
  }

  /// Whether texts are a single line, which no row can part.
  private func isLine(_ range: Range<Int>) -> Bool {
    line(range.lowerBound).line == line(range.upperBound - 1).line
  }

  /// The one row that all lines are, and what it costs.
  func row() -> (rows: [Row], cost: Int32) {
    let all = 0..<lines.count
    let way = weigh(all)
    return ([trace(all, way.wraps)], way.cost)
  }

  /// The words of each column in rows none of whose cells wraps.
  func words(_ rows: [Row]) -> [Set<[UInt8]>] {
    let whole = rows.filter { row in !row.cells.contains { $0.count > 1 } }
    return columns.indices.map { column in
      Set(
        whole.compactMap { row in
          row.cells[column].first.map { text[line($0).parts[0].range] }.map { Array($0) }
        })
    }
  }

  // MARK: One row

  /// A cell that wraps: its first line and the rest of it.
  struct Wrap: Hashable { var first: Int, rest: Int }

  /// What a row costs, and the cells in it that wrap.
  private func weigh(_ range: Range<Int>) -> (cost: Int32, wraps: [Wrap]) {
    guard let pinned = pinned(range) ?? (isLine(range) ? [:] : nil) else {
      return (Self.never, [])
    }
    var best: (cost: Int32, wraps: [Wrap]) = (cost(range, pinned, []), [])
    guard best.cost > 0 else { return best }
    for wraps in self.wraps(range) {
      let cost = cost(range, pinned, wraps)
      if cost < best.cost { best = (cost, wraps) }
    }
    return best
  }

  /// The lines whose columns are known whatever stands around them, by column: the number of the row and
  /// words of closed lists; `nil` where a row cannot have them.
  ///
  /// They stand before its figures: engines list what stands a little higher first.
  private func pinned(_ range: Range<Int>) -> [Int: Int]? {
    var pinned: [Int: Int] = [:]
    var hasFigure = false
    var hasWords = false
    var isHeading = false
    for place in range {
      let known = numbers.contains(place) ? sequence : word(place, but: pinned)
      if let known {
        guard !hasFigure, !isHeading, pinned[known] == nil else { return nil }
        pinned[known] = place
      } else if closes(place) {
        hasFigure = true
      } else {
        // What adds others up or heads a part is the first word of its row.
        let isFirst = fit.isSum(line(place).label) || self.isHeading(place)
        guard !isFirst || !hasWords, !isHeading else { return nil }
        isHeading = self.isHeading(place)
        guard !isHeading || pinned.isEmpty else { return nil }
        hasWords = true
      }
    }
    return pinned
  }

  /// Whether a text is a figure, or what the rows are there to say: words of lists stand before it.
  private func closes(_ place: Int) -> Bool {
    if fit.isFigure(text, line(place).parts[0]) { return true }
    return columns.indices.contains { columns[$0].isTarget && costs[place][$0] == 0 }
  }

  /// Whether a text of the summary is counted as headings are: `一、水利类`.
  private func isHeading(_ place: Int) -> Bool {
    let slice = line(place).parts[0]
    return sequence != nil && slice.withoutEnumerator(in: text) != slice
  }

  /// The column of which a text is a word, the first that is free.
  ///
  /// A word of two levels is of the first where another word of the table belongs to it.
  private func word(_ place: Int, but pinned: [Int: Int]) -> Int? {
    let label = line(place).label
    guard label != .none else { return nil }
    var columns = self.columns.indices.filter { column in
      self.columns[column].spec.type == .term && costs[place][column] == 0
    }
    if columns.count > 1, !parents.contains(label) { columns.append(columns.removeFirst()) }
    return columns.first { pinned[$0] == nil } ?? columns.first
  }

  func line(_ place: Int) -> ListedText { lines[lines.startIndex + place] }

  /// The ways in which some cells of a row may wrap: the rests stand at its end, in the order of the
  /// first lines.
  private func wraps(_ range: Range<Int>) -> [[Wrap]] {
    var ways: [[Wrap]] = []
    let end = range.first { numbers.contains($0) } ?? range.upperBound
    let firsts = range.prefix(Self.reach).filter { $0 < end && isWords($0) }
    for count in 1...Self.mostWraps {
      let rests = range.suffix(count)
      guard range.count > 2 * count, isRest(rests.lowerBound) else { return ways }
      for chosen in firsts.choices(of: count) where chosen[count - 1] < rests.lowerBound - 1 {
        let wraps = zip(chosen, rests).map { Wrap(first: $0, rest: $1) }
        if wraps.allSatisfy(mayBe) { ways.append(wraps) }
      }
    }
    return ways
  }

  /// Whether two texts may be one cell: they stand in lines of their own, and the first line is full.
  private func mayBe(_ wrap: Wrap) -> Bool {
    line(wrap.first).line != line(wrap.rest).line && isFull(wrap.first, before: wrap.rest)
  }

  /// Whether a cell may go on with a text: no label, and not the number of a row.
  func mayGoOn(_ place: Int) -> Bool {
    line(place).label == .none && !numbers.contains(place)
  }

  func isWords(_ place: Int) -> Bool {
    let line = line(place)
    return line.label == .none && !numbers.contains(place)
      && !fit.isFigure(text, line.parts[0])
  }

  private func isRest(_ place: Int) -> Bool {
    let slice = line(place).parts[0]
    return isWords(place) && slice.count <= Self.longestRest && !slice.hasDigit(in: text)
      && text.colon(in: slice.range) == nil
  }

  private func cost(_ range: Range<Int>, _ pinned: [Int: Int], _ wraps: [Wrap]) -> Int32 {
    var weighing = ListedWeighing(self, range, pinned, wraps)
    return weighing.least()
  }

  private func trace(_ range: Range<Int>, _ wraps: [Wrap]) -> Row {
    var weighing = ListedWeighing(self, range, pinned(range) ?? [:], wraps)
    _ = weighing.least()
    return weighing.trace()
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
