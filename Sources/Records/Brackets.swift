internal import TieoutModel

/// Brackets, narrow and wide, at the end of a text: `资金来源（万元）`.
struct Brackets {
  /// Where they open.
  var start: Int
  /// What stands between them.
  var inside: Range<Int>

  /// The brackets with which a range ends; `nil` where it does not, or they do not open in it.
  init?(endOf range: Range<Int>, _ text: [UInt8]) {
    let end = range.upperBound
    if range.count >= 2, text[end - 1] == 0x29 {
      guard let start = range.last(where: { text[$0] == 0x28 }) else { return nil }
      self.start = start
      inside = start + 1..<end - 1
    } else if range.count >= 6, Self.isWide(text, end - 3, last: 0x89) {
      let inner = range.lowerBound...end - 6
      guard let start = inner.last(where: { Self.isWide(text, $0, last: 0x88) }) else {
        return nil
      }
      self.start = start
      inside = start + 3..<end - 3
    } else {
      return nil
    }
  }

  /// Whether `（` or `）` stands at a place, told by its last byte.
  private static func isWide(_ text: [UInt8], _ index: Int, last: UInt8) -> Bool {
    text[index] == 0xEF && text[index + 1] == 0xBC && text[index + 2] == last
  }
}
