import TieoutModel

extension Profile {
  /// Reads `relations`: what must hold between figures.
  mutating func readRelations(_ value: YAMLValue) throws(ProfileError) {
    for value in try value.list() {
      let entry = try value.mapping([
        "foot", "cross_foot", "agree", "recalculate", "bound", "of", "less", "with", "at_most",
        "severity", "message",
      ])
      relations.append(try readRelation(entry))
    }
  }

  private func readRelation(_ entry: YAMLMapping) throws(ProfileError) -> FigureRelation {
    let given = FigureRelation.Kind.allCases.filter { entry[$0.rawValue] != nil }
    guard let kind = given.first, given.count == 1, let result = entry[kind.rawValue] else {
      let known = FigureRelation.Kind.allCases.map(\.rawValue)
      throw entry.whole.error(
        Message(
          zh: "每条关系须有且只有一个：" + known.joined(separator: "、"),
          en: "A relation has exactly one of: " + known.joined(separator: ", ")))
    }
    var relation = FigureRelation(kind, try place(result), [])
    switch kind {
    case .foot:
      guard relation.result.isOfSummary else {
        throw result.error(
          Message(zh: "“foot”用于汇总表的列", en: "“foot” is about a column of the summary"),
          remedy: Message(zh: "请写成“summary.列名”", en: "Write “summary.” and the column’s name"))
      }
    case .crossFoot, .recalculate: relation.terms = try places(try entry.required("of"))
    case .agree: relation.terms = [try place(try entry.required("with"))]
    case .bound: relation.terms = [try place(try entry.required("at_most"))]
    }
    for (key, place, _) in entry.entries where !kind.keys.contains(key) {
      throw place.error(
        Message(
          zh: "“\(key)”不能与“\(kind.rawValue)”同用", en: "“\(key)” does not go with “\(kind.rawValue)”")
      )
    }
    if let less = entry["less"] { relation.less = try places(less) }
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
  private func place(_ value: YAMLValue) throws(ProfileError) -> FigureRelation.Place {
    let path = try value.text()
    let known = relationPlaces
    guard let found = known.first(where: { $0.path == path }) else {
      throw value.unknown(
        Message(zh: "数字字段", en: "field of numbers"), path, among: known.map(\.path))
    }
    return found.place
  }

  /// All places of figures, by their paths.
  private var relationPlaces: [(path: String, place: FigureRelation.Place)] {
    var places: [(String, FigureRelation.Place)] = summary.columns.filter(\.type.takesUnit).map {
      ("summary.\(name($0.name))", FigureRelation.Place(isOfSummary: true, field: $0.name))
    }
    places += detail.fields.filter(\.type.takesUnit).map {
      ("detail.\(name($0.name))", FigureRelation.Place(isOfSummary: false, field: $0.name))
    }
    for group in detail.groups {
      places += group.columns.filter(\.type.takesUnit).map {
        (
          "detail.\(name(group.name)).\(name($0.name))",
          FigureRelation.Place(isOfSummary: false, group: group.name, field: $0.name)
        )
      }
    }
    return places
  }
}

extension FigureRelation.Kind {
  /// The keys that an entry of the kind may have.
  fileprivate var keys: [String] {
    let own: [String] =
      switch self {
      case .foot: []
      case .crossFoot: ["of", "less"]
      case .agree: ["with"]
      case .recalculate: ["of"]
      case .bound: ["at_most"]
      }
    return [rawValue, "severity", "message"] + own
  }
}
