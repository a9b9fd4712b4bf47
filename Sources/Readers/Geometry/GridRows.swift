/// Parts the levels of a table into its rows where all lines stand equally far apart, as in a text that is
/// laid out with spaces: there no pitch tells the lines of a cell from rows.
///
/// What tells them is how cells stand in a row: all of them begin at its top, or all stand in the
/// middle of it. Rows are cut so that least stands otherwise, fewest cells are blank that others of
/// their column fill, and no numbers are joined.
struct GridRows {
  /// How the cells of a table stand in their rows.
  private enum Stand: CaseIterable { case top, middle }

  /// What speaks against a row.
  private enum Fault {
    /// A blank cell in a column that the line above or below fills.
    static let blank = 0.4
    /// A line that stands off its place, for each line that it is off.
    static let off = 0.3
    /// Lines of a cell: of numbers, after a line that had room for more, after a full one.
    static let apart = 3.0
    static let short = 0.6
    static let full = 0.05
    /// An empty line inside of a row.
    static let parted = 1.0
    /// A row.
    static let row = 0.1
  }

  /// The most levels of a row.
  private static let limit = 12

  private let levels: [[Range<Int>]]
  private let lines: [Double]
  private var pairs: [[TableRows.Pair]]

  /// The rows as runs of levels; `nil` where the levels do not stand on the lines of a text.
  ///
  /// The arguments are those of `TableRows`; `lines` numbers the lines, empty ones too.
  static func rows(
    _ levels: [[Range<Int>]], pairs: [TableRows.Pair], lines: [Double]
  ) -> [Range<Int>]? {
    guard zip(lines, lines.dropFirst()).allSatisfy({ $1 > $0 }) else { return nil }
    let grid = GridRows(levels, pairs, lines)
    return Stand.allCases.map { grid.cut($0) }.min { $0.cost < $1.cost }?.rows
  }

  private init(_ levels: [[Range<Int>]], _ pairs: [TableRows.Pair], _ lines: [Double]) {
    self.levels = levels
    self.lines = lines
    self.pairs = Array(repeating: [], count: levels.count)
    for pair in pairs { self.pairs[pair.lower].append(pair) }
  }

  /// The cheapest rows, and what they cost.
  private func cut(_ stand: Stand) -> (rows: [Range<Int>], cost: Double) {
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    for last in levels.indices {
      var cheapest = (cost: Double.infinity, start: last)
      for first in stride(from: last, through: max(0, last - Self.limit + 1), by: -1) {
        let cost = best[first].cost + self.cost(first..<last + 1, stand)
        if cost < cheapest.cost { cheapest = (cost, first) }
      }
      best.append(cheapest)
    }
    var rows: [Range<Int>] = []
    var end = levels.count
    while end > 0 {
      rows.append(best[end].start..<end)
      end = best[end].start
    }
    return (rows.reversed(), best.last?.cost ?? 0)
  }

  private func cost(_ row: Range<Int>, _ stand: Stand) -> Double {
    var cost = Fault.row
    var filled: [Int: (first: Double, last: Double)] = [:]
    for level in row {
      if level > row.lowerBound, lines[level] - lines[level - 1] > 1.5 { cost += Fault.parted }
      for pair in pairs[level] where pair.upper >= row.lowerBound {
        cost += pair.isApart ? Fault.apart : pair.isFull ? Fault.full : Fault.short
      }
      for columns in levels[level] {
        for column in columns {
          filled[column] = (filled[column]?.first ?? lines[level], lines[level])
        }
      }
    }
    let top = lines[row.lowerBound]
    let middle = (top + lines[row.upperBound - 1]) / 2
    for cell in filled.values {
      switch stand {
      case .top: cost += (cell.first - top) * Fault.off
      // Between two lines there is no middle one.
      case .middle: cost += max(0, abs((cell.first + cell.last) / 2 - middle) - 0.5) * Fault.off
      }
    }
    // What is blank above and below as well belongs to another part of the table.
    let beside = [row.lowerBound - 1, row.upperBound].filter(levels.indices.contains)
    let blank = Set(beside.flatMap { levels[$0].joined() }).count { filled[$0] == nil }
    return cost + Double(blank) * Fault.blank
  }
}
