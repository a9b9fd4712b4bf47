import TieoutModel

/// The names and labels of one place of a profile, and whose they are, so that none is given twice.
struct Claims {
  private var names: Set<String> = []
  /// The owner of each label, by its number.
  private var owners: [Int: String] = [:]

  /// Creates the claims of a place where nothing is claimed yet.
  init() {}

  /// Takes a field's name, once.
  mutating func take(_ field: FieldName, _ name: String, at value: YAMLValue) throws(ProfileError) {
    guard names.insert(name).inserted else {
      throw value.error(
        Message(zh: "名称“\(name)”重复出现", en: "The name “\(name)” stands twice"),
        remedy: Message(zh: "请换一个名称", en: "Choose another name"))
    }
  }

  /// Gives a label to an owner; says whether it is new there.
  mutating func give(
    _ label: LabelID, to owner: String, at value: YAMLValue
  ) throws(ProfileError) -> Bool {
    switch owners.updateValue(owner, forKey: Int(label.rawValue)) {
    case nil: return true
    // Two spellings that differ only in what the look-up ignores are one label.
    case owner: return false
    case let other?:
      let word = try value.text()
      throw value.error(
        Message(
          zh: "标签“\(word)”既属于“\(other)”又属于“\(owner)”",
          en: "The label “\(word)” belongs to “\(other)” and to “\(owner)”"),
        remedy: Message(zh: "请从其中一处删去", en: "Take it out of one of them"))
    }
  }
}

extension Profile {
  /// The name of a field; letters, digits and underscores, as outputs and paths need it.
  mutating func fieldName(_ value: YAMLValue) throws(ProfileError) -> FieldName {
    let name = try value.text()
    if name.isPlainName { return intern(name) }
    guard name.isFieldName else {
      throw value.error(
        Message(zh: "“\(name)”不能作名称", en: "“\(name)” cannot be a name"),
        remedy: Message(
          zh: "名称以字母开头，只含字母、数字和下划线，不以 xml 开头",
          en: "A name begins with a letter, though not with xml, and holds letters, digits and "
            + "underscores"))
    }
    return intern(name)
  }

  /// The name of a new field of one place.
  mutating func newField(
    _ value: YAMLValue, _ claims: inout Claims
  ) throws(ProfileError) -> FieldName {
    let field = try fieldName(value)
    try claims.take(field, name(field), at: value)
    return field
  }

  /// The field, among given ones, that a value names.
  func field(
    _ value: YAMLValue, among fields: [FieldName], _ what: Message
  ) throws(ProfileError) -> FieldName {
    try value.choice(what, among: fields) { name($0) }
  }

  /// The label that a value spells.
  mutating func label(_ value: YAMLValue) throws(ProfileError) -> LabelID {
    let word = try value.text()
    let label = labels.add(word)
    guard !labels.key(label).isEmpty else {
      throw value.error(
        Message(zh: "标签“\(word)”没有文字", en: "The label “\(word)” has no letters"))
    }
    return label
  }

  /// The labels of a list, which may be left out, given to their owner.
  mutating func labels(
    _ value: YAMLValue?, for owner: String, _ claims: inout Claims
  ) throws(ProfileError) -> [LabelID] {
    var labels: [LabelID] = []
    for word in try value?.list() ?? [] {
      let label = try label(word)
      if try claims.give(label, to: owner, at: word) { labels.append(label) }
    }
    return labels
  }
}

extension String {
  /// Whether it is made of small letters, digits and underscores, as nearly all names are, and is a
  /// name for certain.
  fileprivate var isPlainName: Bool {
    guard let first = utf8.first, first >= 0x61, first <= 0x7A, !hasPrefix("xml") else {
      return false
    }
    return utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0.isDigitASCII || $0 == 0x5F }
  }
}
