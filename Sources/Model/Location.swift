/// Where characters stand in the input, exact enough to put a finger on them.
public struct Location: Hashable, Sendable {
  /// The input's place in `Document.sources`.
  public var source: Int
  /// The page, counted from 1; `nil` where the format has no pages.
  public var page: Int?
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int
  /// The byte range in that input.
  public var bytes: Range<Int>
  /// The id of the element or the JSON pointer of the value that holds the first of them; `nil`
  /// where the format has none.
  public var element: String?
  /// Where they stand on the page; `nil` where the format has no boxes.
  public var box: Box?
  /// How sure the engine was of the least sure of them, in hundredths; `nil` where it does not say.
  public var confidence: Int?

  /// Creates a location in a text.
  public init(source: Int, page: Int? = nil, line: Int, column: Int, bytes: Range<Int>) {
    self.source = source
    self.page = page
    self.line = line
    self.column = column
    self.bytes = bytes
  }
}

extension Document {
  /// Where the characters of a slice stand in the input.
  public func location(of slice: Slice) -> Location {
    location(ofSource: map.source(of: slice), page: page(of: slice))
  }

  /// Where a range of `bytes` stands.
  public func location(ofSource range: Slice, page: Int? = nil) -> Location {
    let index = sourceIndex(of: range.start)
    guard sources.indices.contains(index) else {
      return location(range.range, in: bytes, lineStarts, base: 0, source: 0, page: page)
    }
    let source = sources[index]
    let base = source.range.lowerBound
    guard let file = source.file else {
      var location = location(
        range.range, in: bytes, lineStarts, base: base, source: index, page: page)
      location.convert(source.transcoding)
      return location
    }
    let text = Slice(start: range.start - UInt32(base), count: range.count)
    let place = file.place(of: text)
    var location = location(
      place.bytes.range, in: file.bytes, file.lineStarts, base: 0, source: index, page: page)
    location.convert(source.transcoding)
    location.element = place.element
    location.box = place.box
    location.confidence = place.confidence
    return location
  }

  /// The place in `sources` of the input that holds an offset in `bytes`.
  public func sourceIndex(of offset: UInt32) -> Int {
    sources.lastIndex { $0.range.lowerBound <= Int(offset) } ?? 0
  }

  private func location(
    _ range: Range<Int>, in bytes: [UInt8], _ lineStarts: [UInt32], base: Int, source: Int,
    page: Int?
  ) -> Location {
    let line = lineStarts.lineIndex(of: range.lowerBound)
    let firstLine = base == 0 ? 0 : lineStarts.lineIndex(of: base)
    var column = 1
    for offset in max(Int(lineStarts[line]), base)..<range.lowerBound
    where bytes[offset].isScalarStart {
      column += 1
    }
    return Location(
      source: source, page: page, line: line - firstLine + 1, column: column,
      bytes: (range.lowerBound - base)..<(range.upperBound - base))
  }

  /// The page on which a slice stands; `nil` where the format has no pages.
  private func page(of slice: Slice) -> Int? {
    guard let last = rows.last, last.page > 0 else { return nil }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      let row = rows[middle]
      let start = row.cellCount > 0 ? cells[Int(row.firstCell)].text.start : 0
      if start <= slice.start { low = middle + 1 } else { high = middle }
    }
    // Of several inputs some may have no pages.
    guard low > 0, rows[low - 1].page > 0 else { return nil }
    return Int(rows[low - 1].page)
  }
}

extension [UInt32] {
  /// The index of the line, by the offsets at which lines begin, that holds an offset.
  fileprivate func lineIndex(of offset: Int) -> Int {
    Swift.max(0, partitionIndex { Int($0) > offset } - 1)
  }
}

extension Location {
  /// Counts bytes in the file as it was before it was converted to UTF-8.
  fileprivate mutating func convert(_ transcoding: Transcoding?) {
    guard let transcoding else { return }
    let start = transcoding.file(of: bytes.lowerBound)
    bytes = start..<max(start, transcoding.file(of: bytes.upperBound))
  }
}

extension SourceFile {
  /// Where a range of the source's characters stands, and what the format says about it.
  func place(
    of text: Slice
  ) -> (bytes: Slice, element: String?, box: Box?, confidence: Int?) {
    let pieces = pieces(in: text)
    guard let first = pieces.first else {
      // Nothing printed: the end of what stands before it.
      let next = self.pieces.partitionIndex { $0.text.end > text.start }
      let before = next > 0 ? self.pieces[next - 1].file.end : 0
      return (Slice(start: before, count: 0), nil, nil, nil)
    }
    var place = file(of: text, in: first)
    var box: Box?
    var confidence: Int?
    for piece in pieces {
      place = place.joined(with: file(of: text, in: piece))
      guard piece.mark != Piece.unmarked else { continue }
      let mark = marks[Int(piece.mark)]
      box = mark.box.map { box?.union($0) ?? $0 } ?? box
      if let sure = mark.confidence { confidence = Swift.min(confidence ?? 100, Int(sure)) }
    }
    let element = first.mark == Piece.unmarked ? "" : marks[Int(first.mark)].element
    return (place, element.isEmpty ? nil : element, box, confidence)
  }
}
