extension PartialDate {
  /// The date that a slice is in English: `7 March 2024`, `March 7th, 2024`, `Mar 2024`.
  static func readEnglish(_ text: [UInt8], _ slice: Slice) -> PartialDate? {
    guard slice.count <= 24, text[slice.range].contains(where: \.isLetterASCII) else { return nil }
    var month = 0
    var numbers: [(value: Int, isBehindMonth: Bool)] = []
    for word in text[slice.range].split(whereSeparator: { $0.isBlankASCII || $0 == 0x2C }) {
      if let found = Self.month(word) {
        guard month == 0 else { return nil }
        month = found
      } else if let number = Self.number(word) {
        numbers.append((number, month > 0))
      } else {
        return nil
      }
    }
    guard month > 0, let year = numbers.last, (1000...9999).contains(year.value),
      year.isBehindMonth
    else { return nil }
    switch numbers.count {
    case 1: return PartialDate(year: Int16(year.value), month: Int8(month), day: 0)
    case 2 where (1...31).contains(numbers[0].value):
      return PartialDate(
        year: Int16(year.value), month: Int8(month), day: Int8(numbers[0].value))
    default: return nil
    }
  }

  /// The month that a word names, whole or by its first three letters, perhaps with a point.
  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    var letters = word.map { $0 | 0x20 }
    if word.last == 0x2E { letters.removeLast() }
    guard letters.count >= 3, letters.allSatisfy(\.isLetterASCII) else { return nil }
    return months.firstIndex { $0 == letters || letters.count <= 4 && $0.starts(with: letters) }
      .map { $0 + 1 }
  }

  /// A number, perhaps with the ending of an ordinal: `7th`.
  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    let digits = word.prefix(while: \.isDigitASCII)
    let rest = word.dropFirst(digits.count)
    guard (1...4).contains(digits.count), rest.isEmpty || endings.contains(Array(rest)) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  private static let endings = ["st", "nd", "rd", "th"].map { Array($0.utf8) }
}
