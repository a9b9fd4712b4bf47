internal import TieoutModel

extension LineLabels {
  /// Finds the labels of a line that wide blanks part into labels and values in turn, without colons:
  /// `项目名称    古树名木保护`.
  ///
  /// The labels are of a form's fields, and no value is a label: a line of labels is the head of a table.
  func findPairs(in line: Slice, _ text: [UInt8], _ marks: inout [Mark]) {
    marks.removeAll(keepingCapacity: true)
    var start = line.range.lowerBound
    guard !line.isEmpty, starts.mayHold(text, start) else { return }
    var place = 0
    while start < line.range.upperBound {
      let gap = Self.gap(in: start..<line.range.upperBound, text)
      let part = start..<(gap?.lowerBound ?? line.range.upperBound)
      let label = whole(part, text)
      if place.isMultiple(of: 2) {
        guard let label, ofForms.contains(label.label) else { break }
        marks.append(label)
      } else if label != nil {
        break
      }
      place += 1
      start = gap?.upperBound ?? line.range.upperBound
    }
    if start < line.range.upperBound || !place.isMultiple(of: 2) { marks.removeAll() }
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

  /// The first two or more blanks in a range.
  private static func gap(in range: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index].isBlankASCII else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, text[index].isBlankASCII { index += 1 }
      if index - start > 1 { return start..<index }
    }
    return nil
  }
}
