internal import TieoutModel

/// One indicator of a form, with where it stands and what the checks ask of every one.
///
/// That is kept in plain values: asking them copies nothing.
struct IndicatorRow: Sendable {
  /// The indicator.
  let indicator: Indicator
  /// The form.
  let detail: Int
  /// The group.
  let group: FieldName
  /// Whether units have a column of their own.
  let hasUnits: Bool
  /// Whether its unit column is filled, and its text names that very unit or none.
  let hasOneUnit: Bool
  /// The unit of the number in its text.
  let unitOfBound: UnitID
  /// The unit of its target.
  let unitOfTarget: UnitID
  /// The powers of ten of these units; `nil` where they are none of money.
  let exponentOfBound: Int?
  let exponentOfTarget: Int?
  /// The number in its text.
  let bound: Quantity?
  /// Its target, where it is a number.
  let target: Quantity?
  /// Whether one of them counts money.
  var isMoney: Bool { exponentOfBound != nil || exponentOfTarget != nil }
  /// Whether its text and its target both state a number.
  var isPair: Bool { bound != nil && target != nil }
  /// Whether both are printed alike in one unit, so that nothing needs to be compared.
  var isTrivial: Bool { isPair && bound == target && unitOfBound == unitOfTarget }
  /// Whether they are the same number of the same things.
  let agrees: Bool
  /// Whether it is bounded by a comparator.
  let isBounded: Bool
  /// What its level is about.
  let kind: Indicator.Kind
  /// Whether it states a number.
  var hasNumber: Bool { bound != nil || target != nil }
  /// Whether it may be bounded in a wrong direction: in opposite ones, or a cost from below.
  let mayContradict: Bool

  init(
    _ detail: Int, _ columns: borrowing IndicatorColumns, _ indicator: Indicator,
    _ submission: borrowing Submission, _ measures: borrowing Measures
  ) {
    self.detail = detail
    group = columns.group
    hasUnits = columns.hasUnits
    let figures = indicator.figures(in: submission.document)
    hasOneUnit = figures.hasOneUnit
    unitOfBound = indicator.unitOfBound
    unitOfTarget = indicator.unitOfTarget
    exponentOfBound = submission.profile.units.exponent(indicator.unitOfBound)
    exponentOfTarget = submission.profile.units.exponent(indicator.unitOfTarget)
    bound = figures.bound
    target = figures.target
    agrees =
      bound != nil && bound == target
      && measures.areSame(indicator.unitOfBound, indicator.unitOfTarget)
    let (text, own) = (indicator.comparator, indicator.targetComparator)
    isBounded = text != nil || own != nil
    kind = indicator.kind
    mayContradict =
      indicator.contradicts
      || (indicator.isCost && (text?.isLower ?? false || own?.isLower ?? false))
    self.indicator = indicator
  }
}
