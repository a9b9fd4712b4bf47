internal import TieoutModel

/// Cuts lines of prose at their labels, once for lines that are printed alike: a form's captions and
/// notes stand around the next one too.
struct LineCuts {
  /// What becomes of a line.
  struct Line {
    /// The cells that it is cut into, with the line's own start taken off their places; none where it
    /// holds no label.
    var parts: [Document.Cell] = []
    /// The label that lacks its first character in the first of them, or none.
    var restored = LabelID.none
  }

  private static let places = 64

  private let labels: LineLabels
  private var texts = PrintedTexts(places: places)
  private var lines = [Line](repeating: Line(), count: places)
  /// A buffer for lines that are not known.
  private var marks: [LineLabels.Mark] = []

  init(_ labels: LineLabels) { self.labels = labels }

  /// Cuts a line.
  mutating func cut(_ line: Slice, _ text: [UInt8]) -> Line {
    guard !line.isEmpty else { return Line() }
    let (place, isKnown) = texts.find(line, in: text.span)
    if !isKnown {
      texts.keep(line, at: place)
      lines[place] = look(at: line, text)
    }
    return lines[place]
  }

  private mutating func look(at line: Slice, _ text: [UInt8]) -> Line {
    labels.find(in: line, text, &marks)
    guard !marks.isEmpty else { return Line() }
    var parts = labels.cut(line, at: marks, text)
    for part in parts.indices { parts[part].text.start -= line.start }
    return Line(parts: parts, restored: marks[0].isRestored ? marks[0].label : .none)
  }
}
