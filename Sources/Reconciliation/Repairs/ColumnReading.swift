internal import TieoutModel

/// The amounts printed in one piece of the summary, line by line, with what each line should hold.
struct ColumnReading {
  /// One printed line.
  struct Line {
    var owner: Summary.Line.Owner
    /// The amount printed on it.
    var value: MoneyReading?
    /// The total of the form that its row is surely linked to; of a subtotal, the sum of such totals
    /// over the rows that it stands for.
    var expected: MoneyReading?
    /// Whether the amount printed on it is what it should hold, as far as that is known.
    var isRight = false

    /// Whether values on the line belong to nobody.
    var isNobodys: Bool { owner == .nobody }
    /// Whether it is the line with the total.
    var isTotal: Bool { owner == .total }
    /// Whether it is a subtotal or the heading of a section.
    var isSubtotal: Bool { owner == .subtotal }
  }

  /// The lines, in printed order.
  private(set) var lines: [Line]
  private let sums: ColumnSums

  /// Reads a piece.
  init(_ piece: Summary.Piece, _ submission: borrowing Submission, _ sums: ColumnSums) {
    let summary = submission.profile.summary
    let units = submission.profile.units
    var lines: [Line] = []
    lines.reserveCapacity(piece.lines.count)
    for line in piece.lines {
      var reading = Line(
        owner: line.owner, value: MoneyReading(line[summary.amount], units), expected: nil)
      if case .row(let row) = line.owner, let detail = submission.sureDetail(ofRow: row) {
        reading.expected = MoneyReading(
          submission.details[detail][submission.profile.detail.total], units)
      }
      lines.append(reading)
    }
    for (place, line) in piece.lines.enumerated() where line.owner == .subtotal {
      // A heading has something in the column of numbers and stands above its rows.
      let isHeading = line[summary.sequence] != nil
      lines[place].expected = Self.subtotal(at: place, isHeading: isHeading, lines)
    }
    self.lines = lines
    self.sums = sums
    for line in lines.indices {
      self.lines[line].isRight = agrees(lines[line].value, with: line) == true
    }
  }

  /// Whether so many amounts are not what their lines should hold; less is no moved column.
  func hasStrays(atLeast count: Int) -> Bool {
    lines.count { $0.expected != nil && !$0.isRight } >= count
  }

  /// Whether an amount is what a line should hold; `nil` where that is unknown.
  func agrees(_ value: MoneyReading?, with line: Int) -> Bool? {
    if lines[line].isTotal { return value.flatMap { sums.isTotal($0) ? true : nil } }
    guard let expected = lines[line].expected else { return nil }
    // A subtotal may be a part of a row, or left blank: that another amount is wrong is not known.
    if lines[line].isSubtotal { return value.flatMap { expected.agrees($0) ? true : nil } }
    return value.map(expected.agrees) ?? false
  }

  /// What the rows of a section add up to; `nil` where that is unknown.
  ///
  /// Of one row alone it is a second copy of that row's amount and decides nothing.
  private static func subtotal(at place: Int, isHeading: Bool, _ lines: [Line]) -> MoneyReading? {
    var expected: [MoneyReading?] = []
    var next = isHeading ? place + 1 : place - 1
    while lines.indices.contains(next), case .row = lines[next].owner {
      expected.append(lines[next].expected)
      next += isHeading ? 1 : -1
    }
    guard expected.count > 1, let sum = ColumnSums.sum(expected), let first = expected[0] else {
      return nil
    }
    return MoneyReading(sum, hasUnit: first.hasUnit)
  }
}

/// What the summary's total should be, whatever rows the amounts stand in.
struct ColumnSums {
  /// The sum that an amount is.
  enum Basis {
    /// All forms.
    case details
    /// All other rows.
    case rows
    /// All other rows together with amounts on lines without a row.
    case rowsAndOwnerless
  }

  private let details: Quantity?
  private let rows: Quantity?
  private let printed: Quantity?
  private let count: Int
  private let scale: Int8

  /// Adds up the forms, and everything that is printed in the column of amounts.
  init(_ submission: borrowing Submission) {
    let units = submission.profile.units
    let summary = submission.profile.summary
    let detail = submission.profile.detail
    let forms = submission.details.map { MoneyReading($0[detail.total], units) }
    var values: [MoneyReading?] = []
    values.reserveCapacity(submission.summary.rows.count + 1)
    var moved: Set<UInt32> = []
    for row in submission.summary.rows {
      guard let field = row[summary.amount] else { continue }
      values.append(MoneyReading(field, units))
      if field.columnRepair > 0 { moved.insert(field.printed.start) }
    }
    rows = Self.sum(values)
    if let field = submission.summary.total?[summary.amount] {
      values.append(MoneyReading(field, units))
    }
    for piece in submission.summary.pieces {
      for line in piece.lines where line.owner == .nobody {
        guard let field = line[summary.amount], !moved.contains(field.printed.start) else {
          continue
        }
        values.append(MoneyReading(field, units))
      }
    }
    details = Self.sum(forms)
    printed = Self.sum(values)
    count = max(forms.count, values.count)
    scale = (forms + values).reduce(0) { max($0, $1?.quantity.scale ?? 0) }
  }

  /// Whether an amount is the sum of the forms, or of everything else in the column.
  func isTotal(_ value: MoneyReading) -> Bool { basis(of: value) != nil }

  /// The sum that an amount, printed in the column, is; `nil` where it is none.
  ///
  /// Each addend may be rounded at the column's finest place, the total at its own.
  func basis(of value: MoneyReading) -> Basis? {
    let scale = Int(max(self.scale, value.quantity.scale)) + 1
    guard scale <= 18, let own = value.quantity.digits(at: scale) else { return nil }
    func half(_ place: Int8) -> Int128 {
      Quantity(digits: 5, scale: place + 1).digits(at: scale) ?? 0
    }
    let slack = half(value.quantity.scale) + half(self.scale) * Int128(count)
    if let sum = details?.digits(at: scale), (sum - own).magnitude <= slack { return .details }
    if let sum = rows?.digits(at: scale), (sum - 2 * own).magnitude <= slack { return .rows }
    guard let all = printed?.digits(at: scale) else { return nil }
    return (all - 2 * own).magnitude <= slack ? .rowsAndOwnerless : nil
  }

  /// Whether an amount is exactly the sum of the forms.
  func isExactlyDetails(_ value: MoneyReading) -> Bool {
    details?.equals(value.quantity) ?? false
  }

  /// The sum of amounts, all in one unit; `nil` where one is missing or there are none.
  static func sum(_ values: [MoneyReading?]) -> Quantity? {
    guard let first = values.first, let hasUnit = first?.hasUnit else { return nil }
    var scale: Int8 = 0
    for value in values { scale = max(scale, value?.quantity.scale ?? 0) }
    var sum: Int128 = 0
    for value in values {
      guard let value, value.hasUnit == hasUnit,
        let digits = value.quantity.digits(at: Int(scale))
      else { return nil }
      sum += digits
    }
    return Int64(exactly: sum).map { Quantity(digits: $0, scale: scale) }
  }
}
