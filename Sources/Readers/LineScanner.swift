internal import TieoutModel

/// Cuts bytes into lines, cells and blocks.
struct LineScanner {
  /// Where the bytes begin in the document.
  let base: Int
  /// The number of lines seen.
  private(set) var lines = 0
  private var page: UInt32
  private var openBlock: Document.Block?

  init(base: Int, document: Document) {
    self.base = base
    // A page file begins a page of its own where the documents before it have pages.
    page = document.rows.last.map { $0.page > 0 ? $0.page + 1 : 0 } ?? 0
  }

  mutating func scan(_ bytes: [UInt8], _ document: inout Document) {
    if page == 0, bytes.contains(0x0C) { page = 1 }
    if base > 0 { document.lineStarts.append(UInt32(base)) }
    let span = bytes.span
    var start = 0
    var index = 0
    while index < span.count {
      let byte = span[index]
      guard byte == 0x0A || byte == 0x0C || byte == 0x0D else {
        index += 1
        continue
      }
      line(span, start..<index, &document)
      index += 1
      if byte == 0x0D, index < span.count, span[index] == 0x0A { index += 1 }
      start = index
      if byte == 0x0C {
        closeBlock(&document)
        page += 1
      } else {
        lines += 1
        document.lineStarts.append(UInt32(base + start))
      }
    }
    if start < span.count { line(span, start..<span.count, &document) }
    if start < span.count || lines == 0 { lines += 1 } else { document.lineStarts.removeLast() }
    closeBlock(&document)
  }

  private mutating func line(
    _ span: borrowing Span<UInt8>, _ range: Range<Int>, _ document: inout Document
  ) {
    let firstCell = document.cells.count
    var column: UInt16 = 0
    var start = range.lowerBound
    var isBlank = true
    for index in range where span[index] == 0x09 {
      isBlank = append(span, start..<index, column, &document) && isBlank
      column = column == .max ? .max : column + 1
      start = index + 1
    }
    isBlank = append(span, start..<range.upperBound, column, &document) && isBlank
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
  }

  /// Adds a cell; whether it is blank.
  private func append(
    _ span: borrowing Span<UInt8>, _ range: Range<Int>, _ column: UInt16,
    _ document: inout Document
  ) -> Bool {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, span[start].isBlankASCII { start += 1 }
    while start < end, span[end - 1].isBlankASCII { end -= 1 }
    document.cells.append(
      Document.Cell(text: Slice(base + start..<base + end), column: column))
    return start == end
  }

  private mutating func closeBlock(_ document: inout Document) {
    if let block = openBlock { document.blocks.append(block) }
    openBlock = nil
  }
}
