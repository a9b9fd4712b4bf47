import TieoutModel

extension Profile {
  /// Reads what counts as a discrepancy: `trivial`, `decimals`, `rounding`, `exact`.
  mutating func readThresholds(_ value: YAMLValue) throws(ProfileError) {
    let entries = try value.mapping(["trivial", "decimals", "rounding", "exact"])
    if let trivial = entries["trivial"] {
      let text = Array(try trivial.text().utf8)
      guard let amount = Quantity.whole(text, Slice(text.indices)), amount.digits >= 0 else {
        throw trivial.mismatch(Message(zh: "金额", en: "an amount"))
      }
      thresholds.trivial = amount
    }
    if let decimals = entries["decimals"] {
      let number = try decimals.integer()
      guard Thresholds.decimals.contains(number) else {
        throw decimals.mismatch(Message(zh: " 0 至 6 的整数", en: "a whole number from 0 to 6"))
      }
      thresholds.decimals = number
    }
    if let rounding = entries["rounding"] {
      thresholds.rounding = try rounding.choice(
        Message(zh: "取舍方式", en: "rounding"), among: Thresholds.Rounding.allCases
      ) { $0.rawValue }
    }
    if let exact = entries["exact"] { thresholds.isExact = try exact.flag() }
  }

  /// Reads what the findings of checks weigh: `{AG05: off, NM01: note}`.
  mutating func readWeights(_ value: YAMLValue, checks: [String]) throws(ProfileError) {
    for entry in try value.mapping().entries {
      if !checks.isEmpty, !checks.contains(entry.key) {
        throw entry.place.unknown(Message(zh: "检查", en: "check"), entry.key, among: checks)
      }
      thresholds.weights[entry.key] = try entry.value.choice(
        Message(zh: "级别", en: "severity"), among: Thresholds.Weight.all
      ) { $0.name }
    }
  }
}
