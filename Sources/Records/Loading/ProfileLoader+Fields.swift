import TieoutModel

extension FieldType {
  /// The types of values that stand alone; closed lists belong to columns of groups.
  static let withoutTerms = FieldType.allCases.filter { $0 != .term }

  /// Whether values of the type are numbers that may have a unit.
  var takesUnit: Bool {
    switch self {
    case .amount, .quantity, .count, .target, .rate: true
    default: false
    }
  }
}

extension YAMLValue {
  /// The type that the value names.
  func type(_ types: [FieldType]) throws(ProfileError) -> FieldType {
    if let type = FieldType(rawValue: try text()), !types.contains(type) {
      throw error(
        Message(
          zh: "类型“\(type.rawValue)”只用于分组的列",
          en: "The type “\(type.rawValue)” belongs to columns of groups only"))
    }
    return try choice(Message(zh: "类型", en: "type"), among: types, by: \.rawValue)
  }
}

extension Profile {
  /// What `unit` says about numbers of a type.
  func unit(_ entry: YAMLMapping, of type: FieldType) throws(ProfileError) -> UnitID {
    guard let value = entry["unit"] else { return .none }
    let unit = try unit(value)
    guard type.takesUnit else {
      throw value.error(
        Message(
          zh: "类型“\(type.rawValue)”没有单位", en: "The type “\(type.rawValue)” has no unit"),
        remedy: Message(
          zh: "有单位的类型：amount、quantity、count、target、rate",
          en: "These have one: amount, quantity, count, target, rate"))
    }
    guard type != .amount || units.exponent(unit) != nil else {
      throw value.error(
        Message(
          zh: "“\(units.name(unit))”不是货币单位", en: "“\(units.name(unit))” is no unit of money"),
        remedy: remedy(
          for: units.name(unit), among: units.units.filter { $0.exponent != nil }.map(\.name)))
    }
    guard type != .count || units.exponent(unit) == nil && units.name(unit) != "%" else {
      throw value.error(
        Message(
          zh: "“\(units.name(unit))”数不了件数", en: "Nothing is counted in “\(units.name(unit))”"),
        remedy: Message(
          zh: "金额用“type: amount”，比率用“type: rate”",
          en: "For money write “type: amount”, for shares “type: rate”"))
    }
    return unit
  }

  /// Reads what fields of the summary and of forms have in common, their labels aside.
  func readField(_ entry: YAMLMapping, _ name: FieldName) throws(ProfileError) -> FieldSpec {
    var field = FieldSpec(name: name)
    field.type = try entry["type"]?.type(FieldType.withoutTerms) ?? .text
    field.unit = try unit(entry, of: field.type)
    field.isMandatory = try entry.flag("mandatory")
    field.isLine = try entry.flag("line")
    field.isOptional = try entry.flag("optional")
    field.isRest = try entry["rest"]?.flag() ?? false
    field.stamps = try entry.words("stamps")
    field.containing = try entry.words("contains")
    return field
  }

  /// Reads what columns of the summary and of groups have in common.
  mutating func readColumn(
    _ entry: YAMLMapping, types: [FieldType], _ claims: inout Claims
  ) throws(ProfileError) -> ColumnSpec {
    let name = try newField(try entry.required("name"), &claims)
    var column = ColumnSpec(name: name)
    column.labels = try labels(entry["labels"], for: self.name(name), &claims)
    column.type = try entry["type"]?.type(types) ?? .text
    column.unit = try unit(entry, of: column.type)
    column.isCarried = try entry.flag("carried")
    column.isMandatory = try entry.flag("mandatory")
    column.isOptional = try entry.flag("optional")
    if column.isMandatory, column.isOptional {
      throw entry.whole.error(
        Message(
          zh: "“mandatory”和“optional”互相矛盾", en: "“mandatory” and “optional” contradict each other"))
    }
    return column
  }
}

/// Notes which field has a meaning, where no other has it yet.
func assign<Spec>(
  _ field: FieldName, to place: WritableKeyPath<Spec, FieldName?>, of spec: inout Spec,
  at value: YAMLValue
) throws(ProfileError) {
  guard spec[keyPath: place] == nil else {
    let meaning = try value.text()
    throw value.error(
      Message(
        zh: "另有一处已表示“\(meaning)”", en: "Another one means “\(meaning)” already"))
  }
  spec[keyPath: place] = field
}
