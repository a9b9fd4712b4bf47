internal import TieoutModel

/// Writes full-width forms in their common width.
///
/// Digits, letters and signs of arithmetic everywhere, and the point in a number; other punctuation
/// only in cells that hold a number.
///
/// - before: `１０６２万元`, `95％`, `成本３５６．２０万元`; in a number cell `1，937．88`
/// - after: `1062万元`, `95%`, `成本356.20万元`, `1,937.88`
/// - leaves alone: `（盖章）`, `甲，乙；丙：丁。`: the punctuation of Chinese prose; `1．2024年完工；2．30个`:
///   the points behind the numbers of a list
enum FoldWidths: CleaningRule {
  static let name = "width"
  static let leads: [UInt8] = [0xEF]

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    let middle = cell.byte(index + 1)
    let last = cell.byte(index + 2)
    let ascii: UInt8
    switch middle {
    case 0xBC where last >= 0x81: ascii = last - 0x60  // ！ to ＿
    case 0xBD where last >= 0x80 && last <= 0x9E: ascii = last - 0x20  // ｀ to ～
    default: return nil
    }
    let isPlain = ascii.isDigitASCII || ascii.isLetterASCII
    let isSign = [0x25, 0x2B, 0x2D, 0x3D].contains(ascii)  // % + - =
    let isPoint =
      ascii == 0x2E && ListNumbers.isDigit(cell, endingAt: index)
      && ListNumbers.isDigit(cell, index + 3) && !ListNumbers.end(cell, before: index)
    // Brackets around a whole number are a minus sign; behind one they hold a remark.
    let isRemark = ascii == 0x28 || ascii == 0x29
    let isNumberSign = cell.isNumeric && !(isRemark && !startsWithBracket(cell))
    guard isPlain || isSign || isPoint || isNumberSign else { return nil }
    return Replacement(3, byte: ascii)
  }

  private static func startsWithBracket(_ cell: borrowing CellView) -> Bool {
    cell.byte(cell.range.lowerBound) == 0x28 || cell.has("（".utf8, at: cell.range.lowerBound)
  }
}
