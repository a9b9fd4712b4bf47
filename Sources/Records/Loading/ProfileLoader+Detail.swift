import TieoutModel

extension Profile {
  /// Reads `detail`: the fields and groups of the forms.
  mutating func readDetail(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping([
      "title", "attachment", "headings", "fields", "footnote", "groups",
    ])
    var claims = Claims()
    if let title = section["title"] {
      (detail.title, detail.titleEndings) = try readTitle(title, &claims)
    }
    // As on paper: the attachment's number before the fields, the footnote after them.
    if let attachment = section["attachment"] {
      detail.attachment = try readLine(attachment, &claims)
    }
    var columnsOfFields: [(field: Int, value: YAMLValue)] = []
    try readFields(try section.required("fields"), &claims, &columnsOfFields)
    if let footnote = section["footnote"] { detail.footnote = try readLine(footnote, &claims) }

    var headings = Claims()
    detail.headings = try labels(section["headings"], for: "headings", &headings)
    for group in try section["groups"]?.list() ?? [] {
      // Rows number their group in a byte.
      guard detail.groups.count < 254 else {
        throw group.error(Message(zh: "分组超过 254 个", en: "There are more than 254 groups"))
      }
      detail.groups.append(try readGroup(group, &claims))
    }
    let columns = detail.groups.flatMap { $0.columns.map(\.name) }
    for (place, value) in columnsOfFields {
      detail.fields[place].column = try field(
        value, among: columns, Message(zh: "分组的列", en: "column of a group"))
    }
  }

  /// Reads a line of prose before or after a form.
  private mutating func readLine(
    _ value: YAMLValue, _ claims: inout Claims
  ) throws(ProfileError) -> FieldName {
    let entry = try value.mapping(["field", "labels", "contains"])
    var field = FieldSpec(name: try newField(try entry.required("field"), &claims))
    var lines = Claims()
    field.containing = try entry.words("contains")
    let words = field.containing.isEmpty ? try entry.required("labels") : entry["labels"]
    field.labels = try labels(words, for: name(field.name), &lines)
    field.isLine = true
    detail.fields.append(field)
    return field.name
  }

  private mutating func readFields(
    _ value: YAMLValue, _ claims: inout Claims,
    _ columnsOfFields: inout [(field: Int, value: YAMLValue)]
  ) throws(ProfileError) {
    // One label may serve several fields where the row or the kind of place tells them apart.
    var owners: [String: Claims] = [:]
    var besides: [(field: Int, value: YAMLValue)] = []
    var thens: [(field: Int, value: YAMLValue)] = []
    for value in try value.list() {
      let entry = try value.mapping([
        "name", "labels", "contains", "type", "unit", "line", "rest", "stamps", "beside", "means",
        "mandatory", "optional", "then", "column",
      ])
      let name = try newField(try entry.required("name"), &claims)
      var field = try readField(entry, name)
      let place = "\(field.isLine) \(try entry["beside"]?.text() ?? "")"
      field.labels = try labels(
        entry["labels"], for: self.name(name), &owners[place, default: Claims()])
      if let beside = entry["beside"] { besides.append((detail.fields.count, beside)) }
      if let then = entry["then"] { thens.append((detail.fields.count, then)) }
      if let column = entry["column"] { columnsOfFields.append((detail.fields.count, column)) }
      detail.fields.append(field)
      if let means = entry["means"] {
        let meaning = try means.choice(
          Message(zh: "含义", en: "meaning"), among: DetailMeaning.allCases, by: \.rawValue)
        try assign(name, to: meaning.place, of: &detail, at: means)
      }
    }
    guard detail.key != nil else {
      throw value.error(
        Message(zh: "没有一个字段表示“key”", en: "No field means “key”"),
        remedy: Message(
          zh: "请给项目名称字段添加“means: key”",
          en: "Add “means: key” to the name that the summary repeats"))
    }
    let other = Message(zh: "其他字段", en: "other field")
    func others(_ place: Int) -> [FieldName] {
      detail.fields.map(\.name).filter { $0 != detail.fields[place].name }
    }
    for (place, value) in besides {
      detail.fields[place].beside = try field(value, among: others(place), other)
    }
    for (place, value) in thens {
      detail.fields[place].then = try field(value, among: others(place), other)
    }
  }
}

/// What a field of a form may mean to linking and to the checks.
private enum DetailMeaning: String, CaseIterable {
  case key
  case organisation
  case department
  case total
  case note
  case goal

  /// Where the forms' description keeps it.
  var place: WritableKeyPath<DetailSpec, FieldName?> {
    switch self {
    case .key: \.key
    case .organisation: \.organisation
    case .department: \.department
    case .total: \.total
    case .note: \.note
    case .goal: \.goal
    }
  }
}
