import TieoutModel

/// What a number counts, apart from the power of ten in which it counts it.
struct Measure: Hashable, Sendable {
  /// What is counted; empty for money.
  var base: String
  /// The power of ten of the base.
  var exponent: Int

  /// Whether it is money.
  var isMoney: Bool { base.isEmpty }
}

extension Profile {
  /// What a unit counts; `nil` where none is known.
  ///
  /// 万 and 亿 before a counter are powers of ten, as before 元, if the counter is a unit itself:
  /// 万人 counts 人 in ten-thousands. Synonyms count the same.
  func measure(_ unit: UnitID) -> Measure? {
    guard unit != .none else { return nil }
    if let exponent = units.exponent(unit) { return Measure(base: "", exponent: exponent) }
    let name = units.name(unit)
    if name.hasBytes(of: "‰") { return Measure(base: "%", exponent: -1) }
    for (word, exponent) in Self.powers where name.utf8.starts(with: word) {
      let counter = String(Substring(name.utf8.dropFirst(word.count)))
      if units.unit(named: counter) != nil {
        return Measure(base: synonym(counter), exponent: exponent)
      }
    }
    return Measure(base: synonym(name), exponent: 0)
  }

  /// Whether a number counts whole things: `1.2万人` does, `12.5人` does not.
  func isCount(_ quantity: Quantity, _ unit: UnitID) -> Bool {
    let whole = quantity.scaled(byPowerOfTen: measure(unit)?.exponent ?? 0)
    return whole.digits >= 0 && whole.digits(at: 0) != nil
  }

  private static let powers = ProseLanguage.powers { $0.powers }

  /// The first name of a unit's synonyms.
  private func synonym(_ name: String) -> String {
    for group in rules.unitSynonyms {
      for synonym in group where synonym.hasBytes(of: name) { return group[0] }
    }
    return name
  }
}

extension String {
  /// Whether both are the same bytes; words of a profile need no other equality, which is slow.
  func hasBytes(of other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
