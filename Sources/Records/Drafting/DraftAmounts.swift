internal import TieoutModel

/// Tells which column of the summary, and which value of the forms, is the sum of money that the
/// papers are about.
///
/// That both repeat the same figures is asked for, and decides little: codes, shares and what was
/// spent are repeated as well. Labels weigh most, then that a row of totals adds the column up, that
/// the lines of a form add up to the value, and that figures are printed as money is.
struct DraftAmounts {
  private let summary: DraftSummary
  /// What speaks for each column, whatever the forms repeat; `nil` where it can be no money.
  private let points: [Int?]

  init(_ summary: DraftSummary) {
    self.summary = summary
    let hasTotals = summary.columns.contains { $0.total != nil }
    let sums = ColumnSums(summary)
    points = summary.columns.indices.map { place in
      let column = summary.columns[place]
      guard column.mayBeMoney else { return nil }
      return Self.points(column.key) + Self.points(column.content)
        + (column.total != nil ? 30 : hasTotals ? -30 : 0)
        + (sums.sums.contains(place) ? 15 : sums.addends.contains(place) ? -15 : 0)
    }
  }

  /// The columns that can be money.
  var columns: [Int] { points.indices.filter { points[$0] != nil } }

  /// The likeliest column, where no form repeats any.
  var likeliest: Int? {
    columns.max { (points[$0] ?? 0, $1) < (points[$1] ?? 0, $0) }
  }

  /// What speaks for a pair of a column and a value.
  func points(_ pair: DraftMeanings.Pair, _ value: DraftFields.Value, isSumOfLines: Bool) -> Int {
    let column = summary.columns[pair.column]
    let name = Self.bare(column.key)
    let isNamedSo = Self.bare(value.key) == name || value.under.map { Self.bare($0.key) } == name
    return (points[pair.column] ?? 0) + Self.points(value.key) + Self.points(value.content)
      + (value.under.map { Self.points($0.key) } ?? 0) + (isNamedSo ? 25 : 0)
      + (isSumOfLines ? 30 : 0) + pair.agreeing * 40 / max(pair.compared, 1)
  }

  /// What a label says for the figures under it.
  private static func points(_ key: String) -> Int {
    let said: [(words: [String], points: Int)] = [
      (DraftWords.sought, 45), (DraftWords.total + DraftWords.subtotalRows, 20),
      (DraftWords.money, 10), (DraftWords.source, -20), (DraftWords.part, -40),
      (DraftWords.spent, -40), (DraftWords.rest, -30), (DraftWords.price, -60),
    ]
    return said.reduce(0) { $0 + (DraftWords.holds(key, $1.words) ? $1.points : 0) }
  }

  /// A key without a sign of money at its end: `Net $` heads what a form calls `Net`.
  private static func bare(_ key: String) -> Substring {
    let sign = DraftWords.signs.first { key.hasSuffix($0) }
    return key.dropLast(sign?.count ?? 0)
  }

  private static func points(_ content: DraftColumn) -> Int {
    content.isLikeMoney || content.moneyUnit != nil ? 15 : 0
  }
}

extension DraftSummary.Column {
  /// Whether its figures can be money.
  var mayBeMoney: Bool {
    content.numbers.count * 2 >= content.filled && content.filled > 0 && content.mayBeMoney(key)
  }
}

extension DraftFields {
  /// Whether a value is the sum of a column of lines in most forms.
  func isSumOfLines(_ value: Value) -> Bool {
    groups.contains { group in
      group.contents.indices.contains { column in
        let (holds, compared) = sums(of: column, group, value)
        return holds >= 2 && holds * 2 > compared
      }
    }
  }

  private func sums(of column: Int, _ group: Group, _ value: Value) -> (Int, Int) {
    var sums: [Int: (sum: Int128, count: Int)] = [:]
    for (form, row) in zip(group.owners, group.rows) {
      guard let figure = row[column]?.shape.quantity?.digits(at: 6) else { continue }
      let known = sums[form] ?? (0, 0)
      sums[form] = (known.sum + figure, known.count + 1)
    }
    var (holds, compared) = (0, 0)
    for (form, cell) in value.cells {
      guard let stated = cell.shape.quantity?.digits(at: 6), let sum = sums[form], sum.count > 1
      else { continue }
      compared += 1
      if sum.sum == stated { holds += 1 }
    }
    return (holds, compared)
  }
}
