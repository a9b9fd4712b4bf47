internal import TieoutModel

/// The type of a field, under the name by which outputs list it: `details.indicators.bound`.
struct TypeEntry: Hashable {
  /// Where a field stands: its part of the submission and its group.
  enum Scope: Hashable {
    /// In the letter.
    case letter
    /// In a line of the summary.
    case summary
    /// In a detail form.
    case detail
    /// In an item of a group of a detail form.
    case group(FieldName)

    /// The scope of a record's own fields.
    init(_ kind: Record.Kind) {
      switch kind {
      case .row, .total, .line: self = .summary
      case .detail: self = .detail
      case .letter: self = .letter
      }
    }
  }

  /// What stands before the field's name in outputs.
  var prefix: String
  /// Where the field stands.
  var scope: Scope
  /// The field.
  var field: FieldName
  /// What its values are.
  var type: FieldType
  /// The unit of its numbers where a value names none.
  var unit: UnitID

  /// The types of a profile that are no plain text, in the order of the profile.
  static func all(of profile: Profile) -> [TypeEntry] {
    var entries: [TypeEntry] = []
    func add(
      _ prefix: String, _ scope: Scope, _ field: FieldName, _ type: FieldType, _ unit: UnitID
    ) {
      guard type != .text, !entries.contains(where: { $0.field == field && $0.scope == scope })
      else { return }
      entries.append(
        TypeEntry(prefix: prefix, scope: scope, field: field, type: type, unit: unit))
    }
    for rule in profile.letter.rules { add("letter.", .letter, rule.field, rule.type, .none) }
    for column in profile.summary.columns {
      add("summary.", .summary, column.name, column.type, column.unit)
    }
    for field in profile.detail.fields {
      add("details.", .detail, field.name, field.type, field.unit)
    }
    for group in profile.detail.groups {
      let prefix = "details.\(profile.name(group.name))."
      let scope = Scope.group(group.name)
      for column in group.columns { add(prefix, scope, column.name, column.type, column.unit) }
      for role in GroupSpec.Role.allCases {
        if let field = group.roles[role] { add(prefix, scope, field, role.type, .none) }
      }
    }
    return entries
  }
}

extension GroupSpec.Role {
  /// What a field is that has no column of its own, because it is read out of another's text.
  fileprivate var type: FieldType {
    switch self {
    case .comparator, .targetComparator: .comparator
    case .bound: .quantity
    case .boundUnit: .unit
    case .name: .name
    case .period: .term
    default: .text
    }
  }
}
