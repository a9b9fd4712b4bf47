internal import TieoutModel

/// What stands in one column, or behind one label, over a whole paper.
struct DraftColumn {
  private(set) var filled = 0
  private(set) var blank = 0
  private(set) var numbers: [Quantity] = []
  private(set) var bounds = 0
  private(set) var comparators = 0
  private(set) var dates = 0
  private(set) var periods = 0
  private(set) var phones = 0
  private(set) var codes = 0
  private(set) var words = 0
  private(set) var absences = 0
  private(set) var percents = 0
  /// Numbers as money is printed: with two decimals, with separators of thousands, with its sign.
  private(set) var cents = 0
  private(set) var separated = 0
  private(set) var signed = 0
  /// The first sign of money beside a number.
  private(set) var sign: String?
  /// What stands behind the numbers.
  private(set) var units: [String] = []
  /// The different values, in their order.
  private(set) var values: [String] = []
  private var known: Set<String> = []
  private var length = 0

  /// Takes one cell; `nil` where it is blank.
  mutating func add(_ cell: DraftPaper.Cell?, _ paper: DraftPaper) {
    guard let cell else {
      blank += 1
      return
    }
    filled += 1
    let value = paper.string(cell.slice)
    if known.insert(value).inserted { values.append(value) }
    switch cell.shape {
    case .number(let quantity, let rest):
      numbers.append(quantity)
      take(paper.string(rest))
      if quantity.scale == 2 { cents += 1 }
      let printed = paper.text[cell.slice.range]
      if printed.contains(0x2C) || printed.contains(0x27) { separated += 1 }
      if let known = DraftWords.signs.first(where: { value.contains($0) }) {
        signed += 1
        sign = sign ?? known
      }
    case .bound(let rest):
      bounds += 1
      take(paper.string(rest))
    case .comparator: comparators += 1
    case .date: dates += 1
    case .period: periods += 1
    case .phone: phones += 1
    case .code: codes += 1
    case .absence: absences += 1
    case .words:
      words += 1
      length += Int(cell.slice.count)
    }
  }

  private mutating func take(_ unit: String) {
    if unit == "%" { percents += 1 }
    if !unit.isEmpty, !units.contains(unit) { units.append(unit) }
  }

  /// Whether most values are of one sort.
  func isMostly(_ count: Int) -> Bool { count > 0 && count * 10 >= (filled - absences) * 6 }

  /// The bytes of a usual text.
  var meanLength: Int { words > 0 ? length / words : 0 }

  /// Whether the numbers count rows: most of them the one before and one, or all of them, if they
  /// begin anew with 1 in each section.
  var isSequence: Bool {
    guard numbers.count >= 2, numbers.count * 10 >= filled * 6 else { return false }
    var steps = 0
    var starts = 0
    for (last, next) in zip(numbers, numbers.dropFirst()) where next.scale == 0 {
      if last.scale == 0, next.digits == last.digits + 1 {
        steps += 1
      } else if next.digits == 1 {
        starts += 1
      }
    }
    let isInSections =
      numbers[0].digits == 1 && steps > starts && steps + starts == numbers.count - 1
    return isInSections || steps * 10 >= (numbers.count - 1) * 7
  }

  /// Whether the column repeats a few words over blank cells, as merged cells do.
  var isCarried: Bool {
    words == filled && blank * 20 >= filled && blank > 0 && values.count <= 20
      && values.count * 3 <= filled * 2 && meanLength <= 60
  }

  /// What the values are, as their label says and they look.
  ///
  /// - Parameters:
  ///   - hasMoneyUnit: whether the label, or a caption that may be meant, names a unit of money.
  ///   - hasOtherUnit: whether the label names another unit: `重量（kg）`.
  func type(
    _ key: String, hasMoneyUnit: Bool = false, hasOtherUnit: Bool = false
  ) -> FieldType {
    if isMostly(comparators) { return .comparator }
    if bounds > 0, isMostly(bounds + numbers.count) { return .target }
    if isMostly(numbers.count) {
      if isRate(key) { return .rate }
      if arePhones(key, mayBeSums: hasMoneyUnit) { return .phone }
      if isReference(key) { return .code }
      // A caption that names a unit of money says nothing of what is counted or scored.
      let isMoney =
        mayBeMoney(key) && !hasOtherUnit
        && (hasMoneyUnit || isLikeMoney || moneyUnit != nil
          || DraftWords.holds(key, DraftWords.money))
      return isMoney ? .amount : isCount(key) ? .count : .quantity
    }
    if isMostly(dates) { return .date }
    if isMostly(periods) { return .text }
    if isMostly(phones) { return DraftWords.isReference(key) ? .code : .phone }
    if isMostly(codes) { return .code }
    if isUnits(key) { return .unit }
    if DraftWords.holds(key, DraftWords.person), meanLength <= 30 { return .person }
    // 保管人, 责任人 and their like; names of bodies are longer.
    if key.hasSuffix("人"), meanLength <= 12, words > 0 { return .person }
    if DraftWords.holds(key, DraftWords.organisation) { return .organisation }
    return .text
  }

  /// Whether the numbers are telephones without signs between their parts.
  private func arePhones(_ key: String, mayBeSums: Bool) -> Bool {
    // Longer numbers than any sum has, where they may be sums.
    let least: Int64 = mayBeSums ? 10_000_000_000 : 1_000_000
    return DraftWords.isPhone(key) && !DraftWords.holds(key, DraftWords.money)
      && separated == 0 && signed == 0 && units.isEmpty
      && numbers.allSatisfy { $0.scale == 0 && (least..<10_000_000_000_000).contains($0.digits) }
  }

  /// Whether whole things are counted: their label or their units say so, and no number denies it.
  private func isCount(_ key: String) -> Bool {
    let areUnits = !units.isEmpty && units.allSatisfy(DraftWords.counters.contains)
    return (areUnits || DraftWords.isCount(key)) && numbers.allSatisfy { $0.digits(at: 0) != nil }
  }

  private func isUnits(_ key: String) -> Bool {
    DraftWords.isOne(key, of: DraftWords.unit) && meanLength <= 15 && words > 0
  }
}
