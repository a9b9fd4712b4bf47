/// Finds places in the source, one after the other.
///
/// Values mostly come in the order in which they are printed: each search begins where the last one
/// ended, and a column is counted on from the last one of its line.
public struct PlaceFinder {
  private var entry = Bookmark()
  private var source = Bookmark()
  private var firstLine = Bookmark()
  private var line = Bookmark()
  private var row = Bookmark()
  /// The offset whose column was counted last, and that column.
  private var counted = 0
  private var column = 1

  /// Creates a finder; it may be asked about one document only.
  public init() {}

  /// Where the characters of a slice stand in the input.
  public mutating func location(of slice: Slice, in document: borrowing Document) -> Location {
    let range = document.map.source(of: slice, from: &entry)
    return location(ofSource: range, page: page(of: slice, document), in: document)
  }

  /// Where a range of source bytes stands.
  mutating func location(
    ofSource range: Slice, page: Int? = nil, in document: borrowing Document
  ) -> Location {
    let place = Int(range.start)
    let sources = document.sources.span
    let index = max(1, source.search(sources.count) { sources[$0].range.lowerBound <= place }) - 1
    let base = sources.isEmpty ? 0 : sources[index].range.lowerBound
    guard let file = sources.isEmpty ? nil : sources[index].file else {
      var location = location(
        range.range, document.bytes.span, document.lineStarts.span, base: base)
      location.source = index
      location.page = page
      if !sources.isEmpty { location.convert(by: sources[index].transcoding) }
      return location
    }
    let at = file.place(of: Slice(start: range.start - UInt32(base), count: range.count))
    // Another text, in which nothing has been counted.
    (line, firstLine, counted) = (Bookmark(), Bookmark(), .max)
    var location = location(at.bytes.range, file.bytes.span, file.lineStarts.span, base: 0)
    (line, firstLine, counted) = (Bookmark(), Bookmark(), .max)
    location.source = index
    location.page = page
    location.element = at.element
    location.box = at.box
    location.confidence = at.confidence
    location.convert(by: sources[index].transcoding)
    return location
  }

  /// Where a range of a text stands whose source begins at `base`.
  private mutating func location(
    _ range: Range<Int>, _ bytes: borrowing Span<UInt8>, _ lines: borrowing Span<UInt32>, base: Int
  ) -> Location {
    let place = range.lowerBound
    let before = max(1, firstLine.search(lines.count) { lines[$0] <= base })
    let number = max(1, line.search(lines.count) { lines[$0] <= place })
    let start = min(max(Int(lines[number - 1]), base), place)
    if counted < start || counted > place { (counted, column) = (start, 1) }
    column += bytes.extracting(counted..<place).scalarStarts
    counted = place
    return Location(
      source: 0, line: number - before + 1, column: column,
      bytes: (place - base)..<(range.upperBound - base))
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
  /// The number of bytes that begin a UTF-8 sequence: all that continue none.
  var scalarStarts: Int {
    var total = count
    var index = 0
    while index < count {
      let word = word(index..<Swift.min(index &+ 8, count)).bits
      let continuations = (word & ~(word << 1) & ByteWord.all(0x80)) >> 7
      // The product's highest byte is the sum of all bytes.
      total &-= Int((continuations &* ByteWord.all(1)) >> 56)
      index &+= 8
    }
    return total
  }
}
