internal import TieoutModel

/// What the checks work out of a profile alone, once for all documents that are read by it.
final class CheckTables: Sendable {
  /// What its units count.
  let measures: Measures
  /// Which units suit which names.
  let unitFits: UnitFits
  /// Which fields hold numbers.
  let numberColumns: NumberColumns
  /// The families of indicators that footnotes ask for; `nil` where none does.
  let demands: FamilyDemands?
  /// The fields of a form that hold sentences of its own.
  let proseFields: [FieldName]
  /// The fields of a form that hold texts, its title and its footnote left out.
  let textFields: [FieldName]
  /// What rows and forms both state under one label.
  let shared: [SharedValues.Columns]
  /// The words by which its papers set bounds.
  let boundWords: BoundWords
  /// The groups of parts of a form's total.
  let parts: [PartColumns]
  /// The groups of indicators.
  let indicators: [IndicatorColumns]
  /// The words by which costs are not the whole.
  let scopes: ScopeWords

  /// Reads a profile.
  init(_ profile: Profile) {
    measures = Measures(profile)
    unitFits = UnitFits(profile.rules.unitFits, measures)
    numberColumns = NumberColumns(profile)
    demands = FamilyDemands(profile)
    proseFields = profile.detail.proseFields
    boundWords = BoundWords(profile)
    shared = SharedValues.Columns.all(profile)
    let detail = profile.detail
    textFields = detail.fields.filter {
      $0.type == .text && $0.name != detail.title && $0.name != detail.footnote
    }.map(\.name)
    parts = profile.detail.groups.filter { $0.kind == .parts }.map { PartColumns($0, profile) }
    indicators = IndicatorColumns.all(profile)
    scopes = ScopeWords(profile.rules)
  }
}
