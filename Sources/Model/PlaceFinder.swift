/// Finds places in the source, one after the other.
///
/// Values mostly come in the order in which they are printed: each search begins where the last one
/// ended, and a column is counted on from the last one of its line, or back.
public struct PlaceFinder {
  /// How far one text has been looked at.
  private struct Progress {
    var firstLine = Bookmark()
    var line = Bookmark()
    /// The offset whose column was counted last, and that column.
    var counted = 0
    var column = 1
  }

  private var entry = Bookmark()
  private var source = Bookmark()
  private var row = Bookmark()
  /// The characters of all inputs that are their own file.
  private var text = Progress()
  /// The file of the input that was asked for last, and which that is.
  private var file = Progress()
  private var fileSource = -1

  /// Creates a finder; it may be asked about one document only.
  public init() {}

  /// Where the characters of a slice stand in the input.
  public mutating func location(of slice: Slice, in document: borrowing Document) -> Location {
    let slice = document.printed(slice)
    let range = document.map.source(of: slice, from: &entry)
    return location(ofSource: range, page: page(of: slice, document), in: document)
  }

  /// The same in a document that `isPlain`, where there is less to tell.
  public mutating func place(of slice: Slice, in document: borrowing Document) -> TextPlace {
    let range = document.map.source(of: slice, from: &entry)
    let spot = Self.spot(
      Int(range.start), document.bytes.span, document.lineStarts.span, [], base: 0, &text)
    return TextPlace(
      characters: slice, bytes: range, line: UInt32(spot.line), column: UInt32(spot.column))
  }

  /// Where a range of source bytes stands.
  mutating func location(
    ofSource range: Slice, page: Int? = nil, in document: borrowing Document
  ) -> Location {
    let place = Int(range.start)
    let sources = document.sources.span
    let index =
      sources.count < 2
      ? 0 : max(1, source.search(sources.count) { sources[$0].range.lowerBound <= place }) - 1
    let base = sources.isEmpty ? 0 : sources[index].range.lowerBound
    guard let file = sources.isEmpty ? nil : sources[index].file else {
      let spot = Self.spot(
        place, document.bytes.span, document.lineStarts.span, [], base: base, &text)
      var location = Location(
        source: index, page: page, line: spot.line, column: spot.column,
        bytes: (place - base)..<(Int(range.end) - base))
      if !sources.isEmpty { location.convert(by: sources[index].transcoding) }
      return location
    }
    let at = file.place(of: Slice(start: range.start - UInt32(base), count: range.count))
    var location = location(inFile: at.bytes, ofSource: index, in: document)
    location.page = page
    location.element = at.element
    location.box = at.box
    location.confidence = at.confidence
    return location
  }

  /// Where a range of an input's file in UTF-8 stands.
  mutating func location(
    inFile range: Slice, ofSource index: Int, in document: borrowing Document
  ) -> Location {
    guard let file = document.sources[index].file else {
      let base = UInt32(document.sources[index].range.lowerBound)
      return location(
        ofSource: Slice(start: range.start + base, count: range.count), in: document)
    }
    if fileSource != index { (fileSource, self.file) = (index, Progress()) }
    let spot = Self.spot(
      Int(range.start), file.bytes.span, file.lineStarts.span, file.charactersBefore, base: 0,
      &self.file)
    var location = Location(
      source: index, line: spot.line, column: spot.column, bytes: range.range)
    location.convert(by: document.sources[index].transcoding)
    return location
  }

  /// The line and the column of a place in a text whose source begins at `base`.
  private static func spot(
    _ place: Int, _ bytes: borrowing Span<UInt8>, _ lines: borrowing Span<UInt32>,
    _ blocks: [UInt32], base: Int, _ progress: inout Progress
  ) -> (line: Int, column: Int) {
    let before =
      base == 0 ? 1 : max(1, progress.firstLine.search(lines.count) { lines[$0] <= base })
    let number = max(1, progress.line.search(lines.count) { lines[$0] <= place })
    let start = min(max(Int(lines[number - 1]), base), place)
    let counted = progress.counted
    let isSameLine = number == lines.count || counted < Int(lines[number])
    if blocks.count > 1, place - start > Span<UInt8>.blockSize {
      let before = bytes.characters(before: start, blocks)
      progress.column = bytes.characters(before: place, blocks) - before + 1
    } else if counted > place, isSameLine, counted - place < place - start {
      // In one long line the way back is the shorter one.
      progress.column -= bytes.scalarStarts(in: place..<counted)
    } else {
      if counted < start || counted > place { (progress.counted, progress.column) = (start, 1) }
      progress.column += bytes.scalarStarts(in: progress.counted..<place)
    }
    progress.counted = place
    return (number - before + 1, progress.column)
  }

  /// The page on which a slice stands; `nil` where the format has no pages.
  private mutating func page(of slice: Slice, _ document: borrowing Document) -> Int? {
    guard let last = document.rows.last, last.page > 0 else { return nil }
    let rows = document.rows.span
    let cells = document.cells.span
    let number = row.search(rows.count) {
      let start = rows[$0].cellCount > 0 ? cells[Int(rows[$0].firstCell)].text.start : 0
      return start <= slice.start
    }
    // Of several inputs some may have no pages.
    guard number > 0, rows[number - 1].page > 0 else { return nil }
    return Int(rows[number - 1].page)
  }
}

extension Span<UInt8> {
  /// The number of bytes of a range that begin a UTF-8 sequence: all that continue none.
  func scalarStarts(in range: Range<Int>) -> Int {
    var total = range.count
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      total &-= word(at: index).continuations
      index &+= 8
    }
    return total &- word(index..<range.upperBound).continuations
  }

  /// The length of the blocks of which `charactersBeforeBlocks` keeps account.
  static var blockSize: Int { 4096 }

  /// How many characters begin before each block.
  var charactersBeforeBlocks: [UInt32] {
    var counts: [UInt32] = []
    counts.reserveCapacity(count / Self.blockSize + 1)
    var total = 0
    for start in stride(from: 0, through: count, by: Self.blockSize) {
      counts.append(UInt32(truncatingIfNeeded: total))
      total += scalarStarts(in: start..<Swift.min(start + Self.blockSize, count))
    }
    return counts
  }

  /// How many characters begin before a place.
  func characters(before place: Int, _ blocks: [UInt32]) -> Int {
    let block = place / Self.blockSize
    return Int(blocks[block]) + scalarStarts(in: block * Self.blockSize..<place)
  }
}

extension ByteWord {
  /// The number of bytes that continue a UTF-8 sequence.
  @inline(__always)
  fileprivate var continuations: Int {
    let marks = (bits & ~(bits << 1) & ByteWord.all(0x80)) >> 7
    // The product's highest byte is the sum of all bytes.
    return Int((marks &* ByteWord.all(1)) >> 56)
  }
}
