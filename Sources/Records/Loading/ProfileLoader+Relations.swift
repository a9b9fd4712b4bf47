import TieoutModel

extension Profile {
  /// Reads `relations`: what must hold between figures.
  mutating func readRelations(_ value: YAMLValue) throws(ProfileError) {
    for value in try value.list() {
      let entry = try value.mapping([
        "foot", "cross_foot", "agree", "recalculate", "ratio", "order", "bound", "of", "less",
        "with", "at_most", "severity", "message",
      ])
      let given = RelationWord.allCases.filter { entry[$0.rawValue] != nil }
      guard let word = given.first, given.count == 1, let result = entry[word.rawValue] else {
        let known = RelationWord.allCases.map(\.rawValue)
        throw value.error(
          Message(
            zh: "每条关系须有且只有一个：" + known.joined(separator: "、"),
            en: "A relation has exactly one of: " + known.joined(separator: ", ")))
      }
      for (key, place, _) in entry.entries where !word.keys.contains(key) {
        throw place.error(
          Message(
            zh: "“\(key)”不能与“\(word.rawValue)”同用",
            en: "“\(key)” does not go with “\(word.rawValue)”"))
      }
      try readRelation(word, result, entry)
    }
  }

  private mutating func readRelation(
    _ word: RelationWord, _ result: YAMLValue, _ entry: YAMLMapping
  ) throws(ProfileError) {
    switch word {
    case .foot:
      let place = try place(result)
      guard place.isOfSummary else {
        throw result.error(
          Message(zh: "“foot”用于汇总表的列", en: "“foot” is about a column of the summary"),
          remedy: Message(zh: "请写成“summary.列名”", en: "Write “summary.” and the column’s name"))
      }
      relations.append(try weighed(FigureRelation(.foot, place, []), entry))
    case .agree:
      let other = try place(try entry.required("with"))
      relations.append(try weighed(FigureRelation(.agree, try place(result), [other]), entry))
    case .crossFoot: try readSum(result, entry)
    case .recalculate: try readRow(.product, result, try entry.required("of"), least: 2)
    case .ratio: try readRow(.ratio, result, try entry.required("of"), least: 2, most: 2)
    case .order: try readRow(.order, nil, result, least: 2)
    case .bound:
      let pair = [result, try entry.required("at_most")]
      try readRow(.order, nil, pair, at: result)
    }
  }

  /// Reads a sum: one of plain fields of a record, or one with groups and what is taken off.
  private mutating func readSum(
    _ result: YAMLValue, _ entry: YAMLMapping
  ) throws(ProfileError) {
    let of = try entry.required("of")
    var relation = FigureRelation(.crossFoot, try place(result), try places(of))
    if let less = entry["less"] { relation.less = try places(less) }
    relation = try weighed(relation, entry)
    let all = [relation.result] + relation.terms
    let isPlain =
      all.allSatisfy { $0.group == nil && $0.isOfSummary == all[0].isOfSummary }
      && relation.less.isEmpty && relation.severity == nil && relation.message == nil
    guard isPlain, all.count > 2 else { return relations.append(relation) }
    rules.relations.append(
      RelationSpec(
        kind: .sum, fields: relation.terms.map(\.field), result: relation.result.field))
  }

  /// Reads a relation between fields of one record, row or item.
  private mutating func readRow(
    _ kind: RelationSpec.Kind, _ result: YAMLValue?, _ fields: YAMLValue, least: Int,
    most: Int = .max
  ) throws(ProfileError) {
    let values = try fields.list()
    guard (least...most).contains(values.count) else {
      throw fields.error(
        Message(
          zh: "此处须有 \(least) 个\(most == least ? "" : "以上")字段",
          en: "This takes \(least) fields" + (most == least ? "" : " or more")))
    }
    try readRow(kind, result, values, at: fields)
  }

  private mutating func readRow(
    _ kind: RelationSpec.Kind, _ result: YAMLValue?, _ fields: [YAMLValue], at list: YAMLValue
  ) throws(ProfileError) {
    var found: [FigureRelation.Place] = []
    for value in fields { found.append(try place(value, hasDates: kind == .order)) }
    let whole = try result.map { value throws(ProfileError) in try place(value) }
    let all = found + (whole.map { [$0] } ?? [])
    guard all.allSatisfy({ $0.isOfSummary == all[0].isOfSummary && $0.group == all[0].group })
    else {
      throw list.error(
        Message(zh: "这些字段不在同一行或同一表中", en: "These fields do not stand in one row or form"),
        remedy: Message(
          zh: "不同之处的数字用 cross_foot 或 agree", en: "Across places use cross_foot or agree"))
    }
    rules.relations.append(
      RelationSpec(kind: kind, fields: found.map(\.field), result: whole?.field))
  }

  /// A relation with what an entry says about its weight and wording.
  private func weighed(
    _ relation: FigureRelation, _ entry: YAMLMapping
  ) throws(ProfileError) -> FigureRelation {
    var relation = relation
    if let severity = entry["severity"] {
      relation.severity = try severity.choice(
        Message(zh: "严重程度", en: "severity"), among: Severity.allCases, by: \.name)
    }
    if let message = entry["message"] {
      let words = try message.mapping(["zh", "en"])
      relation.message = Message(
        zh: try words.required("zh").text(), en: try words.required("en").text())
    }
    return relation
  }
}

/// What must hold, in the words of a profile.
private enum RelationWord: String, CaseIterable {
  case foot
  case crossFoot = "cross_foot"
  case agree
  case recalculate
  case ratio
  case order
  case bound

  /// The keys that an entry may have.
  var keys: [String] {
    switch self {
    case .foot: [rawValue, "severity", "message"]
    case .crossFoot: [rawValue, "of", "less", "severity", "message"]
    case .agree: [rawValue, "with", "severity", "message"]
    case .recalculate, .ratio: [rawValue, "of"]
    case .order: [rawValue]
    case .bound: [rawValue, "at_most"]
    }
  }
}

extension Profile {
  private func places(_ value: YAMLValue) throws(ProfileError) -> [FigureRelation.Place] {
    var places: [FigureRelation.Place] = []
    for word in try value.list() { places.append(try place(word)) }
    guard !places.isEmpty else {
      throw value.error(
        Message(zh: "此处没有数字字段", en: "There are no figures here"),
        remedy: Message(zh: "请至少写一个", en: "Name one at the least"))
    }
    return places
  }

  /// The place that a value names: `summary.amount`, `detail.total`, `detail.lines.price`.
  private func place(
    _ value: YAMLValue, hasDates: Bool = false
  ) throws(ProfileError) -> FigureRelation.Place {
    let path = try value.text()
    let known = relationPlaces(hasDates: hasDates)
    guard let found = known.first(where: { $0.path == path }) else {
      let what =
        hasDates
        ? Message(zh: "数字或日期字段", en: "field of numbers or dates")
        : Message(zh: "数字字段", en: "field of numbers")
      throw value.unknown(what, path, among: known.map(\.path))
    }
    return found.place
  }

  /// All places of figures, by their paths.
  private func relationPlaces(hasDates: Bool) -> [(path: String, place: FigureRelation.Place)] {
    func isFigure(_ type: FieldType) -> Bool { type.takesUnit || hasDates && type == .date }
    var places: [(String, FigureRelation.Place)] = []
    for column in summary.columns where isFigure(column.type) {
      places.append(
        (
          "summary.\(name(column.name))",
          FigureRelation.Place(isOfSummary: true, field: column.name)
        ))
    }
    for field in detail.fields where isFigure(field.type) {
      places.append(
        ("detail.\(name(field.name))", FigureRelation.Place(isOfSummary: false, field: field.name)))
    }
    for group in detail.groups {
      for column in group.columns where isFigure(column.type) {
        places.append(
          (
            "detail.\(name(group.name)).\(name(column.name))",
            FigureRelation.Place(isOfSummary: false, group: group.name, field: column.name)
          ))
      }
    }
    return places
  }
}
