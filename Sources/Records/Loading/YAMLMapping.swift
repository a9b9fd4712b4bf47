import TieoutModel

/// The values of a YAML mapping, by keys of which all are known.
struct YAMLMapping {
  /// The whole mapping, for complaints about what it lacks.
  let whole: YAMLValue
  /// Keys and values in the order of the file.
  let entries: [(key: String, place: YAMLValue, value: YAMLValue)]
  /// The keys alone: to look at the key of an entry copies all of it.
  private let keys: [String]

  init(whole: YAMLValue, entries: [(key: String, place: YAMLValue, value: YAMLValue)]) {
    self.whole = whole
    self.entries = entries
    keys = entries.map(\.key)
  }

  /// The value of a key; `nil` where the mapping does not have it.
  subscript(key: String) -> YAMLValue? {
    keys.firstIndex(of: key).map { entries[$0].value }
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(ProfileError) -> YAMLValue {
    if let value = self[key] { return value }
    throw whole.error(
      Message(zh: "缺少键“\(key)”", en: "The key “\(key)” is missing"),
      remedy: Message(zh: "请在此处添加“\(key): …”", en: "Add “\(key): …” here"))
  }

  /// Whether a key is there and `true`.
  func flag(_ key: String) throws(ProfileError) -> Bool {
    try self[key]?.flag() ?? false
  }

  /// The words of a list that may be left out.
  func words(_ key: String) throws(ProfileError) -> [String] {
    try self[key]?.words() ?? []
  }
}

extension YAMLValue {
  /// The values by key, where all keys are among the known ones.
  func mapping(_ known: [String]) throws(ProfileError) -> YAMLMapping {
    let mapping = try mapping()
    for entry in mapping.entries where !known.contains(entry.key) {
      throw entry.place.unknown(Message(zh: "键", en: "key"), entry.key, among: known)
    }
    return mapping
  }

  /// The values by key, whatever the keys are.
  func mapping() throws(ProfileError) -> YAMLMapping {
    guard case .pairs(let pairs) = node.content else {
      throw mismatch(
        Message(zh: "键值对", en: "keys and values"),
        remedy: Message(zh: "请写成 {键: 值} 的形式", en: "Write it as {key: value}"))
    }
    var entries: [(key: String, place: YAMLValue, value: YAMLValue)] = []
    entries.reserveCapacity(pairs.count / 2)
    // Most mappings are so short that a look at each key is the quickest.
    let isShort = pairs.count <= 32
    var keys: Set<String> = []
    for index in stride(from: 0, to: pairs.count, by: 2) {
      let place = YAMLValue(node: pairs[index], file: file)
      let key = try place.text()
      let isNew =
        isShort ? !entries.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else {
        throw (entries.first { $0.key == key }?.place ?? place).error(
          Message(zh: "键“\(key)”重复出现", en: "The key “\(key)” stands twice"),
          remedy: Message(zh: "请只保留一个", en: "Keep one of them"))
      }
      entries.append((key, place, YAMLValue(node: pairs[index + 1], file: file)))
    }
    return YAMLMapping(whole: self, entries: entries)
  }
}
