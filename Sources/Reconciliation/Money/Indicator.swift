import TieoutModel

/// The columns of a group of indicators, by what they mean.
struct IndicatorColumns: Sendable {
  /// The group's name.
  let group: FieldName
  /// What the words of a level make of what stands under them.
  private struct Level {
    var isCost = false
    var kind = Indicator.Kind.other
  }

  /// What each word of a level makes of it, by number; words beyond the last one make nothing.
  private let levels: [Level]
  /// Whether units have a column of their own.
  let hasUnits: Bool
  /// The form's own period, where a table may print others beside it.
  private let period: TermID?
  /// The role of each field name, by number: one look-up a field, over all fields of all forms.
  private let roles: [GroupSpec.Role?]

  /// Creates the columns of a group.
  init(_ spec: GroupSpec) {
    group = spec.name
    var levels: [Level] = []
    func mark(_ terms: [TermID], _ mark: (inout Level) -> Void) {
      for term in terms.map({ Int($0.rawValue) }) {
        while levels.count <= term { levels.append(Level()) }
        mark(&levels[term])
      }
    }
    mark(spec.costTerms) { $0.isCost = true }
    mark(spec.quantityTerms) { $0.kind = .quantity }
    mark(spec.moneyTerms) { $0.kind = .money }
    self.levels = levels
    period = spec.periods.first?.term
    // Tables that may do without the column count what their names say: `People taking part`.
    hasUnits = spec.columns.contains { $0.name == spec.roles[.unit] && !$0.isOptional }
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
  func read(
    _ item: Record.Item, place: Int, _ submission: borrowing Submission
  ) -> Indicator {
    var indicator = Indicator(place: place, item)
    var text: Slice?
    var name: Slice?
    let fields = item.fields.span
    for index in fields.indices {
      let number = Int(fields[index].name.rawValue)
      guard number < roles.count else { continue }
      switch roles[number] {
      case .level1, .level2:
        // The second level, which stands behind the first, decides what is counted.
        if case .term(let term) = fields[index].value {
          let level = Int(term.rawValue) < levels.count ? levels[Int(term.rawValue)] : Level()
          if level.isCost { indicator.isCost = true }
          indicator.kind = level.kind
        }
      case .sublevel: indicator.kind = .other
      case .period:
        if case .term(let term) = fields[index].value { indicator.isOfOtherPeriod = term != period }
      case .weight: indicator.hasWeight = true
      case .text: text = fields[index].printed
      case .name: name = fields[index].printed
      case .comparator:
        if case .comparator(let comparator) = fields[index].value {
          indicator.comparator = comparator
        }
      case .bound: indicator.places.bound = Int16(index)
      case .boundUnit: indicator.places.boundUnit = Int16(index)
      case .unit: indicator.places.unit = Int16(index)
      case .target: indicator.places.target = Int16(index)
      case .targetComparator:
        if case .comparator(let comparator) = fields[index].value {
          indicator.targetComparator = comparator
        }
      default: break
      }
    }
    indicator.title = name ?? text ?? item.at
    indicator.readUnits(fields, text ?? .none, submission)
    return indicator
  }
}

/// One indicator: a text that may hold a bound, and a target.
///
/// It holds the places of its figures, not the figures: most are never looked at.
struct Indicator: Sendable {
  /// Where its figures stand among the fields of its row; −1 for none.
  fileprivate struct Places {
    var bound: Int16 = -1
    var boundUnit: Int16 = -1
    var unit: Int16 = -1
    var target: Int16 = -1
  }

  /// What the words of a level are about.
  enum Kind: UInt8, Sendable {
    /// Costs in money.
    case money
    /// Things that are counted.
    case quantity
    /// Anything else.
    case other
  }

  private let item: Record.Item
  /// Its place in its group, counted from 0.
  let place: Int
  /// What it is called: its text without the bound, else its whole text, else its row.
  var title: Slice
  fileprivate var places = Places()
  /// Whether it stands under a word of the profile's costs.
  var isCost = false
  /// What its level is about.
  var kind = Kind.other
  /// Whether it is for another period than the form's own, whose figures are none of its total.
  var isOfOtherPeriod = false
  /// Whether it has a weight.
  var hasWeight = false
  /// The comparator in the text, or in a column of its own.
  var comparator: Comparator?
  /// The comparator before the target.
  var targetComparator: Comparator?
  /// The unit of the number in its text: its own, else its column's.
  private(set) var unitOfBound: UnitID = .none
  /// The unit of its target: its own, else its column's, else the text's.
  private(set) var unitOfTarget: UnitID = .none

  /// Creates an indicator that names nothing yet.
  init(place: Int, _ item: Record.Item) {
    self.place = place
    self.item = item
    title = item.at
  }

  /// Its row.
  var at: Slice { item.at }
  /// The number in the text.
  var bound: Field? { field(places.bound) }
  /// The unit in the text.
  var boundUnit: Field? { field(places.boundUnit) }
  /// The unit column.
  var unit: Field? { field(places.unit) }
  /// The target.
  var target: Field? { field(places.target) }

  /// The repair of its row, counted from 1; 0 where it stands as printed.
  var repair: UInt32 { item.fields.reduce(0) { max($0, $1.rowRepair) } }

  /// A field of its row by name.
  func field(_ name: FieldName?) -> Field? { item[name] }

  private func field(_ place: Int16) -> Field? { place < 0 ? nil : item.fields.span[Int(place)] }

  /// The numbers in the text and in the target, and whether its unit column is filled while its text
  /// names that very unit or none.
  ///
  /// All are asked for where they stand, since they are of every indicator: no field is copied.
  func figures(
    in document: borrowing Document
  ) -> (bound: Quantity?, target: Quantity?, hasOneUnit: Bool) {
    let fields = item.fields.span
    let column = Self.printed(places.unit, fields)
    let text = Self.printed(places.boundUnit, fields)
    return (
      places.bound < 0 ? nil : fields[Int(places.bound)].quantity,
      places.target < 0 ? nil : fields[Int(places.target)].quantity,
      !column.isEmpty && (text.isEmpty || document.same(text, column))
    )
  }

  private static func printed(_ place: Int16, _ fields: Span<Field>) -> Slice {
    place < 0 ? .none : fields[Int(place)].printed
  }

  /// Works out in which units its figures count.
  fileprivate mutating func readUnits(
    _ fields: Span<Field>, _ text: Slice, _ submission: borrowing Submission
  ) {
    let own = places.bound < 0 ? .none : fields[Int(places.bound)].unit
    if places.boundUnit >= 0, own == .none || !text.holds(fields[Int(places.bound)].printed) {
      unitOfBound = submission.unit(of: fields[Int(places.boundUnit)])
    }
    // A number that was read out of the text was given the unit behind it.
    if unitOfBound == .none { unitOfBound = own }
    if places.target >= 0 { unitOfTarget = fields[Int(places.target)].unit }
    guard unitOfBound == .none || unitOfTarget == .none else { return }
    let column = places.unit < 0 ? .none : submission.unit(of: fields[Int(places.unit)])
    if unitOfBound == .none { unitOfBound = column }
    if unitOfTarget == .none { unitOfTarget = column }
    if unitOfTarget == .none { unitOfTarget = unitOfBound }
  }
}

extension Slice {
  /// Whether another slice is a part of it.
  fileprivate func holds(_ other: Slice) -> Bool { start <= other.start && other.end <= end }
}

extension Submission {
  /// The unit that a field of a unit names; `.none` where it names none that the profile knows.
  func unit(_ field: Field?) -> UnitID { field.map { unit(of: $0) } ?? .none }

  /// The unit that a field of a unit names; inlined, since every indicator has some.
  @inline(__always)
  fileprivate func unit(of field: Field) -> UnitID {
    if field.unit != .none { return field.unit }
    return profile.units.unit(field.printed, in: document.text) ?? .none
  }
}
