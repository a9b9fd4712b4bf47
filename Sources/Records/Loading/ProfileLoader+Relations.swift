import TieoutModel

extension Profile {
  /// Reads `relations`: what must hold between figures.
  mutating func readRelations(_ value: YAMLValue) throws(ProfileError) {
    for value in try value.list() {
      let entry = try value.mapping([
        "foot", "cross_foot", "agree", "recalculate", "ratio", "order", "bound", "rule", "of",
        "less",
        "with", "at_most", "in", "about", "severity", "message",
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
      var relation = FigureRelation(.foot, place, [])
      relation.words = try words(entry)
      relations.append(relation)
    case .agree:
      let other = try place(try entry.required("with"))
      var relation = FigureRelation(.agree, try place(result), [other])
      relation.words = try words(entry)
      relations.append(relation)
    case .crossFoot: try readSum(result, entry)
    case .recalculate:
      try readRow(.product, result, try entry.required("of"), entry, least: 2)
    case .ratio: try readRow(.ratio, result, try entry.required("of"), entry, least: 2, most: 2)
    case .order: try readRow(.order, nil, result, entry, least: 2)
    case .bound:
      let pair = [result, try entry.required("at_most")]
      try readRow(.order, nil, pair, entry, at: result)
    case .rule: try readRule(result, entry)
    }
  }

  /// Reads a sum: one of plain fields of a record, or one with groups and what is taken off.
  private mutating func readSum(
    _ result: YAMLValue, _ entry: YAMLMapping
  ) throws(ProfileError) {
    let of = try entry.required("of")
    var relation = FigureRelation(.crossFoot, try place(result), try places(of))
    if let less = entry["less"] { relation.less = try places(less) }
    relation.words = try words(entry)
    let all = [relation.result] + relation.terms
    let isPlain =
      all.allSatisfy { $0.group == nil && $0.isOfSummary == all[0].isOfSummary }
      && relation.less.isEmpty && relation.words == RelationWords()
    guard isPlain, all.count > 2 else { return relations.append(relation) }
    rules.relations.append(
      RelationSpec(
        kind: .sum, fields: relation.terms.map(\.field), result: relation.result.field))
  }

  /// Reads a relation between fields of one record, row or item.
  private mutating func readRow(
    _ kind: RelationSpec.Kind, _ result: YAMLValue?, _ fields: YAMLValue, _ entry: YAMLMapping,
    least: Int, most: Int = .max
  ) throws(ProfileError) {
    let values = try fields.list()
    guard (least...most).contains(values.count) else {
      throw fields.error(
        Message(
          zh: "此处须有 \(least) 个\(most == least ? "" : "以上")字段",
          en: "This takes \(least) fields" + (most == least ? "" : " or more")))
    }
    try readRow(kind, result, values, entry, at: fields)
  }

  private mutating func readRow(
    _ kind: RelationSpec.Kind, _ result: YAMLValue?, _ fields: [YAMLValue], _ entry: YAMLMapping,
    at list: YAMLValue
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
    var relation = RelationSpec(kind: kind, fields: found.map(\.field), result: whole?.field)
    relation.words = try words(entry)
    rules.relations.append(relation)
  }

  /// What an entry says about a relation that does not hold.
  func words(_ entry: YAMLMapping) throws(ProfileError) -> RelationWords {
    var own = RelationWords()
    if let severity = entry["severity"] {
      own.severity = try severity.choice(
        Message(zh: "严重程度", en: "severity"), among: Severity.allCases, by: \.name)
    }
    if let message = entry["message"] {
      let words = try message.mapping(["zh", "en"])
      // One language serves both where the other is not written.
      guard let either = words["zh"] ?? words["en"] else {
        throw message.error(
          Message(zh: "消息为空", en: "The message is empty"),
          remedy: Message(zh: "请写“zh”或“en”", en: "Write “zh” or “en”"))
      }
      own.message = Message(
        zh: try (words["zh"] ?? either).text(), en: try (words["en"] ?? either).text())
    }
    return own
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
  case rule

  /// The keys that an entry may have.
  var keys: [String] {
    let others =
      switch self {
      case .foot, .order: [String]()
      case .crossFoot: ["of", "less"]
      case .agree: ["with"]
      case .recalculate, .ratio: ["of"]
      case .bound: ["at_most"]
      case .rule: ["in", "about"]
      }
    return [rawValue] + others + ["severity", "message"]
  }
}
