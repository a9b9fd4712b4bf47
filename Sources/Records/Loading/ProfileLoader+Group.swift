import TieoutModel

extension Profile {
  /// Reads one of `groups`: the columns of repeated rows and what they mean to the checks.
  mutating func readGroup(
    _ value: YAMLValue, _ claims: inout Claims
  ) throws(ProfileError) -> GroupSpec {
    let entry = try value.mapping([
      "name", "kind", "columns", "reads", "costs", "in_money", "quantities", "years", "periods",
    ])
    var group = GroupSpec(
      name: try newField(try entry.required("name"), &claims),
      kind: try entry.required("kind").choice(
        Message(zh: "分组类型", en: "kind of group"), among: GroupSpec.Kind.allCases, by: \.rawValue))
    if group.kind == .lines { group.totals = intern(name(group.name) + "_totals") }
    var columns = Claims()
    for column in try entry.required("columns").list() {
      try readGroupColumn(column, &group, &columns)
    }
    if let role = group.kind.leadingRole, group.roles[role] == nil {
      let role = role.word
      throw value.error(
        Message(zh: "没有一列的“role”是“\(role)”", en: "No column has the role “\(role)”"),
        remedy: Message(zh: "请给相应的列添加“role: \(role)”", en: "Add “role: \(role)” to a column"))
    }
    if let reads = entry["reads"] { try readReads(reads, &group) }
    if let costs = entry["costs"] { group.costTerms = try readTerms(costs, of: group.columns) }
    if let money = entry["in_money"] { group.moneyTerms = try readTerms(money, of: group.columns) }
    if let counted = entry["quantities"] {
      group.quantityTerms = try readTerms(counted, of: group.columns)
    }
    for period in try entry["periods"]?.list() ?? [] {
      guard group.roles[.period] != nil else {
        throw period.error(
          Message(zh: "没有给期间命名", en: "Nothing names the periods"),
          remedy: Message(
            zh: "请在“reads”中添加“period: 名称”", en: "Add “period: …” with a name to “reads”"))
      }
      let words = try period.words()
      guard let first = words.first else {
        throw period.error(Message(zh: "此处没有词语", en: "There are no words here"))
      }
      group.periods.append(PeriodSpec(term: term(first), words: words))
    }
    for year in try entry["years"]?.list() ?? [] {
      let column = try year.choice(
        Message(zh: "带标签的列", en: "column with labels"),
        among: group.columns.filter { !$0.labels.isEmpty }, by: { name($0.name) })
      group.years += column.labels.prefix(1)
    }
    return group
  }

  private mutating func readGroupColumn(
    _ value: YAMLValue, _ group: inout GroupSpec, _ claims: inout Claims
  ) throws(ProfileError) {
    let entry = try value.mapping([
      "name", "role", "labels", "type", "unit", "terms", "mandatory", "optional", "carried",
    ])
    var column = try readColumn(entry, types: FieldType.allCases, &claims)
    if let role = entry["role"] { try readRole(role, column.name, &group) }
    if column.type == .term {
      // The words of a level may belong to words of the level before it.
      let above = group.columns.last { !$0.terms.isEmpty }
      column.terms = try readTermSpecs(try entry.required("terms"), above)
    } else if let terms = entry["terms"] {
      throw terms.error(
        Message(
          zh: "类型“\(column.type.rawValue)”没有固定词语",
          en: "The type “\(column.type.rawValue)” has no closed list of words"),
        remedy: Message(zh: "请添加“type: term”", en: "Add “type: term”"))
    }
    group.columns.append(column)
  }

  private func readRole(
    _ value: YAMLValue, _ field: FieldName, _ group: inout GroupSpec
  ) throws(ProfileError) {
    let role = try value.choice(
      Message(zh: "角色", en: "role"), among: group.kind.columnRoles, by: \.word)
    guard group.roles.updateValue(field, forKey: role) == nil else {
      throw value.error(
        Message(
          zh: "另有一列的角色已是“\(role.word)”",
          en: "Another column has the role “\(role.word)” already"))
    }
  }

  /// Reads `reads`: the fields that are read out of a column's text, by role.
  private mutating func readReads(
    _ value: YAMLValue, _ group: inout GroupSpec
  ) throws(ProfileError) {
    let reads = try value.mapping(GroupSpec.Role.readOutOfText.map(\.word))
    guard group.kind == .indicators else {
      throw value.error(
        Message(
          zh: "只有类型为“indicators”的分组才有“reads”",
          en: "“reads” belongs to groups of the kind “indicators”"))
    }
    for role in GroupSpec.Role.readOutOfText {
      guard let value = reads[role.word] else { continue }
      let field = try fieldName(value)
      // A column may hold the same when the form prints it apart: `comparator`.
      let clashes = group.columns.contains { $0.name == field } && group.roles[role] != field
      let isTaken = group.roles.contains { $0.key != role && $0.value == field }
      guard !clashes, !isTaken, group.roles[role] ?? field == field else {
        throw value.error(
          Message(
            zh: "名称“\(name(field))”已另有所指", en: "The name “\(name(field))” means something else"),
          remedy: Message(zh: "请换一个名称", en: "Choose another name"))
      }
      group.roles[role] = field
    }
  }
}

extension GroupSpec.Kind {
  /// The role without which the checks have nothing to do.
  fileprivate var leadingRole: GroupSpec.Role? {
    switch self {
    case .parts: .amount
    case .indicators: .text
    case .lines: nil
    }
  }

  /// What columns of the group may mean.
  fileprivate var columnRoles: [GroupSpec.Role] {
    let parts: [GroupSpec.Role] = [.source, .amount, .note]
    switch self {
    case .parts: return parts
    case .lines: return []
    case .indicators: return GroupSpec.Role.allCases.filter { !(parts + [.period]).contains($0) }
    }
  }
}

extension GroupSpec.Role {
  /// What can be read out of an indicator's text or target.
  fileprivate static let readOutOfText: [Self] = [
    .name, .comparator, .bound, .boundUnit, .targetComparator, .period,
  ]

  /// The word in YAML, where words are joined by underscores.
  fileprivate var word: String {
    switch self {
    case .boundUnit: "bound_unit"
    case .targetComparator: "target_comparator"
    default: rawValue
    }
  }
}
