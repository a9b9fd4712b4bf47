import TieoutModel

/// The columns of a group of indicators, by what they mean.
struct IndicatorColumns: Sendable {
  /// The group's name.
  let group: FieldName
  /// The words of a level under which amounts are costs.
  let costs: [TermID]
  /// Whether units have a column of their own.
  let hasUnits: Bool
  /// The role of each field name, by number: one look-up a field, over all fields of all forms.
  private let roles: [GroupSpec.Role?]

  /// Creates the columns of a group.
  init(_ spec: GroupSpec) {
    group = spec.name
    costs = spec.costTerms
    hasUnits = spec.columns.contains { $0.name == spec.roles[.unit] }
    let count = (spec.roles.values.map { Int($0.rawValue) }.max() ?? -1) + 1
    var roles: [GroupSpec.Role?] = Array(repeating: nil, count: count)
    for (role, name) in spec.roles { roles[Int(name.rawValue)] = role }
    self.roles = roles
  }

  /// The columns of a profile's groups of indicators.
  static func all(_ profile: Profile) -> [IndicatorColumns] {
    profile.detail.groups.filter { $0.kind == .indicators }.map(IndicatorColumns.init)
  }

  /// Reads one row.
  func read(_ item: Record.Item, place: Int) -> Indicator {
    var indicator = Indicator(place: place, at: item.at)
    for field in item.fields where Int(field.name.rawValue) < roles.count {
      switch roles[Int(field.name.rawValue)] {
      case .level1, .level2:
        if case .term(let term) = field.value, costs.contains(term) { indicator.isCost = true }
      case .text: indicator.text = field
      case .name: indicator.name = field
      case .comparator:
        if case .comparator(let comparator) = field.value { indicator.comparator = comparator }
      case .bound: indicator.bound = field
      case .boundUnit: indicator.boundUnit = field
      case .unit: indicator.unit = field
      case .target: indicator.target = field
      case .targetComparator:
        if case .comparator(let comparator) = field.value {
          indicator.targetComparator = comparator
        }
      default: break
      }
    }
    return indicator
  }
}

/// One indicator: a text that may hold a bound, and a target.
struct Indicator: Sendable {
  /// Its place in its group, counted from 0.
  let place: Int
  /// Its row.
  let at: Slice
  /// Whether it stands under a word of the profile's costs.
  var isCost = false
  /// The whole text.
  var text: Field?
  /// The text without its bound.
  var name: Field?
  /// The comparator in the text, or in a column of its own.
  var comparator: Comparator?
  /// The number in the text.
  var bound: Field?
  /// The unit in the text.
  var boundUnit: Field?
  /// The unit column.
  var unit: Field?
  /// The target.
  var target: Field?
  /// The comparator before the target.
  var targetComparator: Comparator?

  /// Creates an empty indicator.
  init(place: Int, at: Slice) {
    self.place = place
    self.at = at
  }

  /// What it is called.
  var title: Slice { name?.printed ?? text?.printed ?? at }
}

extension Submission {
  /// The unit that a field of a unit names; `.none` where it names none that the profile knows.
  func unit(_ field: Field?) -> UnitID {
    guard let field else { return .none }
    if field.unit != .none { return field.unit }
    return profile.units.unit(spelt: document.text[field.printed.range]) ?? .none
  }

  /// The unit of the number in an indicator's text: its own, else its column's.
  func boundUnit(_ indicator: Indicator) -> UnitID {
    let own = unit(indicator.boundUnit)
    if own != .none { return own }
    if let bound = indicator.bound, bound.unit != .none { return bound.unit }
    return unit(indicator.unit)
  }

  /// The unit of an indicator's target: its own, else its column's, else the text's.
  func targetUnit(_ indicator: Indicator) -> UnitID {
    if let target = indicator.target, target.unit != .none { return target.unit }
    let column = unit(indicator.unit)
    return column != .none ? column : boundUnit(indicator)
  }
}
