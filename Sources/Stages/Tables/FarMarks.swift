internal import TieoutModel

/// Takes the characters of a stamp out of the names of indicators between which an engine read them.
///
/// What is stamped over a page, or shows through from its back, becomes a character of the cell that it
/// stands in; wide blanks part it from the cell's own words. As a stamp lies askew, the same character
/// stands before the words of one name and behind those of another.
///
/// - before: `认定合规率            财`, and in another row `财            覆盖乡镇数量`
/// - after: the words alone; the characters stay in the text
/// - leaves alone: what always stands on one side of the words, as units and answers do; letters that
///   are set apart (`项      目`); line breaks and tags, whatever blanks stand beside them
enum FarMarks: Stage {
  static let name = "far-marks"

  /// The blanks that part no words of one cell.
  private static let widest = 10
  /// The bytes of one Han character, and of the shortest words, two of them.
  private static let letter: UInt32 = 3
  private static let shortest: UInt32 = 6

  /// A name with a single character far before its words, or far behind them.
  private struct Find {
    var row: Int
    var cell: Int
    var mark: Slice
    var words: Slice
    var isBefore: Bool { mark.start < words.start }
  }

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.isDrawn else { return }
    let gaps = gaps(in: document)
    guard !gaps.isEmpty else { return }
    let found = document.blocks.filter { $0.kind == .table }.map {
      finds(in: $0.rows, gaps, document, profile)
    }
    var sides: [ArraySlice<UInt8>: Set<Bool>] = [:]
    for find in found.joined() {
      sides[document.text[find.mark.range], default: []].insert(find.isBefore)
    }
    for block in found {
      let stamped = block.filter { sides[document.text[$0.mark.range]]?.count == 2 }
      guard !stamped.isEmpty else { continue }
      let isApplied = document.add(repair(stamped.map(\.mark), document))
      for find in stamped {
        document.rows[find.row].repair = UInt32(document.repairs.count)
        if isApplied { document.cells[find.cell].text = find.words }
      }
    }
  }

  // MARK: Gaps

  /// Where wide blanks begin, in the characters as they were read: most formats print them where one
  /// blank was read.
  private static func gaps(in document: borrowing Document) -> Set<UInt32> {
    var gaps: Set<UInt32> = []
    for entry in document.map.entries where entry.source.count >= widest {
      if areBlanks(document.bytes[entry.source.range]) { gaps.insert(entry.source.start) }
    }
    for source in document.sources {
      guard let file = source.file else { continue }
      let start = UInt32(source.range.lowerBound)
      let pieces = file.pieces.span
      for place in pieces.indices.dropFirst() {
        let (left, right) = (pieces[place - 1], pieces[place])
        if right.file.start >= left.file.end + UInt32(widest),
          right.text.start == left.text.end + 1,
          document.bytes[Int(start + left.text.end)] == 0x20,
          areBlanks(file.bytes[Int(left.file.end)..<Int(right.file.start)])
        {
          gaps.insert(start + left.text.end)
        }
      }
    }
    return gaps
  }

  /// Whether bytes are so many blanks of one line, and nothing else.
  private static func areBlanks(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    var count = 0
    while let blank = blanks.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(blank.count)
      count += 1
    }
    return rest.isEmpty && count >= widest
  }

  private static let blanks = [" ", "\u{A0}", "&nbsp;"].map { Array($0.utf8) }

  // MARK: Names

  /// The names of indicators in some rows that have a character apart from their words.
  private static func finds(
    in rows: Range<Int>, _ gaps: Set<UInt32>, _ document: Document, _ profile: Profile
  ) -> [Find] {
    var head: HeadRow?
    var finds: [Find] = []
    for place in rows where !document.rows[place].isLine {
      let row = document.rows[place]
      if let own = HeadRow(row, document, profile.meanings) {
        head = own
        continue
      }
      guard let head else { continue }
      for cell in row.cells where holdsName(document.cells[cell], head, document, profile) {
        guard let (mark, words) = parts(document.cells[cell].text, gaps, document) else { continue }
        finds.append(Find(row: place, cell: cell, mark: mark, words: words))
      }
    }
    return finds
  }

  /// Whether a cell stands under the head of the names of indicators.
  private static func holdsName(
    _ cell: Document.Cell, _ head: HeadRow, _ document: Document, _ profile: Profile
  ) -> Bool {
    guard cell.text.count >= shortest + letter, cell.label == .none else { return false }
    let heads = head.labels(over: cell.columns)
    guard heads.count == 1 else { return false }
    let label = document.cells[heads[0].cell].label
    return profile.meanings.role(label).groupColumns.contains {
      profile.detail.groups[$0.group].columns[$0.column].type == .name
    }
  }

  /// The words of a cell and the one character apart from them; `nil` where there is none.
  private static func parts(
    _ cell: Slice, _ gaps: Set<UInt32>, _ document: Document
  ) -> (mark: Slice, words: Slice)? {
    let (first, last) = (
      Slice(start: cell.start, count: letter), Slice(start: cell.end - letter, count: letter)
    )
    let behind = Slice(start: first.end, count: cell.end - first.end)
    let before = Slice(start: cell.start, count: last.start - cell.start)
    for (mark, part, left) in [(first, behind, first), (last, before, before)] {
      let words = document.trimmed(part)
      if document.text[Int(mark.start)].beginsHan, words.count >= shortest,
        gaps.contains(document.map.source(of: document.trimmed(left)).end)
      {
        return (mark, words)
      }
    }
    return nil
  }

  private static func repair(_ marks: [Slice], _ document: Document) -> Repair {
    Repair(
      rule: "ST05", state: .likely, cells: marks, before: marks.map { document.string($0) },
      after: marks.map { _ in "-" },
      evidence: [
        Message(
          zh: "与指标名称隔着一长段空白的单字，有的在名称前，有的在名称后，是盖在表上的印文",
          en:
            "single characters that wide blanks part from names, now before and now behind them: they are stamped over the table"
        )
      ])
  }
}
