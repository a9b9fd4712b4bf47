internal import TieoutModel

/// What columns of the summary and fields of forms have to do with one another, told by the values
/// that both repeat.
struct DraftMeanings {
  /// A column and a field that hold the same.
  struct Pair {
    var column: Int
    var field: Int
    /// In how many of the forms that have a row.
    var agreeing: Int
    var compared: Int
    /// The power of ten by which the field's numbers mostly exceed the column's.
    var shift = 0
  }

  /// The name that both repeat.
  private(set) var key: Pair?
  /// The amounts that both repeat, the likeliest total first.
  private(set) var amounts: [Pair] = []
  private(set) var organisation: Pair?
  private(set) var department: Pair?
  private(set) var note: Pair?

  private let paper: DraftPaper

  init(_ summary: DraftSummary?, _ fields: DraftFields?, _ paper: DraftPaper) {
    self.paper = paper
    guard let summary, let fields else { return }
    let values = fields.values
    var texts: [Pair] = []
    for (column, spec) in summary.columns.enumerated()
    where spec.content.numbers.count * 2 < spec.content.filled {
      for (field, value) in values.enumerated() {
        let known = Set(spec.cells.compactMap { $0.map(name) })
        let agreeing = value.cells.values.count { known.contains(name($0)) }
        texts.append(
          Pair(column: column, field: field, agreeing: agreeing, compared: value.cells.count))
      }
    }
    func weight(_ pair: Pair) -> Int {
      let content = summary.columns[pair.column].content
      let distinct = content.values.count * 100 / max(content.filled, 1)
      let isName = DraftWords.holds(summary.columns[pair.column].key, DraftWords.name)
      let isCode =
        content.codes * 2 > content.filled
        || DraftWords.isReference(summary.columns[pair.column].key)
      return pair.agreeing * 100 / max(pair.compared, 1) + distinct + (isName ? 60 : 0)
        - (isCode ? 70 : 0)
        - (DraftWords.holds(summary.columns[pair.column].key, DraftWords.organisation) ? 60 : 0)
    }
    let keys = texts.filter { $0.agreeing * 2 >= $0.compared && $0.agreeing > 1 }
    key = keys.max { weight($0) < weight($1) }
    guard let key else { return }
    let rows = rowOfForm(key, summary, values)
    findAmounts(rows, summary, fields)
    findBodies(texts, rows, summary, values)
  }

  /// The name in a cell, by what it is compared.
  private func name(_ cell: DraftPaper.Cell) -> String {
    cell.key.isEmpty ? paper.string(cell.slice) : cell.key
  }

  private func rowOfForm(
    _ key: Pair, _ summary: DraftSummary, _ values: [DraftFields.Value]
  ) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    let cells = summary.columns[key.column].cells
    for (form, cell) in values[key.field].cells {
      rows[form] = cells.firstIndex { $0.map(name) == name(cell) }
    }
    return rows
  }

  private mutating func findAmounts(
    _ rows: [Int: Int], _ summary: DraftSummary, _ fields: DraftFields
  ) {
    let ranking = DraftAmounts(summary)
    var found: [(pair: Pair, points: Int)] = []
    for (field, value) in fields.values.enumerated() where value.content.mayBeMoney(value.key) {
      let isSum = fields.isSumOfLines(value)
      for column in ranking.columns {
        let pair = pair(column, summary, field, value, rows)
        guard pair.agreeing > 1, pair.agreeing * 2 > pair.compared else { continue }
        found.append((pair, ranking.points(pair, value, isSumOfLines: isSum)))
      }
    }
    found.sort {
      ($0.points, $1.pair.column, $1.pair.field) > ($1.points, $0.pair.column, $0.pair.field)
    }
    amounts = found.map(\.pair)
  }

  /// How often a value and a column have the same figure.
  private func pair(
    _ column: Int, _ summary: DraftSummary, _ field: Int, _ value: DraftFields.Value,
    _ rows: [Int: Int]
  ) -> Pair {
    let spec = summary.columns[column]
    var pair = Pair(column: column, field: field, agreeing: 0, compared: 0)
    var shifts: [Int: Int] = [:]
    for (form, cell) in value.cells {
      guard let left = cell.shape.quantity, let row = rows[form],
        let right = spec.cells[row]?.shape.quantity
      else { continue }
      pair.compared += 1
      // Units may differ by a power of ten.
      if left.isSameDigits(as: right) {
        pair.agreeing += 1
        shifts[left.order - right.order, default: 0] += 1
      }
    }
    pair.shift = shifts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    // A column that moved agrees with nothing, but its numbers are those of the forms.
    let known = Set(spec.content.numbers.map(\.significant))
    let anywhere = value.content.numbers.count { known.contains($0.significant) }
    pair.agreeing = max(pair.agreeing, anywhere)
    pair.compared = max(pair.compared, value.content.numbers.count)
    return pair
  }

  private mutating func findBodies(
    _ texts: [Pair], _ rows: [Int: Int], _ summary: DraftSummary, _ values: [DraftFields.Value]
  ) {
    for pair in texts where pair.column != key?.column && pair.field != key?.field {
      let column = summary.columns[pair.column]
      let field = values[pair.field]
      let same = rows.count { form, row in
        guard let left = field.cells[form], let right = column.cells[row] else { return false }
        return name(left).hasPrefix(name(right))
      }
      guard same > 1, same * 2 >= rows.count else { continue }
      let labels = [column.key, field.key]
      if labels.contains(where: { DraftWords.holds($0, DraftWords.department) }) {
        if department == nil,
          labels.allSatisfy({
            DraftWords.holds($0, DraftWords.department + DraftWords.organisation)
          })
        {
          department = pair
        }
      } else if labels.allSatisfy({ DraftWords.holds($0, DraftWords.organisation) }),
        organisation == nil
      {
        organisation = pair
      } else if labels.allSatisfy({ DraftWords.holds($0, DraftWords.note) }), note == nil {
        note = pair
      }
    }
    if organisation?.field == department?.field { department = nil }
  }
}

extension Quantity {
  /// The digits without zeros at the end.
  var significant: Int64 {
    var digits = digits
    while digits != 0, digits.isMultiple(of: 10) { digits /= 10 }
    return digits
  }

  /// The power of ten of its last digit that is no zero.
  var order: Int {
    var digits = digits
    var order = -Int(scale)
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      order += 1
    }
    return order
  }

  /// Whether two numbers have the same digits, wherever the point stands.
  func isSameDigits(as other: Quantity) -> Bool { significant == other.significant }
}
