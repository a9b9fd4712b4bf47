import TieoutModel

/// A year that is printed in words: `2024年度`.
struct YearInText: Sendable {
  /// The year.
  let value: Int
  /// Its characters.
  let printed: Slice

  private static let sign = Array("年".utf8)

  /// The first year in a range; `nil` where there is none.
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

  private init?(endingAt end: Int, from start: Int, _ text: [UInt8]) {
    var end = end
    while end > start, text[end - 1].isBlankASCII { end -= 1 }
    guard end - start >= 4, end - start == 4 || !text[end - 5].isDigitASCII,
      let number = Quantity.whole(text, Slice((end - 4)..<end)), number.scale == 0,
      (1900..<2200).contains(number.digits)
    else { return nil }
    value = Int(number.digits)
    printed = Slice((end - 4)..<end)
  }
}
