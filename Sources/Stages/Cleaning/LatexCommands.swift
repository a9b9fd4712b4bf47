internal import TieoutModel

/// Reads LaTeX commands as the characters that they stand for.
///
/// - before: `补贴人数 \geq 8694人`, `95\%`, `\frac{1}{2}`, `$10^{4}$`
/// - after: `补贴人数≥8694人`, `95%`, `1/2`, `10⁴`
/// - leaves alone: unknown commands, `C:\temp`, the end of a row (`\\`), and a bare `%`, which is no
///   comment here
enum LatexCommands: CleaningRule {
  static let name = "latex-command"
  static let leads: [UInt8] = [0x5C, 0x5E, 0x5F, 0x7B, 0x7D, 0x7E]

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    switch cell.text[index] {
    case 0x5C: cell.fractionSign(index) ?? command(cell, index)
    case 0x5E where cell.isMathematics(index): raised(cell, index)
    case 0x5F where cell.isMathematics(index): lowered(cell, index)
    case 0x7D where cell.isClosingBrace(index): .removing(1)
    case 0x7D where cell.fractionSign(index) != nil: cell.fractionSign(index)
    case 0x7B, 0x7D: cell.isMathematics(index) ? .removing(1) : nil
    case 0x7E: cell.isMathematics(index) ? .gap(1) : nil
    default: nil
    }
  }

  /// The offset after a command or an escaped sign that begins at a backslash.
  static func end(_ text: [UInt8], _ backslash: Int, _ limit: Int) -> Int {
    var index = backslash + 1
    guard index < limit else { return index }
    guard text[index].isLetterASCII else { return index + 1 }
    while index < limit, text[index].isLetterASCII { index += 1 }
    return index
  }

  private static func command(_ cell: borrowing CellView, _ index: Int) -> Replacement? {
    let end = end(cell.text, index, cell.range.upperBound)
    let length = end - index
    guard length > 1, !isSecond(cell, index) else { return nil }
    let next = cell.text[index + 1]
    if next == 0x24 {
      // A price, unless a second dollar sign would make mathematics of it.
      let isPrice =
        cell.byte(end).isDigitASCII && !cell.text[end..<cell.range.upperBound].contains(0x24)
      return isPrice ? Replacement(length, byte: next) : nil
    }
    guard next.isLetterASCII else { return sign(next, length) }
    let word = cell.text[index + 1..<end]
    // A command eats the blanks behind it.
    var stop = end
    while cell.byte(stop) == 0x20 { stop += 1 }
    if cell.byte(stop) == 0x7B, LatexGroups.isWrapper(word) { return .removing(stop + 1 - index) }
    if let symbol = LatexGroups.symbol(word, stop - index) { return symbol }
    return LatexGroups.isGap(word) ? .gap(length) : nil
  }

  private static func sign(_ byte: UInt8, _ length: Int) -> Replacement? {
    switch byte {
    case 0x25, 0x26, 0x23, 0x5F, 0x7B, 0x7D: Replacement(length, byte: byte)
    case 0x28, 0x29, 0x5B, 0x5D: .removing(length)
    case 0x2C, 0x3B, 0x3A, 0x20: .gap(length)
    case 0x21: .removing(length)
    default: nil
    }
  }

  /// Whether a backslash is the second of two, which end a row or stand for one.
  private static func isSecond(_ cell: borrowing CellView, _ index: Int) -> Bool {
    var count = 0
    while count < 8, cell.byte(index - 1 - count) == 0x5C { count += 1 }
    // More of them mean nothing.
    return count == 8 || count % 2 == 1
  }

  /// `^2`, `^{12}`, `^ { 1 2 }`, `^{\text{2}}` and `^\circ`.
  private static func raised(_ cell: borrowing CellView, _ index: Int) -> Replacement? {
    script(cell, index, ScriptSigns.raised) ?? .removing(1)
  }

  /// `715_{1}`: behind a digit another one would belong to its number.
  private static func lowered(_ cell: borrowing CellView, _ index: Int) -> Replacement? {
    var before = index - 1
    while cell.byte(before) == 0x20 { before -= 1 }
    guard cell.byte(before).isDigitASCII else { return .removing(1) }
    return script(cell, index, ScriptSigns.lowered) ?? .removing(1)
  }

  /// The digits above or below the line that a sign at a place stands before.
  private static func script(
    _ cell: borrowing CellView, _ index: Int, _ sign: (UInt8) -> Unicode.Scalar?
  ) -> Replacement? {
    func solid(_ index: Int) -> Int {
      var index = index
      while cell.byte(index) == 0x20 { index += 1 }
      return index
    }
    var start = solid(index + 1)
    guard cell.byte(start) == 0x7B else {
      let digit = cell.byte(start)
      guard digit.isDigitASCII else { return nil }
      return Replacement(start + 1 - index, with: sign(digit))
    }
    start = solid(start + 1)
    while cell.byte(start) == 0x5C {
      let end = end(cell.text, start, cell.range.upperBound)
      let brace = solid(end)
      guard end > start + 1, LatexGroups.isWrapper(cell.text[start + 1..<end]),
        cell.byte(brace) == 0x7B
      else { return nil }
      start = solid(brace + 1)
    }
    guard let run = ScriptRun(cell, from: start, sign) else { return nil }
    return Replacement(run.end - index, with: run.characters)
  }
}
