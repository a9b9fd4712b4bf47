internal import TieoutModel

/// Tells the numbers of a list's items, `２．３０个村庄`, from numbers with a point: both are digits, a
/// wide point and digits.
///
/// Digits that begin the text, or stand behind a blank or a sign that parts items, may count an item;
/// what stands behind words or a comparator is a number.
enum ListNumbers {
  /// Whether the digits that end before a wide point may count an item.
  static func end(_ cell: borrowing CellView, before point: Int) -> Bool {
    var start = point
    while isDigit(cell, endingAt: start) { start -= cell.byte(start - 1).isDigitASCII ? 1 : 3 }
    var isParted = false
    while let dropped = dropped(cell, endingAt: start) {
      isParted = isParted || dropped.isGap
      start -= dropped.length
    }
    return start == cell.range.lowerBound
      || partings.contains { cell.has($0, at: start - $0.count) }
      || isParted && !comparators.contains { cell.has($0, at: start - $0.count) }
  }

  /// Whether such digits begin at a place: the blank before them parts items.
  static func begin(_ cell: borrowing CellView, at index: Int) -> Bool {
    var end = index
    while isDigit(cell, end) { end += cell.byte(end).isDigitASCII ? 1 : 3 }
    return end > index && cell.has(point, at: end) && isDigit(cell, end + point.count)
      && self.end(cell, before: end)
  }

  /// Whether a digit of either width begins at a place.
  static func isDigit(_ cell: borrowing CellView, _ index: Int) -> Bool {
    cell.byte(index).isDigitASCII
      || cell.byte(index) == 0xEF && cell.byte(index + 1) == 0xBC
        && (0x90...0x99).contains(cell.byte(index + 2))
  }

  /// Whether a digit of either width ends before a place.
  static func isDigit(_ cell: borrowing CellView, endingAt index: Int) -> Bool {
    cell.byte(index - 1).isDigitASCII || cell.byte(index - 3) == 0xEF && isDigit(cell, index - 3)
  }

  private static let point = Array("．".utf8)
  private static let partings = ["；", ";", "。", "，", "、", "："].map { Array($0.utf8) }
  private static let comparators = ["≥", "≤", ">", "<", "=", "＞", "＜", "＝"].map { Array($0.utf8) }

  /// What cleaning drops or takes as white space before a place: a blank, a tag.
  private static func dropped(_ cell: borrowing CellView, endingAt end: Int) -> Replacement? {
    let last = cell.byte(end - 1)
    if last.isBlankASCII { return .gap(1) }
    if last == 0x3E {
      let near = max(cell.range.lowerBound, end - longestTag)..<end
      guard let start = cell.text[near].lastIndex(of: 0x3C),
        let tag = HTMLTags.match(cell, at: start), tag.length == end - start, tag.character == nil
      else { return nil }
      return tag
    }
    for length in 2...3 where end - length >= cell.range.lowerBound {
      if let blank = FoldBlanks.match(cell, at: end - length), blank.length == length {
        return blank
      }
    }
    return nil
  }

  private static let longestTag = 64
}
