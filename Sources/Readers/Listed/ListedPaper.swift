public import TieoutModel

/// Puts the tables of a paper together of which each cell stands in a line of its own, as an engine lists
/// texts without their places, or each row, with a blank between cells, as tables come out of a PDF by
/// copying.
///
/// The labels that a profile knows tell heads and fields, the kinds of the columns tell where a row
/// ends. A cell that is blank on paper has no line: what would stand in two columns alike goes into the
/// first of them.
public enum ListedPaper {
  /// Fewer rows than that are no table: with more, cells did not come one by one.
  private static let fewestRows = 3
  /// How many lines are a number and no more, at the least, and which part of all lines: one in eight.
  private static let loneNumbers = 10
  private static let share = 8

  /// How many lines end with a number behind two other texts, where a line is a row, at the least.
  private static let numberedRows = 3

  /// How cells stand in the lines.
  private enum Order { case cells, rows }

  /// How the cells of a document without tables stand in its lines; `nil` where they do not.
  private static func order(of document: borrowing Document) -> Order? {
    // Nearly all papers have a table, and no line of those is looked at.
    guard !hasTable(document) else { return nil }
    var cells = 0
    var rows = 0
    for row in document.rows where row.cellCount == 1 {
      let line = document.cells[Int(row.firstCell)].text
      if ListedFit.isFigure(document.text, line) {
        cells += 1
      } else if endsInFigure(line, document.text) {
        rows += 1
      }
    }
    if cells >= max(loneNumbers, document.rows.count / share) { return .cells }
    return rows >= max(numberedRows, document.rows.count / share) ? .rows : nil
  }

  private static func hasTable(_ document: borrowing Document) -> Bool {
    var count = 0
    for row in document.rows where row.cellCount > 1 {
      count += 1
      if count == fewestRows { return true }
    }
    return false
  }

  /// Whether a line is two texts and a number, or more, between blanks.
  private static func endsInFigure(_ line: Slice, _ text: [UInt8]) -> Bool {
    let blanks = line.range.dropFirst().filter {
      text[$0].isBlankASCII && !text[$0 - 1].isBlankASCII
    }
    guard blanks.count > 1 else { return false }
    // Its unit may stand behind.
    return blanks.suffix(2).contains { blank in
      ListedFit.isFigure(text, Slice(blank..<line.range.upperBound).trimmed(in: text))
    }
  }

  /// Whether the cells of a document without tables stand in its lines.
  public static func isOne(_ document: borrowing Document) -> Bool { order(of: document) != nil }

  /// The document with its tables; `nil` where it is no listed paper, or no table can be told in it.
  ///
  /// It holds the same characters, in the order in which a table reads, and knows where each of them
  /// stands in the file.
  public static func tables(of document: borrowing Document, _ profile: Profile) -> Document? {
    guard let order = order(of: document) else { return nil }
    var walk = ListedWalk(document, profile, isInRows: order == .rows)
    walk.run()
    guard walk.tables > 0 else { return nil }
    return ListedWriter.document(
      of: walk.rows, from: document, saying: order == .rows ? rowsRemark : cellsRemark)
  }

  private static let cellsRemark = Message(
    zh: "每个单元格各占一行，" + lost.zh + better.zh,
    en: "each cell stands in a line of its own, " + lost.en + better.en)
  private static let rowsRemark = Message(
    zh: "每行表格各占一行，单元格之间只有空格，" + lost.zh + better.zh,
    en: "each row stands in a line with nothing but blanks between its cells, " + lost.en
      + better.en)
  private static let lost = Message(
    zh: "纯文本没有留下它们的位置：表格是按栏目名称和内容重新拼成的，空白单元格看不出来。",
    en:
      "and such a text does not tell where they stood: the tables were put together by their labels "
      + "and by what the cells hold, and no blank cell can be seen. ")
  private static let better = Message(
    zh: "若有同一引擎带位置的输出（如 JSON、hOCR、TSV）或带表格的 Markdown，请改用它们，更为可靠。",
    en:
      "What the engine writes with places, such as JSON, hOCR or TSV, or Markdown with tables, is "
      + "surer.")
}
