import TieoutModel

extension Profile {
  /// Reads `units`: money as powers of ten, other units, and which of them mean the same.
  mutating func readUnits(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping(["money", "other", "synonyms"])
    if let money = section["money"] {
      for (name, place, value) in try money.mapping().entries {
        let exponent = try value.integer()
        guard (-9...15).contains(exponent) else {
          throw value.error(
            Message(
              zh: "\(exponent) 不是货币单位的数量级", en: "\(exponent) is no power of ten of money"),
            remedy: Message(
              zh: "请写 10 的幂次：元为 0，万元为 4",
              en: "Write the exponent: 0 for the base unit, 4 for ten thousand of it"))
        }
        try addUnit(name, exponent: exponent, at: place)
      }
    }
    for value in try section["other"]?.list() ?? [] {
      try addUnit(try value.text(), exponent: nil, at: value)
    }
    for group in try section["synonyms"]?.list() ?? [] {
      rules.unitSynonyms.append(try group.groupOfNames())
      for word in try group.list() { _ = try unit(word) }
    }
  }

  private mutating func addUnit(
    _ name: String, exponent: Int?, at value: YAMLValue
  ) throws(ProfileError) {
    guard units.unit(named: name) == nil else {
      throw value.error(
        Message(zh: "单位“\(name)”重复出现", en: "The unit “\(name)” stands twice"))
    }
    // Units are numbered in a byte.
    guard units.units.count < 254 else {
      throw value.error(Message(zh: "单位超过 254 个", en: "There are more than 254 units"))
    }
    _ = units.add(name, exponent: exponent)
  }

  /// The unit that a value names.
  func unit(_ value: YAMLValue) throws(ProfileError) -> UnitID {
    let name = try value.text()
    if let unit = units.unit(named: name) { return unit }
    let known = units.units.map(\.name)
    guard nearestWord(to: name, among: known) == nil else {
      throw value.unknown(Message(zh: "单位", en: "unit"), name, among: known)
    }
    throw value.error(
      Message(zh: "没有单位“\(name)”", en: "There is no unit “\(name)”"),
      remedy: Message(
        zh: "请将其加入“units”的“other”", en: "Add it to “other” under “units”"))
  }

  /// Reads `organisations`: endings that name no body of their own, and groups of names for one.
  mutating func readOrganisations(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping(["endings", "aliases"])
    organisations.endings = try section.words("endings")
    for group in try section["aliases"]?.list() ?? [] {
      organisations.aliases.append(try group.groupOfNames())
    }
  }

  /// Reads `names`: how names of projects may begin without being different.
  mutating func readNames(_ value: YAMLValue) throws(ProfileError) {
    namePrefixes = try value.mapping(["prefixes"]).words("prefixes")
  }
}

extension YAMLValue {
  /// Two or more names for one thing.
  fileprivate func groupOfNames() throws(ProfileError) -> [String] {
    let names = try words()
    guard names.count > 1 else {
      throw error(
        Message(
          zh: "同义词一组至少要有两个", en: "A group of names for one thing needs two or more"))
    }
    return names
  }
}
