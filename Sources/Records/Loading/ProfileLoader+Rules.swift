import TieoutModel

extension Profile {
  /// Reads `rules`: the words in which the papers state their own rules, and what must hold
  /// between fields.
  mutating func readRules(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping([
      "rates", "floor", "less_is_better", "growth", "unit_fits", "demands", "records", "relations",
    ])
    rules.rateWords = try section.words("rates")
    rules.rateFloorWords = try section.words("floor")
    rules.lessIsBetter = try section.words("less_is_better")
    rules.growthWords = try section.words("growth")
    rules.demandWords = try section.words("demands")
    rules.recordWords = try section.words("records")
    for fit in try section["unit_fits"]?.list() ?? [] {
      let fit = try fit.mapping(["endings", "except", "units"])
      var units: [UnitID] = []
      for name in try fit.required("units").list() { units.append(try unit(name)) }
      rules.unitFits.append(
        UnitFit(
          endings: try fit.required("endings").words(), except: try fit.words("except"),
          units: units))
    }
    for relation in try section["relations"]?.list() ?? [] {
      rules.relations.append(try readFieldRelation(relation))
    }
  }

  private func readFieldRelation(_ value: YAMLValue) throws(ProfileError) -> FieldRelation {
    let entry = try value.mapping(["sum", "product", "ratio", "order", "of"])
    let kinds = FieldRelation.Kind.allCases.filter { entry[$0.rawValue] != nil }
    guard kinds.count == 1, let kind = kinds.first, let given = entry[kind.rawValue] else {
      throw value.error(
        Message(zh: "须说明一种关系", en: "A relation is of one kind"),
        remedy: Message(
          zh: "请写 sum、product、ratio 或 order 之一", en: "Write one of sum, product, ratio, order"))
    }
    let fields = kind == .order ? given : try entry.required("of")
    let relation = FieldRelation(
      kind: kind, fields: try knownFields(fields),
      result: kind == .order ? nil : try field(given, among: allFields, Self.fieldWord))
    guard kind == .ratio ? relation.fields.count == 2 : relation.fields.count > 1 else {
      throw fields.error(
        Message(
          zh: kind == .ratio ? "比率须有两个字段" : "至少要有两个字段",
          en: kind == .ratio ? "A ratio is of two fields" : "It needs two fields or more"))
    }
    return relation
  }

  private static let fieldWord = Message(zh: "字段", en: "field")

  private var allFields: [FieldName] {
    summary.columns.map(\.name) + detail.fields.map(\.name)
      + detail.groups.flatMap { $0.columns.map(\.name) }
  }

  private func knownFields(_ value: YAMLValue) throws(ProfileError) -> [FieldName] {
    let all = allFields
    var fields: [FieldName] = []
    for name in try value.list() { fields.append(try field(name, among: all, Self.fieldWord)) }
    return fields
  }
}
