internal import TieoutModel

/// Removes what an engine made of the rules beside a cell: bars, and small signs around them.
///
/// - before: `乙中心“|`, `|。甲项目`, `1,290|`, `146,029]`
/// - after: `乙中心`, `甲项目`, `1,290`, `146,029`
/// - leaves alone: bars inside a text, `“甲”`, `[146,029]`, `(146,029)`, and lines of prose
enum TableRule: CleaningRule {
  static let name = "table-rule"
  static let leads: [UInt8] = [0x5B, 0x5D, 0x7C, 0xE2, 0xE3, 0xEF]

  private static let signs: [[UInt8]] =
    ["|", "“", "”", "‘", "’", "[", "]", "!", ".", ",", "，", "。", "、", ":", ";", "'"]
    .map { Array($0.utf8) }

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    if isBracketOfNumber(cell, index) { return .removing(1) }
    guard cell.hasBar, let length = sign(cell, index) else { return nil }
    for run in [leading(cell), trailing(cell)] where run.contains(index) {
      // Behind a bar all signs go with it.
      return .removing(cell.text[index] == 0x7C ? run.upperBound - index : length)
    }
    return nil
  }

  /// Whether a bracket that nothing opens is all that stands behind a number with its commas or point.
  private static func isBracketOfNumber(_ cell: borrowing CellView, _ index: Int) -> Bool {
    guard cell.text[index] == 0x5D, !cell.isLine, index == cell.range.upperBound - 1 else {
      return false
    }
    let number = Slice(cell.range.lowerBound..<index)
    return cell.text[number.range].contains { $0 == 0x2C || $0 == 0x2E }
      && Quantity.whole(cell.text, number) != nil
  }

  /// The length of the sign at a place; `nil` where none stands.
  private static func sign(_ cell: borrowing CellView, _ index: Int) -> Int? {
    for sign in signs where cell.has(sign, at: index) { return sign.count }
    return nil
  }

  /// The signs at the beginning of a cell, where a bar is among them.
  private static func leading(_ cell: borrowing CellView) -> Range<Int> {
    var end = cell.range.lowerBound
    var hasBar = false
    while end < cell.range.upperBound {
      if cell.text[end] == 0x20 {
        end += 1
      } else if let length = sign(cell, end) {
        hasBar = hasBar || cell.text[end] == 0x7C
        end += length
      } else {
        break
      }
    }
    return cell.range.lowerBound..<(hasBar ? end : cell.range.lowerBound)
  }

  /// The signs at the end of a cell, where a bar is among them.
  private static func trailing(_ cell: borrowing CellView) -> Range<Int> {
    var start = cell.range.upperBound
    var hasBar = false
    while start > cell.range.lowerBound {
      if cell.text[start - 1] == 0x20 {
        start -= 1
      } else if let sign = signs.first(where: { cell.has($0, at: start - $0.count) }) {
        start -= sign.count
        hasBar = hasBar || cell.text[start] == 0x7C
      } else {
        break
      }
    }
    return (hasBar ? start : cell.range.upperBound)..<cell.range.upperBound
  }
}
