internal import TieoutModel

/// One line of Markdown, and what it is.
struct MarkdownLine {
  /// What a line is; ranges are what remains of it without its signs.
  enum Kind: Equatable {
    case blank
    case heading(Range<Int>)
    /// A line of dashes, stars or underscores.
    case rule
    /// The beginning or the end of what is to be shown as it stands.
    case fence
    /// The beginning of a page, with its number, counted from 1, where the mark has one.
    case page(Int?)
    case delimiterRow
    case pipeRow
    case tabRow
    case html
    case otsl
    case prose(Range<Int>)

    var isProse: Bool { if case .prose = self { true } else { false } }
  }

  private let bytes: [UInt8]
  /// The line without white space at its edges, and without the marks of a quotation.
  let range: Range<Int>

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, bytes[start].isBlankASCII { start += 1 }
    while start < end, bytes[end - 1].isBlankASCII { end -= 1 }
    start = Self.endOfQuote(bytes, start..<end)
    range = start..<ModelToken.endBefore(bytes, start..<end)
  }

  /// Where the marks of a quotation end with which a line begins: `> | 1 | 甲 |`, `> > # 表`; its start
  /// where a number or a sign stands behind them, as in `> 95%`.
  private static func endOfQuote(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    guard let first = line.first, bytes[first] == 0x3E else { return line.lowerBound }
    var index = first
    while index < line.upperBound, bytes[index] == 0x3E || bytes[index].isBlankASCII { index += 1 }
    guard index < line.upperBound else { return index }
    let byte = bytes[index]
    let isText =
      bytes[index - 1].isBlankASCII
      && (byte >= 0x80 || byte.isLetterASCII || isYear(bytes, index..<line.upperBound))
    return isText || byte == 0x7C || byte == 0x23 ? index : first
  }

  /// Whether a year begins a line, as it does most titles.
  private static func isYear(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    line.count > 7 && bytes[line].prefix(4).allSatisfy(\.isDigitASCII)
      && bytes[line].dropFirst(4).starts(with: "年".utf8)
  }

  var kind: Kind {
    guard let first = range.first.map({ bytes[$0] }) else { return .blank }
    switch first {
    case 0x23: if let heading { return .heading(heading) }
    case 0x7C: return isDelimiterRow ? .delimiterRow : .pipeRow
    case 0x3A where isDelimiterRow: return .delimiterRow
    case 0x3C:
      if OTSLTable.begins(bytes, range) { return .otsl }
      if isPageSplit { return .page(nil) }
      if let words = NamedLine.tagged(bytes, range) { return .heading(words) }
      if isHTML { return .html }
    case 0x2D, 0x2A, 0x5F:
      if isRule { return .rule }
      if isDelimiterRow { return .delimiterRow }
    case 0x5C: if let words = NamedLine.command(bytes, range) { return .heading(words) }
    case 0x60, 0x7E: if isFence { return .fence }
    case 0x7B, 0x30...0x39: if let page { return .page(page) }
    default: break
    }
    if bytes[range].contains(0x09) { return .tabRow }
    return .prose(withoutBullet)
  }

  /// The places of the pipes that part cells.
  var pipes: [Int] {
    var pipes: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x7C { pipes.append(index) }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return pipes
  }

  /// Whether a pipe is in it.
  var hasPipe: Bool { bytes[range].contains(0x7C) && !pipes.isEmpty }

  /// Whether a pipe is its last character.
  var endsWithPipe: Bool { hasPipe && pipes.last == range.upperBound - 1 }

  /// Its cells where tabs part them.
  var tabbed: [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x09 {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<range.upperBound)
    return cells
  }

  /// Whether no cell of a row of dashes can be a printed dash.
  var isLongDelimiterRow: Bool {
    isDelimiterRow && bytes[range].count { $0 == 0x2D } >= 3 * max(1, pipes.count - 1)
  }

  /// Whether it is the line below the head of a pipe table: `|:---|---:|`.
  var isDelimiterRow: Bool {
    var dashes = 0
    var pipes = 0
    for byte in bytes[range] {
      switch byte {
      case 0x2D: dashes += 1
      case 0x7C: pipes += 1
      case 0x3A, 0x20, 0x09: continue
      default: return false
      }
    }
    return dashes > 0 && pipes > 0
  }

  private var heading: Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == 0x23 { start += 1 }
    let level = start - range.lowerBound
    // Engines leave out the space, but one sign before a number may be a numeral.
    guard level <= 6, start < range.upperBound, level > 1 || bytes[start].isBlankASCII
    else { return nil }
    var end = range.upperBound
    while end > start, bytes[end - 1] == 0x23 { end -= 1 }
    // What closes a heading stands behind a space.
    if end < range.upperBound, end > start, !bytes[end - 1].isBlankASCII { end = range.upperBound }
    return start..<end
  }

  private var isRule: Bool {
    let sign = bytes[range.lowerBound]
    return range.count >= 3 && bytes[range].allSatisfy { $0 == sign || $0 == 0x20 }
      && bytes[range].count { $0 == sign } >= 3
  }

  /// Three signs and the name of a language at the most.
  private var isFence: Bool {
    let sign = bytes[range.lowerBound]
    let signs = bytes[range].prefix { $0 == sign }.count
    return signs >= 3 && range.count - signs <= 16
      && bytes[range].dropFirst(signs).allSatisfy { $0.isLetterASCII || $0 == 0x20 }
  }

  /// The page that begins below marker’s `{3}------------------------------------------------`,
  /// counted from 1; marker counts from 0, and so does Chandra, which writes no braces.
  private var page: Int? {
    let isBraced = bytes[range.lowerBound] == 0x7B
    let digits = bytes[range].dropFirst(isBraced ? 1 : 0).prefix { $0.isDigitASCII }
    let rest = bytes[digits.endIndex..<range.upperBound]
    let dashes = isBraced ? rest.dropFirst() : rest
    guard !digits.isEmpty, digits.count < 9, !isBraced || rest.first == 0x7D, dashes.count >= 40,
      dashes.allSatisfy({ $0 == 0x2D })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } + 1
  }

  /// DeepSeek’s sign between pages.
  var isPageSplit: Bool { bytes[range].elementsEqual("<--- Page Split --->".utf8) }

  private var isHTML: Bool {
    var start = range.lowerBound + 1
    guard start < range.upperBound else { return false }
    if bytes[start] == 0x21 { return bytes[start...].prefix(8).elementsEqual("!DOCTYPE".utf8) }
    if bytes[start] == 0x2F { start += 1 }
    let name = bytes[start..<range.upperBound].prefix(12).prefix {
      $0.isLetterASCII || $0.isDigitASCII || $0 == 0x5F || $0 == 0x2D
    }
    return HTMLElement(String(decoding: name, as: UTF8.self).lowercased()).isStructure
  }

  /// The line without the sign of a list's point or of a quotation.
  private var withoutBullet: Range<Int> {
    let start = range.lowerBound
    guard range.count > 2, bytes[start + 1] == 0x20 else { return range }
    let isBullet =
      switch bytes[start] {
      // A number between dashes is a page's, not a point.
      case 0x2D: bytes[range.upperBound - 1] != 0x2D
      case 0x2A, 0x2B: true
      // Before a number it is a comparator.
      case 0x3E: !bytes[start + 2].isDigitASCII
      default: false
      }
    return isBullet ? start + 2..<range.upperBound : range
  }
}
