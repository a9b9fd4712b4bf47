internal import TieoutModel

/// The amount in digits beside an amount in words.
struct AmountBeside {
  /// Its characters.
  let printed: Slice
  /// The amount in 元.
  let yuan: Quantity

  /// What may stand between the two.
  private static let between = [
    "（", "）", "(", ")", "：", ":", "，", ",", "、", " ", "¥", "￥", "即", "小写", "大写", "人民币", "计", "RMB",
    "CNY",
  ].map { Array($0.utf8) }

  /// Looks behind the words, then before them; `nil` where neither has digits.
  init?(_ words: Slice, in range: Range<Int>, _ submission: Submission) {
    let text = submission.document.text
    var index = Int(words.end)
    while let gap = Self.gap(text, index..<range.upperBound) { index += gap }
    if let found = Self.amount(text, index..<range.upperBound, submission) {
      self = found
      return
    }
    // Before them: the last number whose unit, and nothing else, leads up to the words.
    var start = max(range.lowerBound, Int(words.start) - 80)
    while start < Int(words.start) {
      guard text[start].isDigitASCII,
        let found = Self.amount(text, start..<Int(words.start), submission)
      else {
        start += 1
        continue
      }
      var index = Int(found.printed.end)
      while index < Int(words.start), let gap = Self.gap(text, index..<Int(words.start)) {
        index += gap
      }
      if index == Int(words.start) {
        self = found
        return
      }
      start = Int(found.printed.end)
    }
    return nil
  }

  init(printed: Slice, yuan: Quantity) {
    self.printed = printed
    self.yuan = yuan
  }

  private static func gap(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    between.first { $0.stands(in: text, at: range.lowerBound, before: range.upperBound) }?.count
  }

  /// A number with a unit of money behind it, 元 where none is printed.
  private static func amount(
    _ text: [UInt8], _ range: Range<Int>, _ submission: Submission
  ) -> AmountBeside? {
    guard let (quantity, end) = Quantity.read(text, range) else { return nil }
    let units = submission.profile.units
    var unit: (exponent: Int, length: Int) = (0, 0)
    for known in units.units {
      guard let exponent = known.exponent, known.name.utf8.count > unit.length,
        Array(known.name.utf8).stands(in: text, at: end, before: range.upperBound)
      else { continue }
      unit = (exponent, known.name.utf8.count)
    }
    return AmountBeside(
      printed: Slice(range.lowerBound..<(end + unit.length)),
      yuan: quantity.scaled(byPowerOfTen: unit.exponent))
  }
}
