internal import TieoutModel

/// Reads Markdown wherever it stands: in a file of its own, in a string of JSON.
///
/// Engines write it for people, not by a grammar: a row of a pipe table keeps all its cells, tables
/// go on without a line of dashes, and lines stay lines.
struct MarkdownWalker {
  let text: SourceText
  let range: Range<Int>
  let inline: MarkdownInline
  /// The tables of LaTeX.
  var latex: LatexTables
  /// Whether boxes that a model writes before its texts are taken for theirs.
  var isMarking = false
  private var pieces: PairedTags
  private var table = Table.none

  private enum Table {
    case none
    case tabs
    case pipes(PipeTable)
  }

  /// Looks at a text, or at a part of it.
  init(_ text: SourceText, _ range: Range<Int>? = nil) {
    self.text = text
    self.range = range ?? 0..<text.bytes.count
    inline = MarkdownInline(text)
    latex = LatexTables(text.bytes, self.range)
    pieces = PairedTags(text.bytes, self.range)
  }

  /// Hands everything over to a draft.
  mutating func draft(into draft: inout Draft) {
    if DocTags.isMeant(text.bytes, range) {
      var tags = DocTags(text, range)
      return tags.draft(into: &draft)
    }
    isMarking = draft.marking == SourceFile.Piece.unmarked
    defer { if isMarking { draft.mark(nil) } }
    var start = range.lowerBound
    while start < range.upperBound {
      let (line, next) = line(from: start)
      let kind = line.kind
      if let end = model(line, next, kind, &draft) ?? latex(line, next, kind, &draft)
        ?? grid(line, kind, &draft)
      {
        start = end
        continue
      }
      let piece = pieces.first(from: start)?.lowerBound ?? range.upperBound
      if kind == .html || kind.isProse && piece == line.range.lowerBound {
        start = html(from: line.range.lowerBound, &draft)
      } else if kind.isProse, piece < next {
        // A table begins amid the line.
        read(MarkdownLine(text.bytes, start..<piece), next: next, &draft)
        start = html(from: piece, &draft)
      } else if kind.isProse, let table = OTSLTable.first(text.bytes, line.range) {
        read(MarkdownLine(text.bytes, start..<table), next: next, &draft)
        start = otsl(from: table, &draft)
      } else if kind == .otsl {
        start = otsl(from: line.range.lowerBound, &draft)
      } else {
        read(line, next: next, &draft)
        start = next
      }
      if text.bytes[start - 1] == 0x0C {
        endBlock(&draft)
        draft.beginPage()
      }
    }
    endBlock(&draft)
  }

  /// The line that begins at an offset, and where the next one begins.
  func line(from start: Int) -> (line: MarkdownLine, next: Int) {
    var end = start
    while end < range.upperBound, !text.bytes[end].endsLine { end += 1 }
    var next = min(end + 1, range.upperBound)
    if next < range.upperBound, text.bytes[end] == 0x0D, text.bytes[next] == 0x0A { next += 1 }
    return (MarkdownLine(text.bytes, start..<end), next)
  }

  mutating func endBlock(_ draft: inout Draft) {
    table = .none
    draft.endBlock()
  }

  // MARK: Lines

  mutating func read(_ line: MarkdownLine, next: Int, _ draft: inout Draft) {
    switch line.kind {
    case .blank, .rule, .fence: endBlock(&draft)
    case .heading(let words):
      endBlock(&draft)
      prose(words, &draft)
      draft.endBlock()
    case .page(let number):
      endBlock(&draft)
      if isMarking { draft.mark(nil) }
      draft.beginPage(number)
    case .delimiterRow:
      // Long dashes head the columns wherever they stand, short ones only below the first row.
      if case .pipes(let pipes) = table, pipes.rows > 1, !line.isLongDelimiterRow {
        pipeRow(line, &draft)
      }
    case .pipeRow: pipeRow(line, &draft)
    case .tabRow: tabRow(line, &draft)
    case .prose(let words):
      if case .pipes(var pipes) = table, pipes.isUnended, line.endsWithPipe {
        pipes.goOn(line, inline, to: &draft)
        table = .pipes(pipes)
      } else if line.hasPipe, isInPipes || self.line(from: next).line.isDelimiterRow {
        pipeRow(line, &draft)
      } else {
        prose(words, &draft)
      }
    case .html, .otsl: prose(line.range, &draft)
    }
  }

  mutating func prose(_ words: Range<Int>, _ draft: inout Draft) {
    table = .none
    draft.beginLine()
    inline.append(words, to: &draft)
    draft.endRow()
  }

  // MARK: Tables

  private var isInPipes: Bool { if case .pipes = table { true } else { false } }

  private mutating func pipeRow(_ line: MarkdownLine, _ draft: inout Draft) {
    var pipes = PipeTable()
    if case .pipes(let open) = table { pipes = open } else { draft.beginTable() }
    pipes.row(line, inline, to: &draft)
    table = .pipes(pipes)
  }

  /// Adds a row as plain text has them.
  private mutating func tabRow(_ line: MarkdownLine, _ draft: inout Draft) {
    if case .tabs = table {} else { draft.beginTable() }
    table = .tabs
    draft.beginRow()
    for (column, cell) in line.tabbed.enumerated() {
      draft.beginCell(column: column)
      inline.append(cell, to: &draft)
    }
  }

  /// Reads lines of HTML; where the line behind them begins.
  private mutating func html(from start: Int, _ draft: inout Draft) -> Int {
    endBlock(&draft)
    var end = start
    var next = start
    repeat {
      (end, next) = pieceEnd(from: next)
    } while next < range.upperBound && goesOn(next, start..<end)
    var walker = HTMLWalker(text, start..<end)
    walker.draft(into: &draft)
    return next
  }

  /// The end of a line of HTML and of all that begins in it, and where the next line begins.
  private mutating func pieceEnd(from start: Int) -> (end: Int, next: Int) {
    var (line, next) = line(from: start)
    var end = start
    while let piece = pieces.first(from: end), piece.lowerBound < next {
      end = piece.upperBound
      if end > line.range.upperBound { (line, next) = self.line(from: end) }
    }
    return (max(line.range.upperBound, end), next)
  }

  /// Whether HTML goes on with the line at an offset: it begins with a tag, or a table is open.
  private func goesOn(_ next: Int, _ html: Range<Int>) -> Bool {
    let kind = line(from: next).line.kind
    return kind == .html || kind != .blank && pieces.isOpen(in: html)
  }

  /// Reads lines of OTSL; where the line behind them begins.
  private mutating func otsl(from start: Int, _ draft: inout Draft) -> Int {
    endBlock(&draft)
    var (line, next) = line(from: start)
    var end = line.range.upperBound
    while OTSLTable.end(text.bytes, line.range) == nil, next < range.upperBound {
      let (further, after) = self.line(from: next)
      let goesOn = further.kind == .otsl || !OTSLTable.endsRow(text.bytes, line.range)
      guard goesOn, further.kind != .blank else { break }
      (line, next, end) = (further, after, further.range.upperBound)
    }
    if let close = OTSLTable.end(text.bytes, line.range), close < end {
      (end, next) = (close, close)
    }
    OTSLTable(text, start..<end).draft(into: &draft)
    return next
  }
}

extension UInt8 {
  /// Whether the byte ends a line of Markdown.
  var endsLine: Bool { self == 0x0A || self == 0x0C || self == 0x0D }
}
