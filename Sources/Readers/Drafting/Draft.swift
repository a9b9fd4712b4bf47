internal import TieoutModel

/// One source on its way to become a part of a document.
///
/// A reader says what it finds, in reading order: pages, tables, rows, cells, lines, and the
/// characters in them by their places in the file. The draft keeps the characters as a text that
/// reads: a tab between the cells of a row, a line feed behind rows, an empty line behind blocks.
struct Draft {
  private(set) var bytes: [UInt8] = []
  var pieces: [SourceFile.Piece] = []
  var marks: [SourceFile.Mark] = []
  private(set) var cells: [Document.Cell] = []
  private(set) var rows: [Document.Row] = []
  private(set) var blocks: [Document.Block] = []
  private(set) var remarks: [Document.Remark] = []
  /// The pages that it has, blank ones as well; `nil` where none has begun.
  private(set) var pages: ClosedRange<UInt32>?
  private var page: UInt32 = 0
  private var mark = SourceFile.Piece.unmarked
  private var block: Document.Block?
  private var row: Document.Row?
  private var cellStart = 0
  private var isSpaceDue = false
  /// The rows with more cells than a row may have: how many, the last one, where the first one is.
  private var overfull: (count: Int, row: Int, first: Int)?
  /// The cells that were left in the last one of their row.
  private(set) var surplus = 0

  // MARK: Structure

  /// Begins a page; `number` counts from 1, and without one the pages are counted.
  ///
  /// Rows before the first page mark stand on the page before it.
  mutating func beginPage(_ number: Int? = nil) {
    endBlock()
    let number = number.map(Self.bounded)
    if page == 0, !rows.isEmpty {
      page = UInt32(max((number ?? 2) - 1, 1))
      for place in rows.indices { rows[place].page = page }
    }
    if page > 0 { countPage(page) }
    page = number.map { UInt32($0) } ?? page + 1
    // What is only counted may be the end of the page before it; it is a page once something
    // stands on it, or another follows.
    if number != nil { countPage(page) }
  }

  /// The nearest number that a page can have: no paper has more of them.
  static func bounded(_ number: Int) -> Int { min(max(number, 1), 999_999) }

  /// Adds a page to those that there are.
  mutating func countPage(_ page: UInt32) {
    pages = min(pages?.lowerBound ?? page, page)...max(pages?.upperBound ?? page, page)
  }

  /// Begins a table.
  mutating func beginTable() { begin(.table) }

  /// Begins a paragraph: lines follow.
  mutating func beginParagraph() { begin(.paragraph) }

  private mutating func begin(_ kind: Document.Block.Kind) {
    endBlock()
    block = Document.Block(kind: kind, firstRow: UInt32(rows.count), rowCount: 0)
  }

  /// Ends a table or a paragraph.
  mutating func endBlock() {
    endRow()
    if let block, block.rowCount > 0 {
      blocks.append(block)
      bytes.append(0x0A)
    }
    block = nil
  }

  /// Begins a row of the table; `isMeasured` where boxes say which columns its cells stand in.
  mutating func beginRow(isMeasured: Bool = false) {
    if block?.kind != .table { beginTable() }
    endRow()
    row = Document.Row(firstCell: UInt32(cells.count), cellCount: 0, page: page)
    row?.isMeasured = isMeasured
  }

  /// Begins a line of prose.
  mutating func beginLine() {
    if block?.kind != .paragraph { beginParagraph() }
    endRow()
    row = Document.Row(firstCell: UInt32(cells.count), cellCount: 0, page: page, isLine: true)
    beginCell(column: 0)
  }

  /// Whether a row or a line takes cells.
  var isRowOpen: Bool { row != nil }

  /// Begins a cell of the row.
  mutating func beginCell(column: Int, columnSpan: Int = 1, rowSpan: Int = 1) {
    guard row?.cellCount ?? 0 < UInt32(RowLimit.cells) else { return overfill() }
    endCell()
    guard let count = row?.cellCount else { return }
    if count > 0 { bytes.append(0x09) }
    row?.cellCount = count + 1
    cellStart = bytes.count
    cells.append(
      Document.Cell(
        text: Slice(cellStart..<cellStart), column: UInt16(clamping: column),
        columnSpan: UInt16(clamping: columnSpan), rowSpan: UInt16(clamping: rowSpan)))
  }

  /// Lets the last cell of a row take what would be a further one.
  private mutating func overfill() {
    space()
    surplus += 1
    if overfull?.row != rows.count {
      overfull = ((overfull?.count ?? 0) + 1, rows.count, overfull?.first ?? cellStart)
    }
  }

  /// Lets a cell span further rows.
  mutating func widen(cell: Int, byRows rows: Int) {
    guard cell < cells.count, cells[cell].rowSpan > 1 else { return }
    cells[cell].rowSpan = UInt16(clamping: Int(cells[cell].rowSpan) + rows)
  }

  /// Moves a cell to the right, and lets it span further columns.
  mutating func move(cell: Int, by columns: Int, widening: Int) {
    guard cell < cells.count else { return }
    cells[cell].column = UInt16(clamping: Int(cells[cell].column) + columns)
    cells[cell].columnSpan = UInt16(clamping: Int(cells[cell].columnSpan) + widening)
  }

  private mutating func endCell() {
    guard let row, row.cellCount > 0 else { return }
    var start = cellStart
    var end = bytes.count
    while start < end, bytes[start].isBlankASCII { start += 1 }
    while start < end, bytes[end - 1].isBlankASCII { end -= 1 }
    cells[cells.count - 1].text = Slice(start..<end)
    isSpaceDue = false
  }

  /// Ends a row or a line; one without characters leaves nothing.
  mutating func endRow() {
    endCell()
    guard let row else { return }
    self.row = nil
    if row.cells.allSatisfy({ cells[$0].text.isEmpty }) {
      cells.removeLast(cells.count - Int(row.firstCell))
    } else {
      rows.append(row)
      block?.rowCount += 1
    }
    bytes.append(0x0A)
  }

  // MARK: Characters

  /// What the format says about the characters that follow; `nil` where it says nothing.
  mutating func mark(_ value: SourceFile.Mark?) {
    if let value { marks.append(value) }
    mark = value == nil ? SourceFile.Piece.unmarked : UInt32(marks.count - 1)
  }

  /// The mark that characters bear now, to come back to: a place in `marks`.
  var marking: UInt32 {
    get { mark }
    set { mark = newValue }
  }

  /// Parts what follows in the cell from what stands there.
  mutating func space() { isSpaceDue = bytes.count > cellStart }

  /// Parts what follows in a line as columns of prose are parted: by a wide gap.
  mutating func gap() {
    guard bytes.count > cellStart else { return }
    bytes += [0x20, 0x20, 0x20, 0x20]
    isSpaceDue = false
  }

  /// Adds characters with the spaces between them; line feeds and tabs become spaces.
  mutating func append(_ text: SourceText, _ range: Range<Int>) {
    append(text, range) { _ in true }
  }

  /// Adds characters of markup, in which any white space means one space.
  mutating func appendMarkup(_ text: SourceText, _ range: Range<Int>) {
    append(text, range) { next in !next.isBlankASCII }
  }

  /// Adds runs of characters; a space stays in its run where the byte behind it lets it.
  private mutating func append(
    _ text: SourceText, _ range: Range<Int>, keepsSpace: (UInt8) -> Bool
  ) {
    let source = text.bytes
    var start = range.lowerBound
    while start < range.upperBound {
      if source[start] != 0x20 || !keepsSpace(source[start]), source[start].isBlankASCII {
        space()
        start += 1
        continue
      }
      var end = start + 1
      while end < range.upperBound {
        if source[end].isBlankASCII {
          guard source[end] == 0x20, end + 1 < range.upperBound, keepsSpace(source[end + 1])
          else { break }
        }
        end += 1
      }
      flushSpace()
      addPieces(text, start..<end)
      start = end
    }
  }

  /// Adds what a reference or an escape means.
  mutating func append(
    decoded characters: ArraySlice<UInt8>, of text: SourceText, _ range: Range<Int>
  ) {
    flushSpace()
    let start = bytes.count
    bytes.append(contentsOf: characters)
    var place = Slice.none
    text.forEachPiece(in: range) { place = place.joined(with: $0.file) }
    pieces.append(
      SourceFile.Piece(text: Slice(start..<bytes.count), file: place, mark: mark, isCopy: false))
  }

  private mutating func flushSpace() {
    if isSpaceDue, bytes.count > cellStart { bytes.append(0x20) }
    isSpaceDue = false
  }

  private mutating func addPieces(_ text: SourceText, _ range: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: text.bytes[range])
    let shift = start - range.lowerBound
    text.forEachPiece(in: range) { piece in
      let from = Int(piece.text.start) + shift
      let whole = SourceFile.Piece(
        text: Slice(from..<from + Int(piece.text.count)), file: piece.file,
        mark: piece.mark == SourceFile.Piece.unmarked ? mark : piece.mark, isCopy: piece.isCopy)
      if let last = pieces.last, last.isCopy, whole.isCopy, last.mark == whole.mark,
        last.text.end == whole.text.start, last.file.end == whole.file.start
      {
        pieces[pieces.count - 1].text.count += whole.text.count
        pieces[pieces.count - 1].file.count += whole.file.count
      } else {
        pieces.append(whole)
      }
    }
  }

  /// Where characters at an offset stand in the file.
  func placeInFile(_ offset: Int) -> Int {
    guard let piece = pieces.last(where: { Int($0.text.start) <= offset }) else { return 0 }
    return Int(piece.file.start) + (piece.isCopy ? offset - Int(piece.text.start) : 0)
  }

  // MARK: Remarks

  /// Says something about the content where the reader stands.
  mutating func remark(_ message: Message) { remark(message, at: Slice(bytes.count..<bytes.count)) }

  /// Says something about a place in the file, once all characters have been added.
  ///
  /// It stands behind the text, with a piece of its own that has no characters: so its place is
  /// exact, whatever order the text is in.
  mutating func remark(_ message: Message, atFile offset: Int) {
    endBlock()
    let end = bytes.count
    let offset = max(offset, 0)
    pieces.append(
      SourceFile.Piece(
        text: Slice(end..<end), file: Slice(offset..<offset), isCopy: false))
    remark(message)
    bytes.append(0x0A)
  }

  /// Remarks on rows that have more cells than a row may have.
  mutating func remarkOverfull() {
    guard let overfull else { return }
    remark(RowLimit.remark(overfull.count), at: Slice(overfull.first..<overfull.first))
  }

  /// Ends a file that has no characters.
  mutating func endFile() { bytes.append(0x0A) }

  /// Says something about characters that have been added.
  mutating func remark(_ message: Message, at text: Slice) {
    remarks.append(Document.Remark(message, at: text))
  }
}
