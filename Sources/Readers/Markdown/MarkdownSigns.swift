internal import TieoutModel

/// What tells Markdown from plain text.
struct MarkdownSigns {
  /// Why a text is Markdown; `nil` where it is not.
  private(set) var reason: String?
  /// Whether that is a table, or tags that hold tables.
  private(set) var isTable = false

  /// Whether a text holds a table, whatever else it holds.
  static func holdTable(_ bytes: [UInt8]) -> Bool {
    if MarkdownSigns(bytes, onlyTables: true).isTable { return true }
    return bytes.indices.split(whereSeparator: { bytes[$0].endsLine }).contains { line in
      line.first.map { GridTable.mayBegin(bytes[$0]) && GridTable.begins(bytes, at: $0) } ?? false
    }
  }

  /// Looks at a text; `onlyTables` passes over marks of pages and of layout.
  init(_ bytes: [UInt8], onlyTables: Bool = false) {
    var isTagSeen = false
    var heading: Int?
    // Where the last line with a pipe ended.
    var pipeEnd = -1
    var place = 0
    var next = 0
    // Only lines with a sign of Markdown are looked at: of most texts hardly any.
    while let sign = Self.nextSign(bytes.span, from: next) {
      if bytes[sign] == 0x5C || bytes[sign] == 0x1C {
        // Backslashes are in many lines that are no tables.
        next = sign + 1
        if !Self.isTable(bytes, at: sign, from: place) { continue }
        reason = "Markdown: a LaTeX table in line \(Self.number(of: sign, bytes))"
        isTable = true
        break
      }
      var start = sign
      while start > place, !bytes[start - 1].endsLine { start -= 1 }
      var end = sign
      while end < bytes.count, !bytes[end].endsLine { end += 1 }
      let line = MarkdownLine(bytes, start..<end)
      let table = Self.table(bytes[line.range])
      if let sign = table ?? (onlyTables ? nil : Self.pageMark(bytes[line.range])) {
        isTable = table != nil
        reason = "Markdown: \(sign) in line \(Self.number(of: start, bytes))"
      } else if line.isDelimiterRow, pipeEnd >= 0,
        start - pipeEnd == (bytes[pipeEnd] == 0x0D ? 2 : 1)
      {
        isTable = true
        reason = "Markdown: a pipe table above line \(Self.number(of: start, bytes))"
      }
      if !isTagSeen, let tag = DocTags.firstTag(bytes, line.range) {
        isTagSeen = true
        if DocTags.isMeant(bytes, tag.range.lowerBound..<bytes.count) {
          isTable = true
          reason = "Markdown: DocTags in line \(Self.number(of: start, bytes))"
        }
      }
      if reason != nil { break }
      if line.hasPipe { pipeEnd = end }
      if case .heading = line.kind { heading = heading ?? start }
      if !onlyTables, line.isPageSplit || Grounding(bytes, line.range)?.box != nil {
        reason = "Markdown: the layout marks of a model in line \(Self.number(of: start, bytes))"
        break
      }
      place = end
      next = end
    }
    // A text with tabs is a table already; a numeral sign in it is none of a heading.
    if reason == nil, !bytes.contains(0x09) {
      if let heading {
        reason = "Markdown: a heading in line \(Self.number(of: heading, bytes))"
      } else if let found = ProseSigns.first(bytes) {
        reason = "Markdown: \(found.sign) in line \(Self.number(of: found.start, bytes))"
      }
    }
    if reason != nil, TextBytes(bytes).isBinary { reason = nil }
  }

  /// Whether a table of LaTeX begins with a backslash that is the first character of its line.
  private static func isTable(_ bytes: [UInt8], at sign: Int, from place: Int) -> Bool {
    guard let environment = LatexEnvironment(bytes, at: sign, bytes.count), !environment.isEnd,
      environment.kind == .table
    else { return false }
    let before = bytes[place..<sign].last { $0 != 0x20 && $0 != 0x24 }
    return before?.endsLine ?? true
  }

  /// The offset of the next `<`, `|`, `#` or backslash.
  private static func nextSign(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index &+ 64 <= bytes.count, !holdsSign(bytes, index) { index &+= 64 }
    while index &+ 8 <= bytes.count {
      let word = bytes.word(at: index)
      // `<`, `|` and the backslash differ in two bits.
      let bars = ByteWord(bits: word.bits & 0x9F9F_9F9F_9F9F_9F9F)
      let signs = bars.places(of: 0x1C) | word.places(of: 0x23)
      if signs != 0 { return index &+ signs.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] & 0x9F == 0x1C || bytes[index] == 0x23 { return index }
      index += 1
    }
    return nil
  }

  /// Whether one of the 64 bytes from an offset on is a sign.
  ///
  /// The loop has neither a branch nor a call in it, so that it takes many bytes a step.
  private static func holdsSign(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    let part = bytes.extracting(start..<start &+ 64)
    var signs: UInt8 = 0
    for place in 0..<64 {
      signs |= (part[place] & 0x9F == 0x1C ? 1 : 0) | (part[place] == 0x23 ? 1 : 0)
    }
    return signs != 0
  }

  /// The number of the line that begins at an offset, as places count lines.
  private static func number(of start: Int, _ bytes: [UInt8]) -> Int {
    bytes[..<start].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// What is said of a line that is nothing but the mark of a page: `<!-- page 3 -->`.
  private static func pageMark(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count < 64, line.starts(with: "<!--".utf8), line.last == 0x3E,
      PageMark.comment(line) != nil
    else { return nil }
    return "the mark of a page"
  }

  /// The kind of table that begins with a tag in a line.
  private static func table(_ line: ArraySlice<UInt8>) -> String? {
    var rest = line
    while let tag = rest.firstIndex(of: 0x3C) {
      rest = rest[tag...]
      if rest.starts(with: "<table>".utf8) || rest.starts(with: "<table ".utf8) {
        return "an HTML table"
      }
      if rest.starts(with: "<fcel>".utf8) || rest.starts(with: "<otsl>".utf8) {
        return "an OTSL table"
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
