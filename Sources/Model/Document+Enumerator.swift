extension Document {
  /// The part of a slice behind a numeral that only counts: `1、`, `（一）`, `2.`, `一、`.
  public func withoutEnumerator(_ slice: Slice) -> Slice {
    var index = Int(slice.start)
    let end = Int(slice.end)
    guard index < end, Enumerator.leads[Int(text[index])] else { return slice }
    let isBracketed = skip(&index, end, Enumerator.opening)
    var digits = 0
    while digits < 3, skipNumeral(&index, end) { digits += 1 }
    guard digits > 0 else { return slice }
    guard skip(&index, end, isBracketed ? Enumerator.closing : Enumerator.points), index < end
    else { return slice }
    // `1.5` is a number, not the first point of a list.
    if !isBracketed, text[index].isDigitASCII { return slice }
    return trimmed(Slice(index..<end))
  }

  private func skip(_ index: inout Int, _ end: Int, _ signs: [[UInt8]]) -> Bool {
    for sign in signs {
      let next = index + sign.count
      if next <= end, text[index..<next] == sign[...] {
        index = next
        return true
      }
    }
    return false
  }

  private func skipNumeral(_ index: inout Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    if text[index].isDigitASCII {
      index += 1
      return true
    }
    return text[index] >= 0xE4 && skip(&index, end, Enumerator.numerals)
  }
}

/// The signs that numerals of lists are made of.
private enum Enumerator {
  static let opening = ["(", "（"].map { Array($0.utf8) }
  static let closing = [")", "）"].map { Array($0.utf8) }
  static let points = ["、", ".", "．"].map { Array($0.utf8) }
  static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    .map { Array($0.utf8) }

  /// The bytes with which a numeral can begin.
  static let leads: [Bool] = {
    var leads = Array(repeating: false, count: 256)
    for digit in 0x30...0x39 { leads[digit] = true }
    for sign in opening + numerals { leads[Int(sign[0])] = true }
    return leads
  }()
}
