internal import TieoutModel

/// Takes the tags of HTML out of text.
///
/// What a tag raises, lowers or strikes out does not go on a number before it.
///
/// - before: `<p>立项依据</p> <p>审批程序</p>`, `甲<br>乙`, `715<sup>1</sup>`, `<del>700</del>715`
/// - after: `立项依据 审批程序`, `甲乙`, `715¹`, `~~700~~715`
/// - leaves alone: `产出<3 万`, `<无>`: only tags that recognisers write are tags
enum HTMLTags: CleaningRule {
  static let name = "html-tag"
  static let leads: [UInt8] = [0x3C]

  private static let parting: [[UInt8]] = [
    "p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "tbody", "thead", "hr", "h1",
    "h2", "h3", "h4",
  ].map { Array($0.utf8) }
  private static let dressing: [[UInt8]] = [
    "span", "b", "i", "u", "em", "strong", "sup", "sub", "font", "eq", "math", "small", "code",
    "ins", "mark", "s", "del", "strike",
  ].map { Array($0.utf8) }
  private static let striking: [[UInt8]] = ["s", "del", "strike"].map { Array($0.utf8) }
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
    if parts { return .gap(length) }
    let isStart = cell.byte(index + 1) != 0x2F
    if striking.contains(name) {
      let isPair = isStart ? ends(name, cell, from: close + 1) : begins(name, cell, before: index)
      return isPair ? Replacement(length, with: ["~", "~"]) : .removing(length)
    }
    return (isStart ? script(name, cell, index, from: close + 1) : nil) ?? .removing(length)
  }

  /// The tag and the digits that it raises, or lowers behind a digit.
  private static func script(
    _ name: [UInt8], _ cell: borrowing CellView, _ index: Int, from start: Int
  ) -> Replacement? {
    let isRaised = name.elementsEqual("sup".utf8)
    guard isRaised || name.elementsEqual("sub".utf8) && cell.byte(index - 1).isDigitASCII else {
      return nil
    }
    var start = start
    let limit = min(cell.range.upperBound, start + longest)
    while start < limit, cell.text[start] == 0x3C, cell.byte(start + 1).isLetterASCII,
      let end = cell.text[start..<limit].firstIndex(of: 0x3E)
    {
      start = end + 1
    }
    return ScriptRun(cell, from: start, isRaised ? ScriptSigns.raised : ScriptSigns.lowered)
      .map { Replacement($0.end - index, with: $0.characters) }
  }

  /// Whether the end of an element stands near behind an offset, and characters before it.
  private static func ends(_ name: [UInt8], _ cell: borrowing CellView, from start: Int) -> Bool {
    let part = cell.text[start..<min(cell.range.upperBound, start + longest)]
    let end = part.indices.first { isTag(name, part[$0...], isEnd: true) }
    return end.map { $0 > start } ?? false
  }

  /// Whether the beginning of an element stands near before an offset, and characters behind it.
  private static func begins(_ name: [UInt8], _ cell: borrowing CellView, before end: Int) -> Bool {
    let part = cell.text[max(cell.range.lowerBound, end - longest)..<end]
    for start in part.indices.reversed() where part[start] == 0x3C {
      if isTag(name, part[start...], isEnd: true) { return false }
      if isTag(name, part[start...], isEnd: false) {
        return part[start...].firstIndex(of: 0x3E).map { $0 + 1 < end } ?? false
      }
    }
    return false
  }

  private static func isTag(_ name: [UInt8], _ part: ArraySlice<UInt8>, isEnd: Bool) -> Bool {
    guard part.first == 0x3C, isEnd == (part.dropFirst().first == 0x2F) else { return false }
    let rest = part.dropFirst(isEnd ? 2 : 1)
    let sign = rest.dropFirst(name.count).first
    return rest.prefix(name.count).map { $0 | 0x20 } == name && (sign == 0x3E || sign == 0x20)
  }
}
