internal import TieoutModel

/// One indicator of a form, with where it stands and what most checks ask first.
struct IndicatorRow: Sendable {
  /// The indicator.
  let indicator: Indicator
  /// The form.
  let detail: Int
  /// The group.
  let group: FieldName
  /// Whether units have a column of their own.
  let hasUnits: Bool
  /// Whether its target is a number.
  let hasTarget: Bool
  /// Whether its text and its target both state a number.
  let isPair: Bool
  /// Whether both are printed alike in one unit, so that nothing needs to be compared.
  let isTrivial: Bool

  init(_ detail: Int, _ columns: IndicatorColumns, _ indicator: Indicator) {
    self.detail = detail
    group = columns.group
    hasUnits = columns.hasUnits
    let (bound, target) = (indicator.bound?.quantity, indicator.target?.quantity)
    hasTarget = target != nil
    isPair = bound != nil && target != nil
    isTrivial = isPair && bound == target && indicator.unitOfBound == indicator.unitOfTarget
    self.indicator = indicator
  }
}
