extension UnitTable {
  /// Whether two units of money may count the same currency: nothing tells them apart.
  ///
  /// - may: `元` and `万元`, `元` and `新臺幣元`, `£` and `£000`, `$` and `USD`, `k` and `€k`
  /// - may not: `£` and `KES`, `元` and `万美元`
  public func mayBeOneCurrency(_ left: UnitID, _ right: UnitID) -> Bool {
    // Mostly both are one unit.
    guard left != right, let own = currency(left), let other = currency(right) else { return true }
    return own == other || Self.ofYuan.contains(own) && Self.ofYuan.contains(other)
  }

  /// Currencies whose unit papers call `元` alone.
  private static let ofYuan: Set<String> = ["CNY", "HKD", "TWD"]

  /// The code of the currency that a unit counts; `nil` where its word names none for certain, as `$`
  /// and `thousand` do.
  private func currency(_ unit: UnitID) -> String? {
    let name = name(unit)
    if let known = Self.words.first(where: { name.contains($0.word) }) { return known.code }
    let letters = name.prefix { $0.isASCII && $0.isUppercase }
    let rest = name.dropFirst(letters.count)
    if letters.count == 3, !(rest.first?.isLetter ?? false) { return String(letters) }
    return rest.first == "$" && !letters.isEmpty ? String(letters) + "D" : nil
  }

  /// Words that name a currency, those that are part of others last.
  private static let words: [(word: String, code: String)] = [
    ("£", "GBP"), ("pound", "GBP"), ("€", "EUR"), ("euro", "EUR"), ("欧元", "EUR"), ("美元", "USD"),
    ("US dollar", "USD"), ("港元", "HKD"), ("港币", "HKD"), ("日元", "JPY"), ("臺幣", "TWD"), ("台幣", "TWD"),
    ("台币", "TWD"), ("RMB", "CNY"), ("元", "CNY"),
  ]
}
