internal import TieoutModel

extension LineLabels {
  /// Puts the cells of a line that is cut at its labels behind others.
  func cut(
    _ line: Slice, at marks: [Mark], _ text: [UInt8], into cells: inout [Document.Cell]
  ) {
    let first = cells.count
    func append(_ range: Range<Int>, _ label: LabelID) {
      let slice = Slice(range).trimmed(in: text)
      guard !slice.isEmpty else { return }
      var part = Document.Cell(text: slice, column: UInt16(clamping: cells.count - first))
      part.label = label
      cells.append(part)
    }
    // Brackets around a whole line are of its labels: `（单位：万元）`.
    let brackets = enclosing(line, marks[0], text)
    let start = brackets?.lowerBound ?? line.range.lowerBound
    append(start..<marks[0].word.lowerBound, .none)
    for (place, mark) in marks.enumerated() {
      let isFirst = place == 0 && brackets != nil
      append(
        (isFirst ? line.range.lowerBound : mark.word.lowerBound)..<mark.word.upperBound, mark.label)
      let last = brackets?.upperBound ?? Int(line.end)
      let end = place + 1 < marks.count ? marks[place + 1].word.lowerBound : last
      let value = mark.word.upperBound..<max(end, mark.word.upperBound)
      // Behind a gap, a label that nobody knows ends the value all the same.
      let cut = NextPair.gap(in: value, text)?.lowerBound ?? value.upperBound
      append(value.lowerBound..<cut, .none)
      append(cut..<value.upperBound, .none)
    }
    if let brackets { append(brackets.upperBound..<Int(line.end), marks[marks.count - 1].label) }
  }

  /// What stands in the brackets around a line that begins with a mark.
  private func enclosing(_ line: Slice, _ first: Mark, _ text: [UInt8]) -> Range<Int>? {
    guard Self.mayOpen(text, Int(line.start), Int(line.end)) else { return nil }
    for (open, close) in Self.brackets where open.stand(in: text, Int(line.start), Int(line.end)) {
      let start = Int(line.start) + open.count
      let end = Int(line.end) - close.count
      guard first.word.lowerBound == start, first.word.upperBound < end,
        close.stand(in: text, end, Int(line.end))
      else { continue }
      return start..<end
    }
    return nil
  }
}
