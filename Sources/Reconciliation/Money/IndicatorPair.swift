import TieoutModel

/// The number in an indicator's text and its target, where they can be compared.
struct IndicatorPair: Sendable {
  /// The indicator.
  let indicator: Indicator
  /// The number in the text, in the base of its unit.
  let bound: Reading
  /// The target, in the base of its unit.
  let target: Reading
  /// The power of ten of the text's unit.
  let exponent: Int
  /// Whether both are money.
  let isMoney: Bool
  /// Both as they are printed, in the base of their unit.
  private let printed: (bound: Quantity, target: Quantity)
  private let units: (bound: UnitID, target: UnitID)

  /// Reads both figures; `nil` where one is missing or no number, or where they count other things.
  init?(_ row: IndicatorRow, _ paper: Workpaper) {
    guard let left = row.bound, let right = row.target else { return nil }
    units = (row.unitOfBound, row.unitOfTarget)
    var exponents = (bound: 0, target: 0)
    if units.bound != units.target {
      guard let a = paper.measure(units.bound), let b = paper.measure(units.target),
        a.base == b.base
      else { return nil }
      exponents = (a.exponent, b.exponent)
    } else if let money = row.exponentOfBound {
      exponents = (money, money)
    }
    let width = paper.submission.profile.thresholds.width
    guard let bound = Reading(left, exponent: exponents.bound, width: width),
      let target = Reading(right, exponent: exponents.target, width: width)
    else { return nil }
    indicator = row.indicator
    self.bound = bound
    self.target = target
    exponent = exponents.bound
    isMoney = row.exponentOfBound != nil
    printed = (
      left.scaled(byPowerOfTen: exponents.bound), right.scaled(byPowerOfTen: exponents.target)
    )
  }

  /// The step between units by which they differ, where they differ by nothing else.
  var unitStep: Int? {
    printed.bound.equals(printed.target) ? nil : DigitSlip.unitStep(printed.bound, printed.target)
  }

  /// The patterns in which they differ.
  var diagnosis: [Diagnosis] { DigitSlip.diagnose(printed.bound, printed.target) }

  /// How they compare; `nil` where that cannot be counted.
  ///
  /// Bounds are compared as they are printed. Only a difference in decimals can come from rounding:
  /// 98 may be 98.5, but 12 months are not 13.
  var verdict: Verdict? {
    guard let ladder = Ladder(bound, target) else { return nil }
    return ladder.verdict != .exact && bound.decimals == target.decimals ? .broken : ladder.verdict
  }

  /// Both figures as evidence: the text's first.
  func evidence(
    _ record: Record, _ group: FieldName, _ submission: Submission
  ) -> [Finding.Evidence] {
    let fields = [
      ("bound", indicator.bound, units.bound), ("target", indicator.target, units.target),
    ]
    return fields.compactMap { role, field, unit in
      guard let field else { return nil }
      return submission.evidence(
        role, field, record: record, item: (group, indicator.place), unit: unit)
    }
  }
}

extension Submission {
  /// A field as a figure of a finding.
  func evidence(
    _ role: String, _ field: Field, record: Record, item: (group: FieldName, place: Int)? = nil,
    unit: UnitID = .none
  ) -> Finding.Evidence {
    evidence(role, field, of: record.id, item: item, unit: unit)
  }

  /// A field of a record, which is called so, as a figure of a finding.
  func evidence(
    _ role: String, _ field: Field, of record: String,
    item: (group: FieldName, place: Int)? = nil, unit: UnitID = .none
  ) -> Finding.Evidence {
    Finding.Evidence(
      role: role, subject: Subject(record: record, field: path(field.name, item: item)),
      printed: field.printed, value: text(field), unit: profile.units.name(unit))
  }
}

extension Indicator {
  /// The comparator that holds for the target: its own, else that of the text or its column.
  var comparatorOfTarget: Comparator? { targetComparator ?? comparator }

  /// Whether text and target bound in opposite directions.
  var contradicts: Bool {
    guard let comparator, let targetComparator else { return false }
    return (comparator.isLower && targetComparator.isUpper)
      || (comparator.isUpper && targetComparator.isLower)
  }
}
