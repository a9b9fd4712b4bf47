internal import TieoutModel

/// Where the tie-out stands: the stated total, the sum of the rows, the sum of the forms, and by how
/// much each pair differs; all in one unit, exactly.
struct TieOut {
  /// One sum and how it compares with the stated total.
  struct Side {
    /// The number of records.
    var count: Int
    /// Their sum; `nil` where there is nothing to add.
    var sum: Quantity?
    /// The lines of the summary that the sum counts although they are no records.
    var lines: [Quantity] = []
    /// The records without an amount.
    var missing: Int
    /// How the sum compares with the stated total; `nil` where one of them is missing.
    var verdict: Verdict?
    /// The sum less the stated total.
    var difference: Quantity?
  }

  /// The unit of all figures.
  let unit: UnitID
  /// The total that the summary prints.
  let stated: Field?
  /// The rows of the summary.
  let rows: Side
  /// The forms.
  let forms: Side
  private let amount: FieldName?
  private let total: FieldName?
  /// What the checks of amounts found, by record.
  private var found: [String: Verdict] = [:]
  /// Whether the amounts of pairs were compared: then what nobody reported is rounding.
  private let isCompared: Bool

  /// Adds up a submission.
  init(_ submission: Submission) {
    let profile = submission.profile
    (amount, total) = (profile.summary.amount, profile.detail.total)
    let stated = submission.summary.total?[amount]
    let amounts = submission.summary.rows.lazy.compactMap { [amount] in $0[amount]?.unit }
    unit = stated?.unit ?? amounts.first ?? .none
    self.stated = stated
    let lines = Self.lines(submission, amount, unit, stated?.quantity)
    rows = Self.side(
      submission, submission.summary.rows, amount, lines, "FT01", unit, stated?.quantity)
    forms = Self.side(
      submission, submission.details, total, lines, "FT02", unit, stated?.quantity)
    isCompared = submission.tallies.contains { $0.check == "AG01" }
    for finding in submission.findings where finding.check == "AG01" || finding.check == "UN01" {
      for record in finding.records where found[record] == nil { found[record] = finding.verdict }
    }
  }

  /// How the amounts of a pair compare; open where one of them is missing.
  func verdict(_ link: Link, _ submission: Submission) -> Verdict {
    guard let difference = difference(link, submission) else { return .open }
    if difference.digits == 0 { return .exact }
    return found[submission.summary.rows[link.row].id]
      ?? found[submission.details[link.detail].id] ?? (isCompared ? .rounded : .broken)
  }

  /// The row's amount less the form's total; `nil` where one of them is missing.
  func difference(_ link: Link, _ submission: Submission) -> Quantity? {
    guard let row = amount(of: submission.summary.rows[link.row], submission),
      let form = amount(of: submission.details[link.detail], submission)
    else { return nil }
    return row.minus(form)
  }

  /// What a record says of itself, a row its amount, a form its total; `nil` where it says nothing.
  func amount(of record: Record, _ submission: Submission) -> Quantity? {
    record[record.kind == .detail ? total : amount]?
      .amount(in: unit, submission.profile.units)
  }

  /// What lines that are no rows add to the total, unless that leaves them out.
  private static func lines(
    _ submission: Submission, _ field: FieldName?, _ unit: UnitID, _ stated: Quantity?
  ) -> [Quantity] {
    let units = submission.profile.units
    let lines = submission.summary.addends(field).compactMap { $0.amount(in: unit, units) }
    guard !lines.isEmpty, let field, let stated else { return lines }
    // Where the check speaks of the total, it has decided.
    let name = submission.profile.name(field)
    let finding = submission.findings.first {
      $0.check == "FT01" && $0.verdict != .open && $0.subject.field == name
    }
    if let finding { return finding.values.contains { $0.role == "addend" } ? lines : [] }
    let rows = submission.summary.rows.compactMap { $0[field]?.amount(in: unit, units) }
    return Quantity.zero.plus(rows)?.equals(stated) == true ? [] : lines
  }

  private static func side(
    _ submission: Submission, _ records: [Record], _ field: FieldName?, _ lines: [Quantity],
    _ check: String, _ unit: UnitID, _ stated: Quantity?
  ) -> Side {
    var side = Side(count: records.count, missing: 0)
    for record in records {
      if let value = record[field]?.amount(in: unit, submission.profile.units),
        let sum = (side.sum ?? .zero).plus(value)
      {
        side.sum = sum
      } else {
        side.missing += 1
      }
    }
    if let records = side.sum {
      side.lines = lines
      side.sum = records.plus(lines)
    }
    guard let sum = side.sum, let stated else { return side }
    // Checks report what is not exact; where they are silent the decimals speak.
    let finding = submission.findings.first { $0.check == check }
    side.verdict = finding?.verdict ?? (sum.equals(stated) ? .exact : .broken)
    side.difference = sum.minus(stated)
    return side
  }
}

extension Field {
  /// The number in a unit; a number or a question without a unit is taken as it stands.
  fileprivate func amount(in unit: UnitID, _ units: UnitTable) -> Quantity? {
    guard let quantity else { return nil }
    guard self.unit != .none, unit != .none else { return quantity }
    let step = (units.exponent(self.unit) ?? 0) - (units.exponent(unit) ?? 0)
    return quantity.scaled(byPowerOfTen: step)
  }
}

extension Quantity {
  /// The sum; `nil` where it has more digits than a quantity holds.
  func plus(_ other: Quantity) -> Quantity? {
    let scale = max(self.scale, other.scale)
    guard let left = digits(at: Int(scale)), let right = other.digits(at: Int(scale)),
      let sum = Int64(exactly: left + right)
    else { return nil }
    return Quantity(digits: sum, scale: scale)
  }

  /// The sum of all; `nil` where it has more digits than a quantity holds.
  func plus(_ others: [Quantity]) -> Quantity? {
    var sum = self
    for other in others {
      guard let next = sum.plus(other) else { return nil }
      sum = next
    }
    return sum
  }

  /// The difference; `nil` where it has more digits than a quantity holds.
  func minus(_ other: Quantity) -> Quantity? {
    plus(Quantity(digits: -other.digits, scale: other.scale))
  }
}
