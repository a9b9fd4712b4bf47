/// A title without the words that say that it goes on: `绩效目标表（续）`, `续表 绩效目标表`,
/// `Application form (continued)`.
public struct ContinuedTitle: Sendable {
  /// The title without blanks and those words.
  public let words: ArraySlice<UInt8>
  /// Whether it has such words.
  public let saysSo: Bool

  /// Reads the title that a row is.
  public init(_ document: Document, _ row: Int) {
    self.init(document.cells[Int(document.rows[row].firstCell)].text, document.text)
  }

  /// Reads a line as a title.
  public init(_ line: Slice, _ text: [UInt8]) {
    let title = Self.without(line, text)
    saysSo = title != line
    words = ArraySlice(text[title.range].filter { !$0.isBlankASCII })
  }

  /// A line without such words at one of its ends; the line itself where nothing else stands in it.
  public static func without(_ line: Slice, _ text: [UInt8]) -> Slice {
    let printed = text[line.range]
    if let last = printed.last, lasts.contains(last),
      let word = behind.first(where: { printed.suffix($0.count).elementsEqual($0) })
    {
      return Slice(printed.indices.dropLast(word.count)).trimmed(in: text)
    }
    if printed.suffix(tableGoesOn.count).elementsEqual(tableGoesOn) {
      return Slice(printed.indices.dropLast(tableGoesOn.count / 2)).trimmed(in: text)
    }
    if printed.starts(with: goesOn),
      printed.dropFirst(goesOn.count).first.map({ $0 < 0x80 }) == true
    {
      // 续 2024年度绩效目标表, with its blank or without it.
      return Slice(printed.indices.dropFirst(goesOn.count)).trimmed(in: text)
    }
    if let first = printed.first, firsts.contains(first),
      let word = before.first(where: { printed.starts(with: $0) })
    {
      return Slice(printed.indices.dropFirst(word.count)).trimmed(in: text)
    }
    return line
  }

  // 续 alone begins and ends other words: 续建项目, 续签合同, 手续.
  private static let behind = [
    "（续）", "(续)", "（续表）", "(续表)", "续表", "(continued)", "(Continued)", "continued",
    "(cont.)", "(cont’d)", "(cont'd)", "cont.",
  ].map { Array($0.utf8) }
  private static let before = [
    "（续）", "(续)", "（续表）", "(续表)", "续表：", "续表", "续：",
  ].map { Array($0.utf8) }
  private static let goesOn = Array("续".utf8)
  private static let tableGoesOn = Array("表续".utf8)
  /// The bytes with which the words end, and begin: most titles have others.
  private static let lasts = Set(behind.compactMap(\.last))
  private static let firsts = Set(before.compactMap(\.first))
}
