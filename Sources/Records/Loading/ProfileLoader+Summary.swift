import TieoutModel

extension Profile {
  /// Reads `summary`: the captions and columns of the table, and which rows are no projects.
  mutating func readSummary(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping([
      "title", "fields", "columns", "totals", "subtotals", "parts", "carries", "section",
    ])
    var captions = Claims()
    if let title = section["title"] {
      (summary.title, summary.titleEndings) = try readTitle(title, &captions)
    }
    for field in try section["fields"]?.list() ?? [] {
      summary.fields.append(try readCaption(field, &captions))
    }
    try readColumns(try section.required("columns"))

    var rows = Claims()
    summary.totals = try labels(section["totals"], for: "totals", &rows)
    summary.subtotals = try labels(section["subtotals"], for: "subtotals", &rows)
    summary.parts = try labels(section["parts"], for: "parts", &rows)
    summary.carries = try labels(section["carries"], for: "carries", &rows)
    if let name = section["section"] {
      summary.section = try field(
        name, among: summary.columns.map(\.name), Message(zh: "列", en: "column"))
    }
  }

  /// Reads how titles of the summary or of forms end; white space in titles means nothing.
  mutating func readTitle(
    _ value: YAMLValue, _ claims: inout Claims
  ) throws(ProfileError) -> (FieldName, [String]) {
    let title = try value.mapping(["field", "endings"])
    let field = try newField(try title.required("field"), &claims)
    let endings = try title.required("endings").words()
    return (field, endings.map { $0.filter { !$0.isWhitespace } })
  }

  private mutating func readCaption(
    _ value: YAMLValue, _ claims: inout Claims
  ) throws(ProfileError) -> FieldSpec {
    let entry = try value.mapping(["name", "labels", "contains", "type", "unit", "stamps"])
    let name = try newField(try entry.required("name"), &claims)
    var field = try readField(entry, name)
    field.labels = try labels(entry["labels"], for: self.name(name), &claims)
    guard !field.labels.isEmpty || !field.containing.isEmpty else {
      throw value.error(
        Message(zh: "无法识别此项", en: "Nothing tells how this field is recognised"),
        remedy: Message(zh: "请添加“labels”或“contains”", en: "Add “labels” or “contains”"))
    }
    return field
  }

  private mutating func readColumns(_ value: YAMLValue) throws(ProfileError) {
    var claims = Claims()
    for value in try value.list() {
      let entry = try value.mapping([
        "name", "labels", "type", "unit", "means", "mandatory", "optional", "carried",
      ])
      // A column without labels could not be found.
      _ = try entry.required("labels")
      let column = try readColumn(entry, types: FieldType.withoutTerms, &claims)
      summary.columns.append(column)
      if let means = entry["means"] {
        let meaning = try means.choice(
          Message(zh: "含义", en: "meaning"), among: SummaryMeaning.allCases, by: \.rawValue)
        try assign(column.name, to: meaning.place, of: &summary, at: means)
      }
    }
    guard summary.key != nil else {
      throw value.error(
        Message(zh: "没有一列表示“key”", en: "No column means “key”"),
        remedy: Message(
          zh: "请给项目名称一列添加“means: key”",
          en: "Add “means: key” to the column with the name that forms repeat"))
    }
  }
}

/// What a column of the summary may mean to linking and to the checks.
private enum SummaryMeaning: String, CaseIterable {
  case sequence
  case organisation
  case department
  case key
  case amount
  case note

  /// Where the summary's description keeps it.
  var place: WritableKeyPath<SummarySpec, FieldName?> {
    switch self {
    case .sequence: \.sequence
    case .organisation: \.organisation
    case .department: \.department
    case .key: \.key
    case .amount: \.amount
    case .note: \.note
    }
  }
}
