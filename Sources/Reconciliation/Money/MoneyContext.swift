import TieoutModel

/// What holds for the money of a whole submission: units, columns and their decimals.
struct MoneyContext: Sendable {
  /// The decimals of the summary's column.
  let summaryFloor: Int
  /// The decimals of the forms' totals.
  let detailFloor: Int
  /// The unit of the summary's column where a cell names none.
  let summaryUnit: UnitID
  /// The unit of the forms' totals where a cell names none.
  let detailUnit: UnitID
  /// The groups of parts.
  let parts: [PartColumns]
  /// The groups of indicators.
  let indicators: [IndicatorColumns]
  /// The words by which costs are not the whole.
  let scopes: ScopeWords

  /// Looks at a submission's columns.
  init(_ submission: borrowing Submission, _ tables: CheckTables) {
    let profile = submission.profile
    var summary = ColumnFloor()
    for row in submission.summary.rows.indices {
      if let amount = submission.summary.rows[row][profile.summary.amount]?.quantity {
        summary.add(amount)
      }
    }
    var detail = ColumnFloor()
    for form in submission.details.indices {
      if let total = submission.details[form][profile.detail.total]?.quantity { detail.add(total) }
    }
    summaryFloor = profile.thresholds.decimals ?? summary.decimals
    detailFloor = profile.thresholds.decimals ?? detail.decimals
    summaryUnit = profile.summaryUnit
    detailUnit = profile.detail.fields.first { $0.name == profile.detail.total }?.unit ?? .none
    parts = tables.parts
    indicators = tables.indicators
    scopes = tables.scopes
  }

  /// The decimals of a column of forms in a unit: those of the totals, if it is their unit.
  func floor(_ unit: UnitID, _ profile: Profile) -> Int {
    guard let exponent = profile.units.exponent(unit) else { return 0 }
    return exponent == profile.units.exponent(detailUnit) ? detailFloor : 0
  }
}

extension Profile {
  /// The unit of the summary's amounts where a cell names none.
  var summaryUnit: UnitID { summary.columns.first { $0.name == summary.amount }?.unit ?? .none }
}
