internal import TieoutModel

/// Whether figures are sums of money, as far as they and their label tell.
extension DraftColumn {
  /// Whether they can be: no shares, no references, no years, nothing that is counted or measured.
  func mayBeMoney(_ key: String) -> Bool {
    !isSequence && !isRate(key) && !isReference(key) && !areYears(key) && !DraftWords.isCount(key)
      && !DraftWords.isOfNoMoney(key) && (units.isEmpty || moneyUnit != nil)
  }

  /// Whether most are printed as money is, whatever their label: `1,200.00`, `£15`.
  var isLikeMoney: Bool {
    signed > 0 && isMostly(signed) || cents > 1 && isMostly(cents)
      || separated > 0 && separated * 2 >= numbers.count { abs($0.digits) >= 1000 }
  }

  /// The unit of money behind the numbers, or the sign before them; `nil` where none stands there.
  var moneyUnit: String? {
    units.first { unit in DraftWords.moneyUnits.contains { $0.name == unit } }
      ?? (signed * 2 > numbers.count ? sign : nil)
  }

  func isRate(_ key: String) -> Bool {
    percents * 2 > numbers.count || key.hasSuffix("率")
  }

  /// Whether the numbers only tell things apart: their label says so, or they are longer than any
  /// sum and no label says that they are one.
  func isReference(_ key: String) -> Bool {
    guard numbers.allSatisfy({ $0.scale == 0 }), separated == 0, units.isEmpty, signed == 0 else {
      return false
    }
    return DraftWords.isReference(key)
      || !numbers.isEmpty && !DraftWords.holds(key, DraftWords.money)
        && numbers.allSatisfy { abs($0.digits) >= 10_000_000_000 }
  }

  /// Whether all are calendar years, and no label says that they are money.
  private func areYears(_ key: String) -> Bool {
    !DraftWords.holds(key, DraftWords.money) && separated == 0 && signed == 0
      && numbers.allSatisfy { $0.scale == 0 && (1900..<2100).contains($0.digits) }
  }
}
