internal import TieoutModel

/// Cuts bytes into lines, cells and blocks.
///
/// One walk looks at 64 bytes a step and stops at control characters only: tabs end cells, line ends
/// and form feeds end rows.
struct LineScanner {
  /// The number of lines seen.
  private(set) var lines = 0
  /// Where the bytes begin in the document.
  private let base: Int
  private var page: UInt32 = 0
  private let firstRow: Int
  /// Where the cell, the line and its cells begin.
  private var cellStart = 0
  private var lineStart = 0
  private var firstCell: Int
  private var column: UInt16 = 0
  /// The lines whose last cell holds more than one, and where the first of them begins.
  private(set) var overfull: (count: Int, first: Int)?
  private var isOverfull = false
  /// The cells that were left in the last one of their row.
  private(set) var surplus = 0
  private var isBlank = true
  /// What the block is that is open, and the first of its rows.
  private var open: Document.Block.Kind?
  private var firstOpen = 0

  /// What a cell takes of a dense table, what parts it from the next one included.
  private static let bytesPerCell = 10
  /// What a line takes of most papers.
  private static let bytesPerLine = 48
  /// How many bytes are looked at in one go.
  private static let stretch = 64
  /// The most cells of a row.
  private static let longestRow = Int(RowLimit.cells)

  init(base: Int, document: Document) {
    self.base = base
    firstRow = document.rows.count
    firstCell = document.cells.count
  }

  mutating func scan(_ bytes: [UInt8], _ document: inout Document) {
    if base > 0 { document.lineStarts.append(UInt32(base)) }
    if document.rows.isEmpty {
      document.lineStarts.reserveCapacity(bytes.count / Self.bytesPerLine)
      document.rows.reserveCapacity(bytes.count / Self.bytesPerLine)
    }
    var cells = document.cells
    document.cells = []
    var index = 0
    repeat {
      let room = max((bytes.count - index) / Self.bytesPerCell, Self.longestRow) + Self.longestRow
      let written = cells.count
      cells.append(addingCapacity: room) { output in
        index = scan(bytes.span, from: index, into: &output, written, &document)
      }
    } while index < bytes.count
    document.cells = cells
    if lineStart == bytes.count, lines > 0 {
      document.lineStarts.removeLast()
    } else {
      lines += 1
    }
    closeBlock(&document)
  }

  /// Reads rows until there may be no room for another one, or all are read; where it stopped.
  ///
  /// - Parameter written: the number of cells before those in `cells`.
  private mutating func scan(
    _ span: borrowing Span<UInt8>, from start: Int, into cells: inout OutputSpan<Document.Cell>,
    _ written: Int, _ document: inout Document
  ) -> Int {
    var index = start
    while index + Self.stretch <= span.count {
      var marks = Self.controls(span, index)
      while marks != 0 {
        let place = index &+ marks.trailingZeroBitCount
        marks &= marks &- 1
        // Nearly all are tabs.
        if span[place] == 0x09 {
          tab(at: place, span, into: &cells)
          continue
        }
        stop(at: place, span, into: &cells, written, &document)
        if lineStart > place, cells.freeCapacity < Self.longestRow { return place + 1 }
      }
      index += Self.stretch
    }
    while index < span.count {
      if span[index] == 0x09 {
        tab(at: index, span, into: &cells)
      } else if span[index] < 0x20 {
        stop(at: index, span, into: &cells, written, &document)
        if lineStart > index, cells.freeCapacity < Self.longestRow { return index + 1 }
      }
      index += 1
    }
    if lineStart < span.count { endRow(span.count, span, into: &cells, written, &document) }
    return index
  }

  /// Where control characters stand among the 64 bytes from an offset on, a bit each.
  ///
  /// One branch for all of them: what is in each word by itself nobody can foretell.
  @inline(__always)
  private static func controls(_ span: borrowing Span<UInt8>, _ start: Int) -> UInt64 {
    // Of a part whose length is known nothing needs to be checked.
    let part = span.extracting(start..<start &+ stretch)
    var marks: UInt64 = 0
    for word in 0..<8 {
      // The product has the highest bits of the eight bytes side by side at its top.
      let bits = part.word(at: word &* 8).controls &* 0x0002_0408_1020_4081
      marks |= (bits &>> 56) &<< UInt64(word &* 8)
    }
    return marks
  }

  /// Ends a cell and begins the next one.
  @inline(__always)
  private mutating func tab(
    at index: Int, _ span: borrowing Span<UInt8>, into cells: inout OutputSpan<Document.Cell>
  ) {
    guard column < RowLimit.cells - 1 else {
      isOverfull = true
      surplus &+= 1
      return
    }
    add(trimmed(index, span), to: &cells)
    column &+= 1
    cellStart = index &+ 1
  }

  /// Looks at a control character other than a tab.
  @inline(never)
  private mutating func stop(
    at index: Int, _ span: borrowing Span<UInt8>, into cells: inout OutputSpan<Document.Cell>,
    _ written: Int, _ document: inout Document
  ) {
    let byte = span[index]
    guard byte == 0x0A || byte == 0x0C || byte == 0x0D else { return }
    if byte == 0x0A, index == lineStart, index > 0, span[index &- 1] == 0x0D {
      // The second half of CR LF: the line begins behind it.
      begin(index &+ 1)
      document.lineStarts[document.lineStarts.count - 1] = UInt32(base + lineStart)
      return
    }
    endRow(index, span, into: &cells, written, &document)
    begin(index &+ 1)
    if byte == 0x0C {
      closeBlock(&document)
      nextPage(&document)
    } else {
      lines &+= 1
      document.lineStarts.append(UInt32(truncatingIfNeeded: base &+ lineStart))
    }
  }

  /// The pages that form feeds make; what stands behind the last one is a page where it is any.
  func pages(_ document: borrowing Document) -> ClosedRange<UInt32>? {
    guard page > 0 else { return nil }
    let isBlank = document.rows.count == firstRow || document.rows.last?.page != page
    return 1...(isBlank ? page - 1 : page)
  }

  private mutating func begin(_ start: Int) {
    lineStart = start
    cellStart = start
    column = 0
    isBlank = true
  }

  /// Turns the page; the first form feed tells that what stands before it is a page as well.
  private mutating func nextPage(_ document: inout Document) {
    if page == 0 {
      page = 1
      for row in firstRow..<document.rows.count { document.rows[row].page = 1 }
    }
    page += 1
  }

  /// What stands in the cell that ends here, without white space at its edges.
  @inline(__always)
  private func trimmed(_ end: Int, _ span: borrowing Span<UInt8>) -> Range<Int> {
    let start = cellStart
    guard start < end, span[start] <= 0x20 || span[end &- 1] <= 0x20 else { return start..<end }
    return Self.withoutBlanks(start, end, span)
  }

  /// Static and out of the way, since few cells need it: the scanner would be copied for it.
  @inline(never)
  private static func withoutBlanks(
    _ start: Int, _ end: Int, _ span: borrowing Span<UInt8>
  ) -> Range<Int> {
    var (start, end) = (start, end)
    while start < end, span[start].isBlankASCII { start &+= 1 }
    while start < end, span[end &- 1].isBlankASCII { end &-= 1 }
    return start..<end
  }

  @inline(__always)
  private mutating func add(_ text: Range<Int>, to cells: inout OutputSpan<Document.Cell>) {
    if !text.isEmpty { isBlank = false }
    let start = UInt32(truncatingIfNeeded: base &+ text.lowerBound)
    cells.append(
      Document.Cell(
        text: Slice(start: start, count: UInt32(truncatingIfNeeded: text.count)), column: column))
  }

  @inline(__always)
  private mutating func endRow(
    _ end: Int, _ span: borrowing Span<UInt8>, into cells: inout OutputSpan<Document.Cell>,
    _ written: Int, _ document: inout Document
  ) {
    let text = trimmed(end, span)
    // Many lines are empty.
    if column == 0, text.isEmpty { return closeBlock(&document) }
    add(text, to: &cells)
    if isOverfull {
      overfull = ((overfull?.count ?? 0) + 1, overfull?.first ?? lineStart)
      isOverfull = false
    }
    let count = written + cells.count - firstCell
    guard !isBlank else {
      cells.removeLast(count)
      closeBlock(&document)
      return
    }
    let kind: Document.Block.Kind = column > 0 ? .table : .paragraph
    if open != kind {
      closeBlock(&document)
      open = kind
      firstOpen = document.rows.count
    }
    document.rows.append(
      Document.Row(
        firstCell: UInt32(truncatingIfNeeded: firstCell),
        cellCount: UInt32(truncatingIfNeeded: count), page: page, isLine: kind == .paragraph))
    firstCell &+= count
  }

  private mutating func closeBlock(_ document: inout Document) {
    guard let kind = open else { return }
    document.blocks.append(
      Document.Block(
        kind: kind, firstRow: UInt32(firstOpen), rowCount: UInt32(document.rows.count - firstOpen)))
    open = nil
  }
}
