internal import TieoutModel

/// The signs around strong words in a line of Markdown: `**words**`, `__words__`.
///
/// A single star may be a footnote's, and stays.
struct MarkdownEmphasis {
  /// The signs, in order.
  let signs: [Range<Int>]

  /// Finds the pairs in a range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var signs: [Range<Int>] = []
    var open: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      let sign = bytes[index]
      guard sign == 0x2A || sign == 0x5F else {
        index += sign == 0x5C ? 2 : 1
        continue
      }
      let run = index..<index + bytes[index..<range.upperBound].prefix { $0 == sign }.count
      index = run.upperBound
      let before = run.lowerBound > range.lowerBound ? bytes[run.lowerBound - 1] : 0x20
      let after = run.upperBound < range.upperBound ? bytes[run.upperBound] : 0x20
      // Underscores amid a word are its own.
      let isOfWord = sign == 0x5F && before.isOfName && after.isOfName
      guard run.count == 2 || run.count == 3, !isOfWord else { continue }
      let isAfterWord = !before.isBlankASCII
      let isBeforeWord = !after.isBlankASCII
      if let opening = open, isAfterWord, bytes[opening.lowerBound] == sign,
        opening.count == run.count
      {
        signs += [opening, run]
        open = nil
      } else if isBeforeWord {
        open = run
      }
    }
    self.signs = signs
  }
}

extension MarkdownEmphasis {
  /// The signs around whole words: such as stars in place of letters never are.
  static func aroundWords(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let signs = MarkdownEmphasis(bytes, range).signs
    var found: [Range<Int>] = []
    for place in stride(from: 0, to: signs.count - 1, by: 2)
    where bytes[signs[place].lowerBound] == 0x2A {
      let (start, end) = (signs[place].lowerBound, signs[place + 1].upperBound)
      let isBegun = start == range.lowerBound || bytes[start - 1].isBlankASCII
      let behind = bytes[end..<range.upperBound]
      let isEnded =
        behind.first?.isBlankASCII ?? true
        || ["：", ":", "，", "。", "（", "("].contains { behind.starts(with: $0.utf8) }
      if isBegun, isEnded { found += signs[place...place + 1] }
    }
    return found
  }
}

extension UInt8 {
  /// Whether a byte can stand in a name of code.
  fileprivate var isOfName: Bool { isLetterASCII || isDigitASCII }
}
