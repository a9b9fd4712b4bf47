internal import TieoutModel

/// A number of a letter, in digits or in words.
struct LetterNumber {
  /// The number.
  let quantity: Quantity
  /// Its unit, where it is money in words; else what follows it names one.
  var unit: UnitID?
  /// The offset behind it.
  let end: Int

  /// What makes a number in words one of a series, or one of any.
  private static let ordinals = ["第", "每", "同", "另", "某", "这", "那", "各", "任"].map { Array($0.utf8) }

  /// Reads the number that begins at an offset; `nil` where none does.
  static func read(
    _ text: [UInt8], _ index: Int, in clause: Range<Int>, _ units: UnitTable
  ) -> LetterNumber? {
    if text[index].isDigitASCII {
      return Quantity.read(text, index..<clause.upperBound).map {
        LetterNumber(quantity: $0.0, end: $0.1)
      }
    }
    if text[index].isLetterASCII { return inWords(text, index, clause) }
    guard text[index] >= 0xE4, ProseScanner.isNumeral(text, index, clause.upperBound),
      !isOrdinal(text, index, clause),
      let numeral = Numeral.read(text, index..<clause.upperBound)
    else { return nil }
    switch numeral.kind {
    case .money: return money(numeral, text, units)
    case .number where numeral.value.scale == 0 && numeral.value.digits > 1:
      return LetterNumber(quantity: numeral.value, end: numeral.end)
    default: return nil
    }
  }

  /// `five`, a word of its own: not `five-year`, not `often`.
  private static func inWords(
    _ text: [UInt8], _ index: Int, _ clause: Range<Int>
  ) -> LetterNumber? {
    if index > clause.lowerBound, !text[index - 1].isBlankASCII { return nil }
    var end = index
    while end < clause.upperBound, text[end].isLetterASCII { end += 1 }
    guard end - index >= 3, end - index <= 9, end < clause.upperBound, text[end] == 0x20,
      let value = numbers[text[index..<end].map { $0 | 0x20 }]
    else { return nil }
    return LetterNumber(quantity: Quantity(digits: value, scale: 0), end: end)
  }

  private static let numbers = Dictionary(
    ProseLanguage.all.flatMap(\.letterNumbers).map { (Array($0.key.utf8), $0.value) },
    uniquingKeysWith: { first, _ in first })

  private static func isOrdinal(_ text: [UInt8], _ index: Int, _ clause: Range<Int>) -> Bool {
    index - 3 >= clause.lowerBound && ordinals.contains { text.stands($0, at: index - 3, index) }
  }

  /// Money in words; `一千二百万元` is said to the 万, `壹仟贰佰万元整` to the 元.
  private static func money(
    _ numeral: Numeral, _ text: [UInt8], _ units: UnitTable
  ) -> LetterNumber? {
    func unit(_ exponent: Int) -> UnitID? {
      units.units.firstIndex { $0.exponent == exponent }.map { UnitID(rawValue: UInt8($0 + 1)) }
    }
    guard let plain = unit(0) else { return nil }
    for (word, exponent, power) in powers where numeral.value.scale == 0 {
      let (digits, rest) = numeral.value.digits.quotientAndRemainder(dividingBy: power)
      guard rest == 0, text.stands(word, at: numeral.end - word.count, numeral.end),
        let unit = unit(exponent)
      else { continue }
      return LetterNumber(
        quantity: Quantity(digits: digits, scale: 0), unit: unit, end: numeral.end)
    }
    return LetterNumber(
      quantity: numeral.value, unit: plain, end: numeral.end)
  }

  private static let powers: [(word: [UInt8], exponent: Int, power: Int64)] = [
    (Array("亿元".utf8), 8, 100_000_000), (Array("万元".utf8), 4, 10_000),
  ]
}
