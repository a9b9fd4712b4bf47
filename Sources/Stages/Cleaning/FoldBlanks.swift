internal import TieoutModel

/// Takes every kind of blank as a space, and invisible characters out.
///
/// - before: a no-break or ideographic space, a zero-width space, a byte order mark, a NUL
/// - after: white space, for the spacing rule to judge; nothing
/// - leaves alone: `、。《》`, which share a lead byte with the ideographic space
enum FoldBlanks: CleaningRule {
  static let name = "blank"
  static let leads: [UInt8] = controls + [0xC2, 0xE2, 0xE3, 0xEF]

  /// Control characters that part nothing; a terminal's escape is shown to people as what it is.
  private static let controls: [UInt8] = Array(0x00...0x08) + Array(0x0E...0x1A) + [0x7F]

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    let middle = cell.byte(index + 1)
    let last = cell.byte(index + 2)
    switch (cell.text[index], middle) {
    case (0x00...0x08, _), (0x0E...0x1A, _), (0x7F, _): return .removing(1)
    case (0xC2, 0xA0): return .gap(2)
    case (0xC2, 0xAD): return .removing(2)
    case (0xE3, 0x80) where last == 0x80: return .gap(3)
    case (0xE2, 0x80) where last >= 0x80 && last <= 0x8A: return .gap(3)  // U+2000 to U+200A
    case (0xE2, 0x80) where last >= 0x8B && last <= 0x8F: return .removing(3)  // zero width
    case (0xEF, 0xBB) where last == 0xBF: return .removing(3)  // byte order mark
    default: return nil
    }
  }
}
