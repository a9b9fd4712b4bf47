internal import TieoutModel

/// The amounts printed in one piece of the summary, line by line, with what each line should hold.
struct ColumnReading {
  /// One printed line.
  struct Line {
    var owner: Summary.Line.Owner
    /// The amount printed on it.
    var value: MoneyReading?
    /// The total of the form that its row is surely linked to.
    var expected: MoneyReading?

    /// Whether values on the line belong to nobody.
    var isNobodys: Bool { owner == .nobody }
    /// Whether it is the line with the total.
    var isTotal: Bool { owner == .total }
  }

  /// The lines, in printed order.
  let lines: [Line]
  private let sums: ColumnSums

  /// Reads a piece.
  init(_ piece: Summary.Piece, _ submission: borrowing Submission, _ sums: ColumnSums) {
    let summary = submission.profile.summary
    let units = submission.profile.units
    var lines: [Line] = []
    for line in piece.lines {
      var reading = Line(
        owner: line.owner, value: MoneyReading(line[summary.amount], units), expected: nil)
      if case .row(let row) = line.owner, let link = submission.link(ofRow: row), !link.isUnsure {
        reading.expected = MoneyReading(
          submission.details[link.detail][submission.profile.detail.total], units)
      }
      lines.append(reading)
    }
    self.lines = lines
    self.sums = sums
  }

  /// Whether an amount is what a line should hold; `nil` where that is unknown.
  func agrees(_ value: MoneyReading?, with line: Int) -> Bool? {
    if lines[line].isTotal { return value.flatMap { sums.isTotal($0) ? true : nil } }
    guard let expected = lines[line].expected else { return nil }
    return value.map(expected.agrees) ?? false
  }
}

/// What the summary's total should be, whatever rows the amounts stand in.
struct ColumnSums {
  private let details: Quantity?
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
    for piece in submission.summary.pieces {
      for line in piece.lines where line.owner != .subtotal {
        if let field = line[summary.amount] { values.append(MoneyReading(field, units)) }
      }
    }
    details = Self.sum(forms)
    printed = Self.sum(values)
    count = max(forms.count, values.count)
    scale = (forms + values).reduce(0) { max($0, $1?.quantity.scale ?? 0) }
  }

  /// Whether an amount is the sum of the forms, or of everything else in the column.
  ///
  /// Each addend may be rounded at the column's finest place, the total at its own.
  func isTotal(_ value: MoneyReading) -> Bool {
    let scale = Int(max(self.scale, value.quantity.scale)) + 1
    guard scale <= 18, let own = value.quantity.digits(at: scale) else { return false }
    func half(_ place: Int8) -> Int128 {
      Quantity(digits: 5, scale: place + 1).digits(at: scale) ?? 0
    }
    let slack = half(value.quantity.scale) + half(self.scale) * Int128(count)
    if let sum = details?.digits(at: scale), (sum - own).magnitude <= slack { return true }
    guard let all = printed?.digits(at: scale) else { return false }
    return (all - 2 * own).magnitude <= slack
  }

  /// Whether an amount is exactly the sum of the forms.
  func isExactlyDetails(_ value: MoneyReading) -> Bool {
    details?.equals(value.quantity) ?? false
  }

  /// The sum of amounts, all in one unit; `nil` where one is missing or there are none.
  private static func sum(_ values: [MoneyReading?]) -> Quantity? {
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
