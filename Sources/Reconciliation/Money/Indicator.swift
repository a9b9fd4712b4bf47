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
  func read(_ item: Record.Item, place: Int, _ submission: Submission) -> Indicator {
    var indicator = Indicator(place: place, at: item.at)
    var text: Field?
    var name: Field?
    for field in item.fields where Int(field.name.rawValue) < roles.count {
      switch roles[Int(field.name.rawValue)] {
      case .level1, .level2:
        if case .term(let term) = field.value, costs.contains(term) { indicator.isCost = true }
      case .text: text = field
      case .name: name = field
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
    indicator.title = name?.printed ?? text?.printed ?? item.at
    indicator.readUnits(submission)
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
  /// What it is called: its text without the bound, else its whole text, else its row.
  var title: Slice
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
  /// The unit of the number in its text: its own, else its column's.
  private(set) var unitOfBound: UnitID = .none
  /// The unit of its target: its own, else its column's, else the text's.
  private(set) var unitOfTarget: UnitID = .none

  /// Creates an empty indicator.
  init(place: Int, at: Slice) {
    self.place = place
    self.at = at
    title = at
  }

  /// Works out in which units its figures count.
  fileprivate mutating func readUnits(_ submission: Submission) {
    let column = submission.unit(unit)
    unitOfBound = submission.unit(boundUnit)
    if unitOfBound == .none { unitOfBound = bound?.unit ?? .none }
    if unitOfBound == .none { unitOfBound = column }
    unitOfTarget = target?.unit ?? .none
    if unitOfTarget == .none { unitOfTarget = column }
    if unitOfTarget == .none { unitOfTarget = unitOfBound }
  }
}

extension Submission {
  /// The unit that a field of a unit names; `.none` where it names none that the profile knows.
  func unit(_ field: Field?) -> UnitID {
    guard let field else { return .none }
    if field.unit != .none { return field.unit }
    return profile.units.unit(spelt: document.text[field.printed.range]) ?? .none
  }
}
