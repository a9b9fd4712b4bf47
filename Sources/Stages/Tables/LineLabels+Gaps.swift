internal import TieoutModel

extension LineLabels {
  /// Finds the labels of a line that wide blanks part into labels and values in turn, without colons:
  /// `项目名称    古树名木保护`.
  ///
  /// The labels are of a form's fields, and no value is a label: a line of labels is the head of a table.
  func findPairs(in line: Slice, _ text: [UInt8], _ marks: inout [Mark]) {
    marks.removeAll(keepingCapacity: true)
    guard mayBePairs(line, text) else { return }
    let parts = line.parts(betweenWideBlanksIn: text)
    for (place, part) in parts.enumerated() {
      let label = whole(part.range, text)
      let isFit =
        place.isMultiple(of: 2) ? label.map { ofForms.contains($0.label) } ?? false : label == nil
      guard isFit, parts.count.isMultiple(of: 2) else { return marks.removeAll() }
      if let label { marks.append(label) }
    }
  }

  /// Whether a line begins as a label does.
  private func mayBePairs(_ line: Slice, _ text: [UInt8]) -> Bool {
    !line.isEmpty && starts.mayHold(text, line.range.lowerBound)
  }

  /// Whether wide blanks part a line into as many values as another has labels and values: then that
  /// one is the head of a table.
  func areValues(_ line: Slice, below other: Slice, _ text: [UInt8]) -> Bool {
    let parts = line.parts(betweenWideBlanksIn: text)
    return parts.count == other.parts(betweenWideBlanksIn: text).count
      && parts.allSatisfy { whole($0.range, text) == nil }
  }

  /// The label that a range is, a unit or a note in brackets behind it included.
  private func whole(_ range: Range<Int>, _ text: [UInt8]) -> Mark? {
    if let mark = mark(text, range.lowerBound, range) {
      return mark.word == range && !mark.isRestored ? mark : nil
    }
    for (open, close) in Self.brackets where text[range].suffix(close.count).elementsEqual(close) {
      guard let bracket = text.first(of: open, in: range), bracket.lowerBound > range.lowerBound
      else { continue }
      let word = range.lowerBound..<bracket.lowerBound
      guard let mark = mark(text, word.lowerBound, word), mark.word == word, !mark.isRestored else {
        continue
      }
      return Mark(label: mark.label, word: range)
    }
    return nil
  }
}
