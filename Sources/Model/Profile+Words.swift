extension Submission {
  /// What people call a field of a record by its path: `指标4 · 目标值` for `indicators[3].target`.
  public func words(forField path: String) -> Message {
    guard let field = FieldPath(path, profile) else {
      let words = path.spaced
      return Message(zh: words, en: words)
    }
    guard let item = field.item else {
      return Message(
        zh: profile.word(for: field.field, .chinese), en: profile.word(for: field.field, .english))
    }
    let group = profile.detail.groups.first { $0.name == item.group }
    let number = item.place + 1
    func words(_ language: Language) -> String {
      let name = profile.name(item.group)
      let kind = group?.kind.word(language) ?? name
      let space = language == .chinese && !kind.isASCII ? "" : " "
      return "\(kind)\(space)\(number) · \(profile.word(for: field.field, language, in: group))"
    }
    return Message(zh: words(.chinese), en: words(.english))
  }
}

extension Profile {
  /// What people call a field: in Chinese by the first label that papers print, else by what it means
  /// to the checks, else by its name.
  public func word(for field: FieldName, _ language: Language, in group: GroupSpec? = nil) -> String
  {
    let labels =
      if let group { group.columns.first { $0.name == field }?.labels } else { ownLabels(field) }
    let word = word(for: field, labels ?? [], language)
    guard language == .chinese, word.isASCII else { return word }
    let role = group?.roles.filter { $0.value == field }.map(\.key).min {
      $0.rawValue < $1.rawValue
    }
    return role?.chinese ?? word
  }

  /// What people call a field that has some labels.
  public func word(for field: FieldName, _ labels: [LabelID], _ language: Language) -> String {
    let label = labels.first.map { self.labels.word($0) } ?? ""
    // A label in Latin letters serves both languages; a Chinese one is no English word.
    if !label.isEmpty, language == .chinese || !label.isChinese { return label }
    return name(field).spaced
  }

  private func ownLabels(_ field: FieldName) -> [LabelID]? {
    // By place: a field's description is large, and would be copied to be looked at.
    for fields in [detail.fields, summary.fields] {
      for place in fields.indices where fields[place].name == field && !fields[place].labels.isEmpty
      {
        return fields[place].labels
      }
    }
    return summary.columns.first { $0.name == field }?.labels
  }

  /// What people call the field of a name, in sentences of both languages; the name itself where the
  /// profile knows none.
  public func words(forFieldNamed name: String) -> Message {
    guard let field = field(name) else { return Message(zh: name, en: name) }
    return words(for: field)
  }

  /// What people call a field, in sentences of both languages.
  public func words(for field: FieldName) -> Message {
    var group: GroupSpec?
    for place in detail.groups.indices
    where detail.groups[place].columns.contains(where: { $0.name == field }) {
      group = detail.groups[place]
      break
    }
    return Message(
      zh: word(for: field, .chinese, in: group), en: word(for: field, .english, in: group))
  }
}

extension GroupSpec.Kind {
  /// The word for one of the group.
  fileprivate func word(_ language: Language) -> String {
    switch self {
    case .parts: language == .chinese ? "分项" : "part"
    case .indicators: language == .chinese ? "指标" : "indicator"
    case .lines: language == .chinese ? "明细行" : "line"
    }
  }
}

extension GroupSpec.Role {
  /// The word for what no label announces.
  fileprivate var chinese: String {
    switch self {
    case .source: "来源"
    case .amount: "金额"
    case .note: "备注"
    case .level1: "一级指标"
    case .level2: "二级指标"
    case .sublevel: "分级"
    case .text: "指标文字"
    case .name: "指标名称"
    case .comparator: "指标比较符"
    case .bound: "指标值"
    case .boundUnit: "指标值单位"
    case .unit: "计量单位"
    case .target: "目标值"
    case .targetComparator: "目标值比较符"
    case .weight: "权重"
    case .period: "期间"
    }
  }
}

extension String {
  fileprivate var isASCII: Bool {
    for byte in utf8 where byte >= 0x80 { return false }
    return true
  }

  fileprivate var isChinese: Bool {
    for byte in utf8 where byte >= 0xE0 { return true }
    return false
  }

  /// The text with spaces where underscores stand.
  fileprivate var spaced: String {
    var bytes = Array(utf8)
    for place in bytes.indices where bytes[place] == 0x5F { bytes[place] = 0x20 }
    return String(ofStrings: bytes)
  }
}
