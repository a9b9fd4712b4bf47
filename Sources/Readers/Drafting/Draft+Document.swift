internal import TieoutModel

extension Draft {
  /// Adds the source to a document.
  ///
  /// - Throws: Where all inputs together are larger than a document can be.
  consuming func finish(
    _ file: [UInt8], name: String, format: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    endBlock()
    if let last = rows.last, last.page > 0 { countPage(last.page) }
    remarkRepeats()
    remarkOverfull()
    // Each place belongs to one source, that of a blank one as well.
    if bytes.isEmpty { endFile() }
    let census = TextBytes(bytes)
    for (message, offset) in census.remarks(placeInFile) {
      remark(message, at: Slice(offset..<offset + 1))
    }
    let base = document.bytes.count
    guard base + bytes.count < Int(UInt32.max), file.count < Int(UInt32.max) else {
      throw .tooLarge(name)
    }
    try RowLimit.check(document.cells.count + cells.count + surplus, of: document, name)
    let firstCell = UInt32(document.cells.count)
    let firstRow = UInt32(document.rows.count)
    for var cell in cells {
      cell.text.start += UInt32(base)
      document.cells.append(cell)
    }
    for var row in rows {
      row.firstCell += firstCell
      document.rows.append(row)
    }
    for var block in blocks {
      block.firstRow += firstRow
      document.blocks.append(block)
    }
    for var remark in remarks {
      remark.at.start += UInt32(base)
      document.remarks.append(remark)
    }
    document.isWellFormed = census.invalid == nil && (base == 0 || document.isWellFormed)
    document.bytes += bytes
    document.text += bytes
    let solid = file.span.solidScalars(in: 0..<file.count)
    var source = Document.Source(
      name: name, range: base..<document.bytes.count, lines: 0, format: format, reason: reason,
      encoding: "UTF-8", file: SourceFile(bytes: file, pieces: pieces, marks: marks))
    source.lines = file.lineCount
    source.pages = pages
    source.markup = max(0, solid - bytes.span.solidScalars(in: 0..<bytes.count))
    document.sources.append(source)
  }
}

extension [UInt8] {
  /// The number of lines; what follows the last line feed is one.
  fileprivate var lineCount: Int {
    reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } + (isEmpty || last != 0x0A ? 1 : 0)
  }
}

extension ReadError {
  /// All inputs together are larger than a document can be.
  static func tooLarge(_ name: String) -> ReadError {
    ReadError(
      Message(
        zh: "“\(name)”太大：一份材料最多 4 GiB",
        en: "“\(name)” is too large: a submission holds 4 GiB at most"))
  }
}
