import TieoutModel

/// A year that is printed in words: `2024年度`, `二〇二四年`, `FY2024`, `2023/24`.
struct YearInText: Sendable {
  /// The year, or the first of two that it goes over.
  let value: Int
  /// The second of the two.
  var last: Int
  /// Its characters.
  let printed: Slice

  private static let sign = Array("年".utf8)

  /// The first year before 年 in a range; `nil` where there is none.
  static func first(in range: Range<Int>, _ text: [UInt8]) -> YearInText? {
    var start = range.lowerBound
    while let place = text.first(of: sign, in: start..<range.upperBound) {
      if let year = YearInText(endingAt: place.lowerBound, from: range.lowerBound, text) {
        return year
      }
      start = place.upperBound
    }
    return nil
  }

  /// The years in a range, in the order in which they stand: those before 年, and where there is
  /// none, those that are written in English.
  static func all(in range: Range<Int>, _ text: [UInt8]) -> [YearInText] {
    var years: [YearInText] = []
    var start = range.lowerBound
    while let place = text.first(of: sign, in: start..<range.upperBound) {
      if let year = YearInText(endingAt: place.lowerBound, from: range.lowerBound, text) {
        years.append(year)
      }
      start = place.upperBound
    }
    return years.isEmpty ? english(in: range, text) : years
  }

  /// Whether two say one year: `FY2024` may be 2023/24, and two spans must be the same.
  func isOne(with other: YearInText) -> Bool {
    if last > value, other.last > other.value { return value == other.value }
    return value <= other.last && other.value <= last
  }

  private init(value: Int, last: Int, printed: Slice) {
    self.value = value
    self.last = last
    self.printed = printed
  }

  private init?(endingAt end: Int, from start: Int, _ text: [UInt8]) {
    var end = end
    while end > start, text[end - 1].isBlankASCII { end -= 1 }
    if let inWords = Self.inWords(endingAt: end, from: start, text) {
      self = inWords
      return
    }
    guard end - start >= 4, end - start == 4 || !text[end - 5].isDigitASCII,
      let number = Quantity.whole(text, Slice((end - 4)..<end)), number.scale == 0,
      (1800..<3000).contains(number.digits)
    else { return nil }
    self.init(
      value: Int(number.digits), last: Int(number.digits), printed: Slice((end - 4)..<end))
  }

  /// 二〇二四: four characters, one behind the other.
  private static func inWords(endingAt end: Int, from start: Int, _ text: [UInt8]) -> YearInText? {
    let first = end - 12
    guard first >= start, text[end - 1] >= 0x80,
      let numeral = Numeral.read(text, first..<end), numeral.end == end,
      numeral.kind == .number, numeral.value.scale == 0,
      (1800..<3000).contains(numeral.value.digits)
    else { return nil }
    let year = Int(numeral.value.digits)
    return YearInText(value: year, last: year, printed: Slice(first..<end))
  }

  // MARK: English

  private static func english(in range: Range<Int>, _ text: [UInt8]) -> [YearInText] {
    var years: [YearInText] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index].isDigitASCII else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, text[index].isDigitASCII { index += 1 }
      if let year = english(start..<index, in: range, text) {
        years.append(year)
        index = year.printed.range.upperBound
      }
    }
    return years
  }

  /// A year of four digits that stands alone or behind FY, perhaps with the next one behind a stroke.
  ///
  /// So `2023/24` and `2023-2024`, but no part of a date (`12.03.2024`) or of a number (`2,024`).
  private static func english(
    _ digits: Range<Int>, in range: Range<Int>, _ text: [UInt8]
  ) -> YearInText? {
    guard digits.count == 4, let year = number(digits, text), (1990..<2100).contains(year),
      isAlone(digits, in: range, text)
    else { return nil }
    var end = digits.upperBound
    guard end + 2 < range.upperBound, text[end] == 0x2F || text[end] == 0x2D else {
      return YearInText(value: year, last: year, printed: Slice(digits))
    }
    let start = end + 1
    end = start
    while end < range.upperBound, text[end].isDigitASCII { end += 1 }
    guard end - start == 2 || end - start == 4, let next = number(start..<end, text),
      next == (year + 1) % (end - start == 2 ? 100 : 10_000)
    else { return nil }
    return YearInText(value: year, last: year + 1, printed: Slice(digits.lowerBound..<end))
  }

  private static func isAlone(
    _ digits: Range<Int>, in range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    if digits.lowerBound > range.lowerBound {
      let before = text[digits.lowerBound - 1]
      let isYear = before == 0x59 || before == 0x79
      guard before.isBlankASCII || before == 0x28 || isYear else { return false }
    }
    guard digits.upperBound < range.upperBound else { return true }
    let next = text[digits.upperBound]
    if next == 0x2E || next == 0x2C {
      return digits.upperBound + 1 >= range.upperBound
        || !text[digits.upperBound + 1].isDigitASCII
    }
    return next.isBlankASCII || [0x29, 0x3A, 0x3B, 0x2D, 0x2F].contains(next)
  }

  private static func number(_ digits: Range<Int>, _ text: [UInt8]) -> Int? {
    Quantity.whole(text, Slice(digits)).map { Int($0.digits) }
  }
}
