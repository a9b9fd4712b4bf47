internal import TieoutModel

extension MarkdownWalker {
  /// Reads what a model writes about a text before it, or about a whole page; where to go on.
  mutating func model(
    _ line: MarkdownLine, _ next: Int, _ kind: MarkdownLine.Kind, _ draft: inout Draft
  ) -> Int? {
    if kind == .rule { return frontMatterEnd(next) }
    guard kind.isProse, let grounding = Grounding(text.bytes, line.range) else { return nil }
    endBlock(&draft)
    if isMarking, let box = grounding.box {
      draft.mark(SourceFile.Mark(element: "", box: box))
    }
    if let words = grounding.words { prose(words, &draft) }
    return grounding.end < line.range.upperBound ? grounding.end : next
  }

  /// Where the line behind olmOCR’s notes on a page begins: lines of names and values, between two of
  /// dashes.
  private func frontMatterEnd(_ start: Int) -> Int? {
    let names = [
      "primary_language", "is_rotation_valid", "rotation_correction", "is_table", "is_diagram",
    ]
    var start = start
    var count = 0
    while start < range.upperBound, count <= names.count {
      let (line, next) = line(from: start)
      let name = text.bytes[line.range].prefix { $0 != 0x3A }
      if names.contains(where: { $0.utf8.elementsEqual(name) }) {
        count += 1
      } else {
        return line.kind == .rule && count > 1 ? next : nil
      }
      start = next
    }
    return nil
  }

  /// Reads a table of LaTeX that begins in a line, or a formula on lines of its own; where to go on.
  mutating func latex(
    _ line: MarkdownLine, _ next: Int, _ kind: MarkdownLine.Kind, _ draft: inout Draft
  ) -> Int? {
    guard kind.isProse || kind == .tabRow else { return nil }
    let start = line.range.lowerBound
    if let table = latex.first(from: start), table.range.lowerBound < next,
      kind.isProse || table.range.lowerBound == start
    {
      if table.range.lowerBound > start {
        read(MarkdownLine(text.bytes, start..<table.range.lowerBound), next: next, &draft)
      }
      endBlock(&draft)
      var reader = LatexTable(text, table)
      reader.draft(into: &draft)
      let rest = self.line(from: table.range.upperBound)
      return rest.line.range.isEmpty ? rest.next : table.range.upperBound
    }
    guard let end = formulaEnd(line, next) else { return nil }
    endBlock(&draft)
    draft.beginLine()
    draft.append(text, start..<end)
    draft.endBlock()
    return self.line(from: end).next
  }

  /// Reads a table that is drawn with characters and begins in a line; where to go on.
  mutating func grid(
    _ line: MarkdownLine, _ kind: MarkdownLine.Kind, _ draft: inout Draft
  ) -> Int? {
    guard kind.isProse, let first = line.range.first, GridTable.mayBegin(text.bytes[first]),
      let table = GridTable(text, at: first, range.upperBound)
    else { return nil }
    endBlock(&draft)
    table.draft(inline, into: &draft)
    return self.line(from: table.end).next
  }

  /// Where a formula ends whose first line is only the sign of one.
  private func formulaEnd(_ line: MarkdownLine, _ next: Int) -> Int? {
    guard line.range.count == 2 else { return nil }
    let sign = text.bytes[line.range]
    let end: [UInt8]
    switch Array(sign) {
    case [0x24, 0x24]: end = [0x24, 0x24]
    case [0x5C, 0x5B]: end = [0x5C, 0x5D]
    default: return nil
    }
    // A longer one is none: a sign that does not end must not look through the whole text.
    var start = next
    for _ in 0..<16 where start < range.upperBound {
      let (further, next) = self.line(from: start)
      if text.bytes[further.range].suffix(2).elementsEqual(end) { return further.range.upperBound }
      if further.range.isEmpty { return nil }
      start = next
    }
    return nil
  }
}
