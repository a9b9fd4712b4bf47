internal import TieoutModel

/// Takes the tags of HTML out of text.
///
/// - before: `<p>立项依据</p> <p>审批程序</p>`, `甲<br>乙`
/// - after: `立项依据 审批程序`, `甲乙`
/// - leaves alone: `产出<3 万`, `<无>`: only tags that recognisers write are tags
enum HTMLTags: CleaningRule {
  static let name = "html-tag"
  static let leads: [UInt8] = [0x3C]

  private static let parting: [[UInt8]] = [
    "p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "tbody", "thead", "hr", "h1",
    "h2", "h3", "h4",
  ].map { Array($0.utf8) }
  private static let dressing: [[UInt8]] = [
    "span", "b", "i", "u", "em", "strong", "sup", "sub", "font", "eq", "s", "small", "code",
  ].map { Array($0.utf8) }
  private static let longest = 256

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    var nameStart = index + 1
    if cell.byte(nameStart) == 0x2F { nameStart += 1 }
    var nameEnd = nameStart
    while cell.byte(nameEnd).isLetterASCII || cell.byte(nameEnd).isDigitASCII { nameEnd += 1 }
    guard nameEnd > nameStart, nameEnd - nameStart <= 6 else { return nil }
    let name = cell.text[nameStart..<nameEnd].map { $0 | 0x20 }
    let parts = parting.contains(name)
    guard parts || dressing.contains(name) else { return nil }
    guard [0x3E, 0x20, 0x2F].contains(cell.byte(nameEnd)) else { return nil }
    let limit = min(cell.range.upperBound, index + longest)
    guard let close = cell.text[nameEnd..<max(limit, nameEnd)].firstIndex(of: 0x3E) else {
      return nil
    }
    let length = close + 1 - index
    return parts ? .gap(length) : .removing(length)
  }
}
