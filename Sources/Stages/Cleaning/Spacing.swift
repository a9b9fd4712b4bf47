internal import TieoutModel

/// Decides about white space where it stands, by the characters on both sides.
///
/// - before: `服务对象 满意度指 标`, `人数 ≥ 4878 人`, `1 0 6 2`, `10, 903, 043. 00`
/// - after: `服务对象满意度指标`, `人数≥4878人`, `1062`, `10,903,043.00`
/// - leaves alone: `Sum bid for`, `5 6` in one cell, what stands before the number of a list's item,
///   `完工 2．30个村庄`, and in lines of prose what may part words, a name from the day behind it among
///   it: `甲 22/3`
enum Spacing {
  static let name = "space"

  /// What stands beside a gap.
  enum Neighbour {
    case nothing, han, digit, point, comparator, sign, percent, other
  }

  /// Whether white space between two neighbours is meaningless.
  static func isMeaningless(
    between left: Neighbour, and right: Neighbour, in cell: borrowing CellView, at index: Int
  ) -> Bool {
    switch (left, right) {
    case (.nothing, _), (_, .nothing): true
    case (.other, .other): false
    case (.han, .digit) where ListNumbers.begin(cell, at: index): false
    case _ where cell.isMathematics(index): true
    case (.han, .comparator), (.comparator, .han), (.digit, .comparator), (.comparator, .digit):
      true
    case (.han, .han): !cell.isLine
    case (.han, .digit) where cell.isLine: !isDay(cell, index)
    case (.han, .digit), (.digit, .han), (.digit, .percent), (.han, .percent): true
    case (.digit, .point), (.point, .digit): cell.isNumeric
    case (.digit, .digit):
      cell.isNumeric && NumericCell.isSpaced(cell.text, cell.range)
    case (.sign, .digit), (.percent, .han): cell.isNumeric
    default: false
    }
  }

  /// Whether a day begins at a place of a line, and a word stands before it: `甲 22/3`, `甲 3月22日`.
  private static func isDay(_ cell: borrowing CellView, _ index: Int) -> Bool {
    var end = index
    while end < cell.range.upperBound, cell.text[end].isDigitASCII { end += 1 }
    guard end - index <= 4 else { return false }
    let rest = cell.text[end..<cell.range.upperBound]
    let sign = ["/", "-", "年", "月"].first { rest.starts(with: $0.utf8) }
    guard let sign, rest.dropFirst(sign.utf8.count).first?.isDigitASCII == true else {
      return false
    }
    var start = index
    while start > cell.range.lowerBound, cell.text[start - 1].isBlankASCII { start -= 1 }
    while start > cell.range.lowerBound, !cell.text[start - 1].isScalarStart { start -= 1 }
    // Signs part what stands beside them themselves.
    return start > cell.range.lowerBound && (0xE4...0xE9).contains(cell.text[start - 1])
  }

  /// What kind of neighbour a character is.
  static func neighbour(_ character: Unicode.Scalar) -> Neighbour {
    switch character.value {
    case ..<0x80: neighbour(UInt8(character.value), 0, 0)
    case 0x2264, 0x2265: .comparator
    case 0x3000...0x9FFF, 0xFF00...0xFF7F: .han
    default: .other
    }
  }

  /// What kind of neighbour a character is, by its first bytes.
  static func neighbour(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Neighbour {
    switch first {
    case 0x30...0x39: return .digit
    case 0x2C, 0x2E: return .point
    case 0x3C, 0x3E, 0x3D: return .comparator
    case 0x2B, 0x2D, 0x28, 0x29: return .sign
    case 0x25: return .percent
    case 0xE2: return second == 0x89 && (third == 0xA4 || third == 0xA5) ? .comparator : .other
    case 0xE3: return .han  // CJK punctuation: no space belongs beside it
    case 0xE4...0xE9: return .han
    case 0xEF: return second == 0xBC || second == 0xBD ? .han : .other
    default: return .other
    }
  }
}
