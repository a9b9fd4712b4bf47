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
  /// The fewest edges that lines share where columns are meant; which part of all edges they are at the
  /// least, since an engine that only keeps gaps wide sets nothing in line; and which part of them may
  /// be found further off, in hundredths.
  private static let fewest = 6
  private static let shared = 25
  private static let further = 40

  /// The size of a column and of a line, as on a page: a Han character is as wide as it is high.
  private static let em = 20
  private static let line = WordPage.countedLine
  private static let height = 16.0
  /// The most lines of one row whose cells wrap.
  private static let longestRow = 3

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    let text = bytes.prefix(sample)
    guard !text.contains(0x09), !text.contains(0), TextReader.recognise(bytes, name: name) != nil
    else { return nil }
    let words = ColumnText(text)
    let columns = columns(words)
    let edges = words.edges(columns)
    return edges.shared >= max(fewest, edges.all * shared / 100)
      && edges.further * 100 <= edges.shared * further
      ? "lines whose words stand in line over wide spaces" : nil
  }

  /// How the columns of a text are counted: so that more words stand in line.
  private static func columns(_ words: ColumnText) -> KeyPath<ColumnText.Word, Range<Int>> {
    words.edges(\.wide).shared >= words.edges(\.narrow).shared ? \.wide : \.narrow
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let census = TextBytes(bytes)
    let words = ColumnText(bytes)
    let columns = columns(words)
    func edges(_ lines: some Sequence<Range<Int>>, _ page: [ColumnText.Word]) -> Set<Int> {
      lines.reduce(into: []) { $0.formUnion(words.edges(page[$1], columns)) }
    }
    func starts(_ lines: some Sequence<Range<Int>>, _ page: [ColumnText.Word]) -> Set<Int> {
      Set(lines.map { page[$0.lowerBound][keyPath: columns].lowerBound * 2 })
    }
    var pages = WordPages()
    for page in words.pages where !page.isEmpty || words.pages.count > 1 {
      pages.beginPage(boxes: .counted)
      var above: (edges: Set<Int>, starts: Set<Int>)?
      for block in ColumnText.blocks(page) {
        let (own, begins) = (edges(block, page), starts(block, page))
        // What stands behind an empty line, and in line with nothing above it, is laid out for itself;
        // lines of one text each stand in line where they begin. A block of more lines than a row has
        // shows with the first one whether it goes on.
        if let above {
          pages.beginBlock()
          let known = above.edges.isEmpty ? above.starts : above.edges
          let head = block.prefix(block.count > Self.longestRow ? 1 : block.count)
          let first = edges(head, page)
          if first.isDisjoint(with: known),
            !first.isEmpty || starts(head, page).isDisjoint(with: known)
          {
            pages.beginPart()
          }
        }
        above = (own, begins)
        for place in block.joined() {
          if place == 0 || page[place - 1].line != page[place].line
            || words.isApart(page[place - 1], page[place], columns)
          {
            pages.beginLine()
          }
          pages.beginWord(SourceFile.Mark(box: box(page[place], columns)))
          pages.append(bytes, page[place].text)
          pages.endWord()
        }
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
      Double(place.lowerBound * unit), Double(word.line) * line, Double(place.upperBound * unit),
      Double(word.line) * line + height)
  }
}
