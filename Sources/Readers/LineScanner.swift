internal import TieoutModel

/// Cuts bytes into lines, cells and blocks.
///
/// One walk looks at eight bytes a step and stops at control characters only: tabs end cells, line
/// ends and form feeds end rows.
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
  private var openBlock: Document.Block?

  init(base: Int, document: Document) {
    self.base = base
    firstRow = document.rows.count
    firstCell = document.cells.count
  }

  mutating func scan(_ bytes: [UInt8], _ document: inout Document) {
    if base > 0 { document.lineStarts.append(UInt32(base)) }
    let span = bytes.span
    var index = 0
    while index &+ 8 <= span.count {
      var marks = span.word(at: index).controls
      while marks != 0 {
        let place = index &+ marks.trailingZeroBitCount / 8
        // Nearly all are tabs.
        if span[place] == 0x09 {
          tab(at: place, span, &document)
        } else {
          stop(at: place, span, &document)
        }
        marks &= marks &- 1
      }
      index &+= 8
    }
    while index < span.count {
      if span[index] < 0x20 { stop(at: index, span, &document) }
      index &+= 1
    }
    let isOpen = lineStart < span.count
    if isOpen { endRow(span.count, span, &document) }
    if isOpen || lines == 0 { lines += 1 } else { document.lineStarts.removeLast() }
    closeBlock(&document)
  }

  /// Ends a cell and begins the next one.
  @inline(__always)
  private mutating func tab(
    at index: Int, _ span: borrowing Span<UInt8>, _ document: inout Document
  ) {
    guard column < RowLimit.cells - 1 else {
      isOverfull = true
      surplus &+= 1
      return
    }
    add(trimmed(index, span), &document)
    column &+= 1
    cellStart = index &+ 1
  }

  /// Looks at a control character.
  private mutating func stop(
    at index: Int, _ span: borrowing Span<UInt8>, _ document: inout Document
  ) {
    switch span[index] {
    case 0x09: tab(at: index, span, &document)
    case 0x0A where index == lineStart && index > 0 && span[index &- 1] == 0x0D:
      // The second half of CR LF: the line begins behind it.
      begin(index &+ 1)
      document.lineStarts[document.lineStarts.count - 1] = UInt32(base + lineStart)
    case 0x0A, 0x0D:
      endRow(index, span, &document)
      begin(index &+ 1)
      lines += 1
      document.lineStarts.append(UInt32(base + lineStart))
    case 0x0C:
      endRow(index, span, &document)
      begin(index &+ 1)
      closeBlock(&document)
      nextPage(&document)
    default: break
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
    var start = cellStart
    var end = end
    while start < end, span[start].isBlankASCII { start &+= 1 }
    while start < end, span[end &- 1].isBlankASCII { end &-= 1 }
    return start..<end
  }

  @inline(__always)
  private mutating func add(_ text: Range<Int>, _ document: inout Document) {
    if !text.isEmpty { isBlank = false }
    let start = UInt32(truncatingIfNeeded: base &+ text.lowerBound)
    document.cells.append(
      Document.Cell(
        text: Slice(start: start, count: UInt32(truncatingIfNeeded: text.count)), column: column))
  }

  private mutating func endRow(
    _ end: Int, _ span: borrowing Span<UInt8>, _ document: inout Document
  ) {
    let text = trimmed(end, span)
    // Many lines are empty.
    if column == 0, text.isEmpty { return closeBlock(&document) }
    add(text, &document)
    if isOverfull {
      overfull = ((overfull?.count ?? 0) + 1, overfull?.first ?? lineStart)
      isOverfull = false
    }
    guard !isBlank else {
      document.cells.removeLast(document.cells.count - firstCell)
      closeBlock(&document)
      return
    }
    let kind: Document.Block.Kind = column > 0 ? .table : .paragraph
    if openBlock?.kind != kind { closeBlock(&document) }
    var block =
      openBlock
      ?? Document.Block(kind: kind, firstRow: UInt32(document.rows.count), rowCount: 0)
    block.rowCount += 1
    openBlock = block
    document.rows.append(
      Document.Row(
        firstCell: UInt32(firstCell), cellCount: UInt32(document.cells.count - firstCell),
        page: page, isLine: kind == .paragraph))
    firstCell = document.cells.count
  }

  private mutating func closeBlock(_ document: inout Document) {
    if let block = openBlock { document.blocks.append(block) }
    openBlock = nil
  }
}
