internal import TieoutModel

/// Reads a table of LaTeX: `\begin{tabular}{|c|c|} 甲 & 乙 \\ \hline \end{tabular}`, and what stands
/// around it: its environment, its caption.
///
/// Rules and settings are no text; commands that are text stay, for cleaning to judge.
struct LatexTable {
  private let text: SourceText
  let range: Range<Int>
  private let isClosed: Bool
  var bytes: [UInt8] { text.bytes }
  var index: Int
  /// Where the characters begin that have not been handed on.
  private var copied: Int
  private var grid: LatexGrid?
  /// The environments in the cell that is being read.
  private var nested = 0
  private var braces: [Brace] = []
  private var openCaptions = 0
  /// The words that stand outside of the table, and whether they are a caption.
  private var line: [Range<Int>] = []
  private var captions: [[Range<Int>]] = []
  /// Whether the last token was a command, or braces of one, whose braces are its own.
  private var keepsBrace = false

  private enum Brace { case dropped, kept, caption }

  init(_ text: SourceText, _ piece: LatexTables.Piece) {
    self.text = text
    range = piece.range
    isClosed = piece.isClosed
    index = piece.range.lowerBound
    copied = index
  }

  /// Hands everything over.
  mutating func draft(into draft: inout Draft) {
    while index < range.upperBound {
      let byte = bytes[index]
      let keeps = keepsBrace
      keepsBrace = byte == 0x5E || byte == 0x5F || keeps && byte == 0x20
      switch byte {
      case 0x5C: command(&draft)
      case 0x26 where grid != nil: cellEnd()
      case 0x7B:
        if keeps {
          braces.append(.kept)
          index += 1
        } else {
          drop(1)
          braces.append(.dropped)
        }
      case 0x7D: closeBrace()
      case 0x24 where grid == nil: drop(1)
      case 0x0A, 0x0D:
        if grid == nil { endLine(&draft) } else { index += 1 }
      default: index += 1
      }
    }
    flush()
    endTable(&draft)
    endLine(&draft)
    draft.endBlock()
    if !isClosed {
      draft.remark(
        Message(
          zh: "LaTeX 表格没有结束标记，可能被截断；已有的单元格全部保留",
          en: "a LaTeX table has no end and may be cut off; all cells that are there are kept"))
    }
  }

  // MARK: Text

  /// Hands on the characters before the next one.
  private mutating func flush() {
    if copied < index { add(copied..<index) }
    copied = index
  }

  private mutating func add(_ part: Range<Int>) {
    if grid == nil || openCaptions > 0 { line.append(part) } else { grid?.add(part) }
  }

  /// Leaves out the next bytes.
  mutating func drop(_ count: Int) {
    flush()
    index += count
    copied = index
  }

  /// Leaves out bytes between which and what stands before a space is due.
  private mutating func part(_ count: Int) {
    drop(count)
    add(copied..<copied)
  }

  private mutating func endLine(_ draft: inout Draft) {
    flush()
    if openCaptions > 0 {
      index += 1
      return
    }
    let isBlank = line.allSatisfy { bytes[$0].allSatisfy(\.isBlankASCII) }
    if !isBlank { write(line, &draft) }
    line = []
    drop(index < range.upperBound ? 1 : 0)
  }

  private func write(_ line: [Range<Int>], _ draft: inout Draft) {
    draft.beginLine()
    for part in line {
      if part.isEmpty { draft.space() } else { MarkdownInline(text).append(part, to: &draft) }
    }
    draft.endRow()
  }

  private mutating func closeBrace() {
    switch braces.popLast() {
    case .kept:
      index += 1
      keepsBrace = true
    case .dropped: drop(1)
    case .caption:
      flush()
      captions.append(line)
      line = []
      openCaptions -= 1
      drop(1)
    case nil: index += 1
    }
  }

  // MARK: Cells

  private mutating func cellEnd() {
    drop(1)
    guard nested == 0 else { return add(copied..<copied) }
    // A sign between cells stands in no braces: those that are open will not end.
    forgetBraces()
    grid?.endCell()
  }

  private mutating func forgetBraces() {
    braces.removeAll()
    openCaptions = 0
  }

  private mutating func rowEnd(_ length: Int) {
    drop(length)
    if index < range.upperBound, bytes[index] == 0x2A { drop(1) }
    let option = bytes[index..<range.upperBound].prefix(16)
    if option.first == 0x5B, let second = option.dropFirst().first,
      second.isDigitASCII || second == 0x2D || second == 0x2E,
      let close = option.firstIndex(of: 0x5D)
    {
      drop(close + 1 - index)
    }
    if nested > 0 || !braces.isEmpty && !isBeforeRule { return add(copied..<copied) }
    forgetBraces()
    grid?.endRow()
  }

  /// Whether a rule or the end of the table follows, as only behind a whole row.
  private var isBeforeRule: Bool {
    let rest = bytes[index..<range.upperBound].prefix(64).drop { $0.isBlankASCII }
    guard rest.first == 0x5C else { return false }
    let name = rest.dropFirst().prefix { $0.isLetterASCII }
    let word = String(decoding: name, as: UTF8.self)
    return LatexCommand.isRule(word) || word == "end"
  }

  // MARK: Commands

  private mutating func command(_ draft: inout Draft) {
    if let environment = LatexEnvironment(bytes, at: index, range.upperBound) {
      return self.environment(environment, &draft)
    }
    guard index + 1 < range.upperBound else {
      index += 1
      return
    }
    let next = bytes[index + 1]
    if next == 0x5C, grid != nil { return rowEnd(2) }
    guard next.isLetterASCII else {
      let isSign = grid == nil && [0x28, 0x29, 0x5B, 0x5D].contains(next)
      if isSign { drop(2) } else { index += 2 }
      return
    }
    let name = bytes[index + 1..<range.upperBound].prefix(40).prefix { $0.isLetterASCII }
    let word = String(decoding: name, as: UTF8.self)
    if word == "tabularnewline", grid != nil { return rowEnd(word.utf8.count + 1) }
    guard let (command, length) = LatexCommand.find(word) else {
      index += name.count + 1
      keepsBrace = true
      return
    }
    if command.hasText { drop(length + 1) } else { part(length + 1) }
    read(command, word)
  }

  /// Reads the arguments of a command whose name has been read.
  private mutating func read(_ command: LatexCommand, _ name: String) {
    for argument in 0..<command.arguments {
      if command.hasOptions { option(0x5B, 0x5D) }
      if name == "cmidrule" { option(0x28, 0x29) }
      let group = self.argument()
      if argument == 0, let number = number(group) {
        if name == "multicolumn" { grid?.cell.columnSpan = min(max(number, 1), 999) }
        if name == "multirow" { grid?.cell.rowSpan = min(max(number, 1), 9999) }
      }
    }
    if command.hasOptions { option(0x5B, 0x5D) }
    guard command.hasText else { return }
    blanks()
    if index < range.upperBound, bytes[index] == 0x7B {
      drop(1)
      let isCaption = name.hasPrefix("caption")
      braces.append(isCaption ? .caption : .dropped)
      if isCaption { openCaptions += 1 }
    }
  }

  // MARK: Environments

  private mutating func environment(_ environment: LatexEnvironment, _ draft: inout Draft) {
    let isTable = environment.kind == .table || environment.kind == .array
    part(environment.end - index)
    if grid == nil {
      guard isTable, !environment.isEnd else { return option(0x5B, 0x5D) }
      endLineBefore(&draft)
      grid = LatexGrid(isArray: environment.kind == .array)
      forgetBraces()
    } else if environment.isEnd {
      if nested == 0 { return endTable(&draft) }
      nested -= 1
      return
    } else {
      nested += 1
    }
    option(0x5B, 0x5D)
    for _ in 0..<environment.arguments { _ = argument() }
  }

  /// Ends the line before a table.
  private mutating func endLineBefore(_ draft: inout Draft) {
    flush()
    writeCaptions(&draft)
    if !line.allSatisfy({ bytes[$0].allSatisfy(\.isBlankASCII) }) { write(line, &draft) }
    line = []
  }

  private mutating func writeCaptions(_ draft: inout Draft) {
    for caption in captions { write(caption, &draft) }
    captions = []
  }

  private mutating func endTable(_ draft: inout Draft) {
    writeCaptions(&draft)
    guard let grid else { return }
    grid.draft(text, into: &draft)
    self.grid = nil
    nested = 0
    forgetBraces()
    copied = index
  }
}
