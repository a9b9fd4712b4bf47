internal import TieoutModel

extension LineLabels {
  /// The label behind the number of a line that is one of a list: `三、供应商：…`, `(2) Project: …`.
  ///
  /// A label without a value is a heading there.
  func numbered(_ line: Slice, _ text: [UInt8]) -> Mark? {
    let rest = line.withoutEnumerator(in: text)
    guard rest.start > line.start, var mark = mark(text, Int(rest.start), rest.range),
      !mark.isRestored, mark.word.upperBound < rest.range.upperBound
    else { return nil }
    mark.word = Int(line.start)..<mark.word.upperBound
    return mark
  }

  /// Where the number ends that goes on with a label: `附件1`; here, where none does.
  ///
  /// - Parameter isNumbered: whether the label numbers forms: the number may stand apart and have
  ///   parts, as in `附件2-1` and `Annex 3`.
  static func numeralEnd(
    _ text: [UInt8], _ index: Int, _ limit: Int, isNumbered: Bool
  ) -> Int {
    var end = index
    if isNumbered { while end < limit, text[end].isBlankASCII { end += 1 } }
    let start = end
    while end < limit {
      let joint = isNumbered && end > start ? jointLength(text, end, limit) : 0
      guard end + joint < limit, text[end + joint].isDigitASCII else { break }
      end += joint + 1
    }
    return end > start ? end : index
  }

  /// The bytes of a sign between two parts of a number: `2-1`, `2.1`, `2—1`.
  private static func jointLength(_ text: [UInt8], _ index: Int, _ limit: Int) -> Int {
    if text[index] == 0x2D || text[index] == 0x2E { return 1 }
    guard text[index] == 0xE2, index + 3 < limit, text[index + 1] == 0x80 else { return 0 }
    return text[index + 2] == 0x93 || text[index + 2] == 0x94 ? 3 : 0
  }
}
