internal import TieoutModel

/// What reading forms asks of a profile alone: worked out once for all documents that are read by it.
struct FormPlan: Sendable {
  /// The names of single values in the order of the profile, the title first.
  let order: [FieldName]
  /// The single values, without what is seldom asked for.
  let fields: [FieldPlan]
  /// The fields that whole lines are, by words in them.
  let lineFields: [Int]
  /// The field that takes prose.
  let rest: Int?
  /// `nil` where the profile has no indicators.
  let indicators: IndicatorTable?

  init(_ profile: Profile) {
    let specs = profile.detail.fields
    order = ([profile.detail.title] + specs.map { $0.name }).compactMap { $0 }
    fields = specs.map { FieldPlan($0, among: specs) }
    lineFields = specs.indices.filter { !specs[$0].containing.isEmpty }
    rest = specs.firstIndex(where: \.isRest)
    indicators = IndicatorTable(profile)
  }
}
