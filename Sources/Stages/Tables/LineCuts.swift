internal import TieoutModel

/// Cuts lines of prose at their labels, once for lines that are printed alike: a form's captions and
/// notes stand around the next one too.
struct LineCuts {
  /// What becomes of a line.
  struct Line: BitwiseCopyable {
    /// The cells that it is cut into, by their places in `CellCuts.parts`, with the line's own start
    /// taken off their places in the text; none where it holds no label.
    var first = 0
    var count = 0
    /// The label that lacks its first character in the first of them, or none.
    var restored = LabelID.none
  }

  private static let places = 256

  private let labels: LineLabels
  private var texts = PrintedTexts(places: places)
  private var lines = [Line](repeating: Line(), count: places)
  /// A buffer for lines that are not known.
  private var marks: [LineLabels.Mark] = []

  init(_ labels: LineLabels) { self.labels = labels }

  /// What a line is cut into; of one that is not known the cells are added to those of others.
  mutating func cut(_ line: Slice, _ text: [UInt8], _ cuts: inout CellCuts) -> Line {
    guard !line.isEmpty else { return Line() }
    let (place, isKnown) = texts.find(line, in: text.span)
    if !isKnown {
      texts.keep(line, at: place)
      lines[place] = look(at: line, text, &cuts.parts)
    }
    return lines[place]
  }

  /// What a line is cut into that wide blanks part into labels and values.
  mutating func cutPairs(_ line: Slice, _ text: [UInt8], _ cuts: inout CellCuts) -> Line {
    labels.findPairs(in: line, text, &marks)
    return cut(line, at: marks, text, &cuts.parts)
  }

  private mutating func look(
    at line: Slice, _ text: [UInt8], _ parts: inout [Document.Cell]
  ) -> Line {
    labels.find(in: line, text, &marks)
    return cut(line, at: marks, text, &parts)
  }

  private func cut(
    _ line: Slice, at marks: [LineLabels.Mark], _ text: [UInt8], _ parts: inout [Document.Cell]
  ) -> Line {
    guard !marks.isEmpty else { return Line() }
    let first = parts.count
    labels.cut(line, at: marks, text, into: &parts)
    for place in first..<parts.count { parts[place].text.start -= line.start }
    return Line(
      first: first, count: parts.count - first,
      restored: marks[0].isRestored ? marks[0].label : .none)
  }
}
