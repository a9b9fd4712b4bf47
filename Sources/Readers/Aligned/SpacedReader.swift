internal import TieoutModel

/// Reads plain text whose cells stand apart by wide blanks that set nothing in line, as Tesseract writes
/// Chinese: a line of several texts is a row, and which column each belongs to is left to the stages.
///
/// A vertical bar between texts is a rule of the table.
enum SpacedReader: Reader {
  static let format = "spaced-text"
  static let summary = Message(
    zh: "单元格以宽空格分开、各列不对齐的纯文本（如 Tesseract 识别中文所写）",
    en: "plain text with wide blanks between cells, not in columns, as Tesseract writes Chinese")

  /// How much of a file is looked at.
  private static let sample = 1 << 16
  /// How many lines with the texts of a table a file has at the least.
  private static let fewestLines = 6
  /// Which part of all lines they are at the least, in hundredths.
  private static let share = 20
  /// How many bytes a number has at the most.
  private static let longestNumber = 24
  /// Which part of all edges stand in line at the most, in hundredths: so many do by chance.
  private static let inLine = 30

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    let text = Array(bytes.prefix(sample))
    guard !text.contains(0x09), !text.contains(0), TextReader.recognise(bytes, name: name) != nil
    else { return nil }
    var (all, wide, numbered) = (0, 0, 0)
    let words = ColumnText(text)
    for page in words.pages {
      for line in ColumnText.lines(page) {
        all += 1
        guard words.gaps(page[line]) + 1 >= SpacedLine.fewestTexts else { continue }
        wide += 1
        if words.texts(page[line], of: text).contains(where: { isNumber(text[$0]) }) {
          numbered += 1
        }
      }
    }
    return wide >= max(fewestLines, all * share / 100) && numbered * 3 >= wide && !isLaidOut(words)
      ? "lines whose words stand apart by wide spaces" : nil
  }

  /// Whether a text is short and has digits, as a third of a table's lines have one: words that were set
  /// to the width of a page stand apart as well.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= longestNumber && text.contains(where: \.isDigitASCII)
  }

  /// Whether words stand in line, be it over lines that lie between them: what is laid out so may let
  /// its cells go on over several lines, and then no line is a row.
  private static func isLaidOut(_ words: ColumnText) -> Bool {
    [words.edges(\.wide), words.edges(\.narrow)].contains { edges in
      (edges.shared + edges.further) * 100 > edges.all * inLine
    }
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let words = ColumnText(bytes)
    let source = SourceText(file: bytes)
    var draft = Draft()
    for page in words.pages {
      if words.pages.count > 1 { draft.beginPage() }
      var above: SpacedLine?
      for line in SpacedLine.lines(of: page, words, bytes) {
        if let row = above, line.continues(row, in: bytes) {
          draft.append(source, line.texts[0])
          above = row.joined(with: line)
          continue
        }
        if let above, line.number > above.number + 1 { draft.endBlock() }
        append(line, of: source, to: &draft)
        above = line
      }
    }
    draft.endBlock()
    try draft.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  private static func append(_ line: SpacedLine, of source: SourceText, to draft: inout Draft) {
    if line.isRow { draft.beginRow() } else { draft.beginLine() }
    for (column, text) in line.texts.enumerated() {
      if line.isRow { draft.beginCell(column: column) } else if column > 0 { draft.gap() }
      draft.append(source, text)
    }
  }
}
