import TieoutModel

extension Profile {
  /// Reads `letter`: the parts of the prose before the tables, and what their lines mean.
  mutating func readLetter(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping(["parts", "rules", "body", "signer", "notes"])
    for part in try section["parts"]?.list() ?? [] {
      letter.partStarts.append(try part.words())
    }
    for rule in try section.required("rules").list() {
      letter.rules.append(try readLineRule(rule))
    }
    letter.remainder = Array(repeating: nil, count: letter.partStarts.count + 1)
    if let body = section["body"] {
      let body = try body.mapping(["part", "field"])
      letter.remainder[try part(body)] = try fieldName(try body.required("field"))
    }
    if let signer = section["signer"] { letter.signer = try fieldName(signer) }
    if let notes = section["notes"] {
      let notes = try notes.mapping(["group", "text", "person", "date"])
      letter.notes = (
        group: try fieldName(try notes.required("group")),
        text: try fieldName(try notes.required("text")),
        person: try fieldName(try notes.required("person")),
        date: try fieldName(try notes.required("date"))
      )
    }
  }

  /// The part of the prose that a rule speaks of; the first where it does not say.
  private func part(_ rule: YAMLMapping) throws(ProfileError) -> Int {
    guard let value = rule["part"] else { return 0 }
    let part = try value.integer()
    guard (0...letter.partStarts.count).contains(part) else {
      let last = letter.partStarts.count
      throw value.error(
        Message(zh: "没有第 \(part) 部分", en: "There is no part \(part)"),
        remedy: Message(
          zh: "按“parts”，部分编号为 0 至 \(last)",
          en: "By “parts” they are numbered from 0 to \(last)"))
    }
    return part
  }

  private mutating func readLineRule(
    _ value: YAMLValue
  ) throws(ProfileError) -> LetterSpec.LineRule {
    let rule = try value.mapping([
      "part", "field", "after", "before", "containing", "keep", "type", "short", "means",
    ])
    let field = try fieldName(try rule.required("field"))
    let type = try rule["type"]?.type(FieldType.withoutTerms) ?? .text
    if let means = rule["means"] {
      let meaning = try means.choice(
        Message(zh: "含义", en: "meaning"), among: LetterMeaning.allCases, by: \.rawValue)
      try assign(field, to: meaning.place, of: &letter, at: means)
    }
    return LetterSpec.LineRule(
      field: field, pattern: try pattern(rule, type), type: type, part: try part(rule),
      isShort: try rule.flag("short"))
  }

  /// What a line must be like.
  private func pattern(
    _ rule: YAMLMapping, _ type: FieldType
  ) throws(ProfileError) -> LetterSpec.LineRule.Pattern {
    let given = rule.entries.filter { ["after", "before", "containing"].contains($0.key) }
    guard given.count <= 1 else {
      throw given[1].place.error(
        Message(
          zh: "“\(given[0].key)”和“\(given[1].key)”不能同时使用",
          en: "“\(given[0].key)” and “\(given[1].key)” exclude each other"),
        remedy: Message(zh: "请拆成两条规则", en: "Make two rules of them"))
    }
    if let keep = rule["keep"], given.first?.key != "before" {
      throw keep.error(
        Message(zh: "“keep”只能与“before”同用", en: "“keep” goes with “before” only"))
    }
    guard let (key, _, value) = given.first else {
      // Any line at all is text.
      guard type != .text, type != .name else {
        throw rule.whole.error(
          Message(zh: "规则没有说明是哪一行", en: "The rule does not say which line it means"),
          remedy: Message(
            zh: "请添加“after”、“before”、“containing”或“type”",
            en: "Add “after”, “before”, “containing” or a “type”"))
      }
      return .whole
    }
    let words = try value.words()
    guard !words.isEmpty else {
      throw value.error(Message(zh: "“\(key)”中没有词语", en: "“\(key)” has no words"))
    }
    switch key {
    case "after": return .after(words)
    case "before": return try rule.flag("keep") ? .ending(words) : .before(words)
    default: return .containing(words)
    }
  }
}

/// What a line of the letter may mean to the checks.
private enum LetterMeaning: String, CaseIterable {
  case title, attachments, number, date, issuer

  /// Where the letter's description keeps it.
  var place: WritableKeyPath<LetterSpec, FieldName?> {
    switch self {
    case .title: \.title
    case .attachments: \.attachments
    case .number: \.number
    case .date: \.date
    case .issuer: \.issuer
    }
  }
}
