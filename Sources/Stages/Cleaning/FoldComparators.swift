internal import TieoutModel

/// Writes each comparator with its own sign.
///
/// - before: `≧95`, `⩾95`, `＞=95`, `>=95`, `<＝3`, `＜5`
/// - after: `≥95`, `≥95`, `≥95`, `≥95`, `≤3`, `<5`
/// - leaves alone: `≥`, `≤`, words such as `不低于` (they are read, not rewritten), `->`
enum FoldComparators: CleaningRule {
  static let name = "comparator"
  static let leads: [UInt8] = [0x3C, 0x3E, 0x26, 0xE2, 0xEF]

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    if cell.text[index] == 0xE2 { return variant(cell, index) }
    guard let (isGreater, length) = angle(cell, index) else { return nil }
    var next = index + length
    while cell.byte(next) == 0x20 { next += 1 }
    if let equal = equalLength(cell, next) {
      return Replacement(next + equal - index, with: isGreater ? "≥" : "≤")
    }
    // Alone, only the full-width form changes; an entity is the entity rule's.
    guard cell.text[index] == 0xEF else { return nil }
    return Replacement(length, byte: isGreater ? 0x3E : 0x3C)
  }

  private static func variant(_ cell: borrowing CellView, _ index: Int) -> Replacement? {
    switch (cell.byte(index + 1), cell.byte(index + 2)) {
    case (0x89, 0xA7), (0xA9, 0xBE), (0x89, 0xB3): Replacement(3, with: "≥")  // ≧ ⩾ ≳
    case (0x89, 0xA6), (0xA9, 0xBD), (0x89, 0xB2): Replacement(3, with: "≤")  // ≦ ⩽ ≲
    default: nil
    }
  }

  private static func angle(
    _ cell: borrowing CellView, _ index: Int
  ) -> (isGreater: Bool, length: Int)? {
    switch cell.text[index] {
    case 0x3E: return (true, 1)
    case 0x3C: return (false, 1)
    case 0x26:
      if cell.has("&gt;".utf8, at: index) { return (true, 4) }
      return cell.has("&lt;".utf8, at: index) ? (false, 4) : nil
    default:
      switch (cell.byte(index + 1), cell.byte(index + 2)) {
      case (0xBC, 0x9E), (0xB9, 0xA5): return (true, 3)  // ＞ ﹥
      case (0xBC, 0x9C), (0xB9, 0xA4): return (false, 3)  // ＜ ﹤
      default: return nil
      }
    }
  }

  private static func equalLength(_ cell: borrowing CellView, _ index: Int) -> Int? {
    if cell.byte(index) == 0x3D { return 1 }
    return cell.has("＝".utf8, at: index) ? 3 : nil
  }
}
