internal import TieoutModel

/// The texts below the heads of a table, of each what no column changes.
///
/// It is told once: every text is weighed in many rows.
struct ListedBody {
  /// A text that may be a cell.
  struct Text {
    let slice: Slice
    let label: LabelID
    /// The line that it stands in.
    let line: Int
    /// Whether it numbers a row.
    let isNumber: Bool
    let isFigure: Bool
    /// Whether it is counted as headings of the summary are: `一、水利类`.
    let isHeading: Bool
    /// Whether it is the first word of its row: it adds others up or heads a part.
    let isFirst: Bool
    /// Whether it may be the rest of a cell that wraps.
    let isRest: Bool

    /// Whether a cell may go on with it: no label, and not the number of a row.
    var mayGoOn: Bool { label == .none && !isNumber }
    var isWords: Bool { mayGoOn && !isFigure }
  }

  /// The most bytes of the rest of a cell: ten Han characters.
  private static let longestRest = 30
  /// The most bytes of a Latin word that no longer fits a line.
  private static let longestWord = 12

  let text: [UInt8]
  let texts: [Text]

  /// - Parameter first: the number that the first row has, if it goes on from a table before
  init(_ lines: ArraySlice<ListedText>, _ text: [UInt8], _ fit: ListedFit, from first: Int) {
    let numbers = fit.isNumbered ? ListedNumbers.find(in: lines, text, fit, from: first) : []
    self.text = text
    texts = lines.enumerated().map { place, line in
      let slice = line.parts[0]
      let isNumber = numbers.contains(place)
      let isFigure = fit.isFigure(text, slice)
      let isHeading = fit.isNumbered && slice.withoutEnumerator(in: text) != slice
      let isWords = line.label == .none && !isNumber && !isFigure
      return Text(
        slice: slice, label: line.label, line: line.line, isNumber: isNumber, isFigure: isFigure,
        isHeading: isHeading, isFirst: isHeading || fit.isSum(line.label),
        isRest: isWords && slice.count <= Self.longestRest && !slice.hasDigit(in: text)
          && text.colon(in: slice.range) == nil)
    }
  }

  /// The places at which lines begin, and where the last one ends: a row begins with a line.
  var edges: [Int] {
    texts.indices.filter { $0 == 0 || texts[$0].line != texts[$0 - 1].line } + [texts.count]
  }

  /// Whether texts are a single line, which no row can part.
  func isLine(_ range: Range<Int>) -> Bool {
    texts[range.lowerBound].line == texts[range.upperBound - 1].line
  }

  /// Whether two texts may be one cell that wraps: they stand in lines of their own, and the first line
  /// is full.
  func mayBe(_ wrap: ListedTable.Wrap) -> Bool {
    texts[wrap.first].line != texts[wrap.rest].line && isFull(wrap.first, before: wrap.rest)
  }

  /// Whether a line is full, as one is whose cell goes on: it is no shorter than the next but for a Latin
  /// word.
  func isFull(_ place: Int, before next: Int) -> Bool {
    let (above, rest) = (texts[place].slice, texts[next].slice)
    let room = text[Int(rest.start)] < 0x80 ? Self.longestWord : 0
    return Int(rest.count) <= Int(above.count) + room
  }
}
