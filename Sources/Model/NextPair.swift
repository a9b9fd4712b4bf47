/// Finds where a value in a line ends because another label with its colon stands behind a gap.
///
/// - ends: `邹宁  审核人：沈原`, `0593-2210025 填报日期：2024年3月15日`
/// - goes on: `Ruth Adeyemi of Dale: see note`, whose words have one blank between them, and a
///   sentence, which has marks of its own
public enum NextPair {
  /// The longest label, in bytes.
  private static let longest = 45

  /// The first gap in a range that another pair stands behind; `nil` where there is none.
  public static func gap(in range: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
    var index = range.lowerBound
    while true {
      index = text.span.uncommon(in: index..<range.upperBound)
      guard index < range.upperBound else { return nil }
      if text.isSentenceMark(at: index) { return nil }
      guard text[index].isBlankASCII else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, text[index].isBlankASCII { index += 1 }
      if begins(at: index, text, range.upperBound, isWide: index - start > 1) {
        return start..<index
      }
    }
  }

  /// Whether a label with a colon begins at a place: a word of Han characters, or behind a wide gap
  /// words of any script.
  public static func begins(at start: Int, _ text: [UInt8], _ end: Int, isWide: Bool) -> Bool {
    var index = start
    while index < end, index - start <= longest {
      let byte = text[index]
      if (0xE4...0xE9).contains(byte) {
        index += 3
      } else if isWide, byte.isLetterASCII {
        index += 1
      } else if isWide, byte == 0x20, index > start, index + 1 < end, text[index + 1].isLetterASCII
      {
        index += 1
      } else {
        break
      }
    }
    guard index - start >= 2, index < end else { return false }
    if text[index] == 0x3A { return index + 1 == end || text[index + 1] != 0x2F }
    return text[index] == 0xEF && index + 2 < end && text[index + 1] == 0xBC
      && text[index + 2] == 0x9A
  }
}

extension [UInt8] {
  /// Whether `。`, `，` or `；` stands at a place.
  fileprivate func isSentenceMark(at index: Int) -> Bool {
    guard index + 2 < count else { return false }
    switch (self[index], self[index + 1], self[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B): return true
    default: return false
    }
  }
}
