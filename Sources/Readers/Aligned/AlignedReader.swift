internal import TieoutMarkup
internal import TieoutModel

/// Reads plain text whose tables are laid out with spaces, as `pdftotext -layout` and engines that keep
/// the spaces between words write: the columns on the line are the places on the page.
///
/// A text whose cells go on over several lines is left to others, since nothing tells these from rows:
/// the places of the words do, which `pdftotext -bbox-layout` writes.
enum AlignedReader: Reader {
  static let format = "aligned-text"
  static let summary = Message(
    zh: "用空格对齐各列的纯文本（如 pdftotext -layout），表格由列的位置重建",
    en: "plain text with columns set by spaces, as pdftotext -layout writes: tables are rebuilt")

  /// How much of a file is looked at.
  private static let sample = 1 << 16
  /// The fewest edges that lines share where columns are meant.
  private static let fewest = 6

  /// The size of a column and of a line, as on a page: a Han character is as wide as it is high.
  private static let em = 20
  private static let height = 16

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    let text = bytes.prefix(sample)
    guard !text.contains(0x09), !text.contains(0), TextReader.recognise(bytes, name: name) != nil
    else { return nil }
    let words = ColumnText(text)
    let columns = columns(words)
    return words.sharedEdges(columns) >= fewest && !words.wraps(columns)
      ? "lines whose words stand in line over wide spaces" : nil
  }

  /// How the columns of a text are counted: so that more words stand in line.
  private static func columns(_ words: ColumnText) -> KeyPath<ColumnText.Word, Range<Int>> {
    words.sharedEdges(\.wide) >= words.sharedEdges(\.narrow) ? \.wide : \.narrow
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let census = TextBytes(bytes)
    let words = ColumnText(bytes)
    let columns = columns(words)
    var pages = WordPages()
    for page in words.pages where !page.isEmpty || words.pages.count > 1 {
      pages.beginPage(boxes: .counted)
      for (place, word) in page.enumerated() {
        let before = place > 0 ? page[place - 1] : nil
        if before.map({ word.line > $0.line + 1 }) ?? true { pages.beginBlock() }
        if before.map({ $0.line != word.line || words.isApart($0, word, columns) }) ?? true {
          pages.beginLine()
        }
        pages.beginWord(SourceFile.Mark(box: box(word, columns)))
        pages.append(bytes, word.text)
        pages.endWord()
      }
    }
    for remark in census.remarks() { pages.remark(remark.message, at: remark.offset) }
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  private static func box(
    _ word: ColumnText.Word, _ columns: KeyPath<ColumnText.Word, Range<Int>>
  ) -> Box? {
    let unit = columns == \.wide ? em / 2 : em
    let place = word[keyPath: columns]
    return Box(
      Double(place.lowerBound * unit), Double(word.line * em), Double(place.upperBound * unit),
      Double(word.line * em + height))
  }
}
