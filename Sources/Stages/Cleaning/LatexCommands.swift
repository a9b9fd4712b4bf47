internal import TieoutModel

/// Reads LaTeX commands as the characters that they stand for.
///
/// - before: `补贴人数 \geq 8694人`, `95\%`
/// - after: `补贴人数≥8694人`, `95%`
/// - leaves alone: unknown commands, `C:\temp`, and a bare `%`, which is no comment here
enum LatexCommands: CleaningRule {
  static let name = "latex-command"
  static let leads: [UInt8] = [0x5C, 0x5E, 0x5F, 0x7B, 0x7D, 0x7E]

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    switch cell.text[index] {
    case 0x5C: command(cell, index)
    case 0x5E where cell.isMathematics(index): superscript(cell, index)
    case 0x7D where cell.isClosingBrace(index): .removing(1)
    case 0x5F, 0x7B, 0x7D: cell.isMathematics(index) ? .removing(1) : nil
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
    guard length > 1 else { return nil }
    let next = cell.text[index + 1]
    if next == 0x24 {
      // A price, unless a second dollar sign would make mathematics of it.
      let isPrice =
        cell.byte(end).isDigitASCII && !cell.text[end..<cell.range.upperBound].contains(0x24)
      return isPrice ? Replacement(length, byte: next) : nil
    }
    guard next.isLetterASCII else { return sign(next, length) }
    let word = cell.text[index + 1..<end]
    if cell.byte(end) == 0x7B, LatexGroups.isWrapper(word) { return .removing(length + 1) }
    if LatexGroups.isFraction(word), cell.byte(end) == 0x7B { return .removing(length + 1) }
    // A command eats the blanks behind it.
    var stop = end
    while cell.byte(stop) == 0x20 { stop += 1 }
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

  private static let superscripts: [Unicode.Scalar] = [
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
  ]

  /// `^2`, `^{2}` and `^\circ`.
  private static func superscript(_ cell: borrowing CellView, _ index: Int) -> Replacement? {
    let isBraced = cell.byte(index + 1) == 0x7B
    let digit = cell.byte(index + (isBraced ? 2 : 1))
    guard digit.isDigitASCII else { return .removing(1) }
    if isBraced, cell.byte(index + 3) != 0x7D { return .removing(1) }
    return Replacement(isBraced ? 4 : 2, with: superscripts[Int(digit - 0x30)])
  }
}
