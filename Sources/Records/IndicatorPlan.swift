internal import TieoutModel

/// What a column of indicators is, without the lists of its specification.
struct IndicatorPlan {
  var column: Int
  var name: FieldName
  var type: FieldType
  var unit: UnitID
  var role: Role

  /// What is done with its cells.
  enum Role {
    case level, text, target, unit, other
  }

  init(_ place: Int, _ column: ColumnSpec, _ names: IndicatorNames) {
    self.column = place
    (name, type, unit) = (column.name, column.type, column.unit)
    role =
      if type == .term {
        .level
      } else if name == names.text {
        .text
      } else if name == names.target {
        .target
      } else {
        name == names.unit ? .unit : .other
      }
  }
}

/// What the table of indicators is.
struct IndicatorTable: Sendable {
  /// The place of their group in `DetailSpec.groups`.
  let group: Int
  let names: IndicatorNames
  let levels: Levels
  /// The columns but for those of levels.
  let plans: [IndicatorPlan]
  /// The number of columns, those of levels included.
  let columnCount: Int
  let periods: [TermID]
  let unitColumn: Int?
  let targetColumn: Int?

  /// `nil` where the profile has no indicators.
  init?(_ profile: Profile) {
    let groups = profile.detail.groups
    guard let group = groups.firstIndex(where: { $0.kind == .indicators }) else { return nil }
    self.group = group
    let names = IndicatorNames(groups[group])
    self.names = names
    levels = Levels(profile, group: group)
    let specs = groups[group].columns
    plans = specs.indices.map { IndicatorPlan($0, specs[$0], names) }
      .filter { $0.role != .level }
    columnCount = specs.count
    periods = groups[group].periods.map { $0.term }
    unitColumn = specs.firstIndex { $0.name == names.unit }
    targetColumn = specs.firstIndex { $0.name == names.target }
  }
}

/// The names of the fields of indicators by what they mean.
struct IndicatorNames {
  var group: FieldName
  var text: FieldName?
  var name: FieldName?
  var comparator: FieldName?
  var bound: FieldName?
  var boundUnit: FieldName?
  var unit: FieldName?
  var target: FieldName?
  var targetComparator: FieldName?
  var period: FieldName?

  init(_ spec: GroupSpec) {
    group = spec.name
    text = spec.roles[.text]
    name = spec.roles[.name]
    comparator = spec.roles[.comparator]
    bound = spec.roles[.bound]
    boundUnit = spec.roles[.boundUnit]
    unit = spec.roles[.unit]
    target = spec.roles[.target]
    targetComparator = spec.roles[.targetComparator]
    period = spec.roles[.period]
  }
}
