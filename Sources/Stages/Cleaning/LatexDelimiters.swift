internal import TieoutModel

/// Takes the dollar signs off mathematics.
///
/// - before: `发放准确率 $\geq 95\%$`
/// - after: `发放准确率≥95%`
/// - leaves alone: `$100`, `US$ 5 and US$ 6`: two dollar signs are mathematics only around signs of it
enum LatexDelimiters: CleaningRule {
  static let name = "latex-delimiter"
  static let leads: [UInt8] = [0x24]

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    // One or two dollar signs before the mathematics, as many behind it.
    let opens = [1, 2].contains { cell.lastMathematics(from: index + $0)?.lowerBound == index + $0 }
    let end = cell.lastMathematics(from: index)?.upperBound
    return opens || end == index || end == index - 1 ? .removing(1) : nil
  }

  /// The ranges between the delimiters of a cell: dollar signs, `\(` and `\)`, `\[` and `\]`, tags.
  static func find(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var index = range.lowerBound
    var pairs = MathematicsPairs(text, range)
    while true {
      index = nextSign(text.span, index..<max(index, range.upperBound))
      guard index < range.upperBound else { return found }
      guard text[index] == 0x24 else {
        if open == nil, let pair = pairs.first(at: index) {
          if pair.contains(where: { text[$0] == 0x5C || text[$0] == 0x5E }) { found.append(pair) }
          index = pair.upperBound
        }
        index += text[index] == 0x5C ? 2 : 1
        continue
      }
      let isDouble = index + 1 < range.upperBound && text[index + 1] == 0x24
      let end = index + (isDouble ? 2 : 1)
      if let start = open {
        if isMathematics(text, start..<index, limit: range.upperBound) {
          found.append(start..<index)
          open = nil
        } else {
          open = end
        }
      } else {
        open = end
      }
      index = end
    }
  }

  /// The first offset in a range at which a sign stands that may begin mathematics or keep others from
  /// it: a dollar sign, a backslash or `<`; the end of the range where none does.
  private static func nextSign(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let part = index..<min(index + 8, range.upperBound)
      let word = text.word(part)
      let signs = word.places(of: 0x24) | word.places(of: 0x5C) | word.places(of: 0x3C)
      if signs != 0 { return index &+ signs.trailingZeroBitCount / 8 }
      index = part.upperBound
    }
    return index
  }

  /// Whether bytes between dollar signs look like mathematics: a command, a script or only signs.
  ///
  /// Only signs count where no blank stands inside the second dollar sign and no digit behind it:
  /// `$5, $6` are two prices.
  private static func isMathematics(
    _ text: [UInt8], _ range: Range<Int>, limit: Int
  ) -> Bool {
    guard !range.isEmpty else { return false }
    var onlySigns = true
    for index in range {
      let byte = text[index]
      if byte == 0x5C || byte == 0x5E { return true }
      if byte.isLetterASCII || byte >= 0xE3 { onlySigns = false }
    }
    let behind = range.upperBound + 1
    return onlySigns && !text[range.upperBound - 1].isBlankASCII
      && !(behind < limit && text[behind].isDigitASCII)
  }
}
