internal import TieoutModel

/// Writes the rows of a listed paper as the document that they are.
enum ListedWriter {
  static func document(
    of rows: [ListedRow], from listed: borrowing Document, saying remark: Message?
  ) -> Document? {
    let source = listed.sources[0]
    let text = SourceText(listed.bytes, in: source.file)
    var draft = Draft()
    draft.marks = source.file?.marks ?? []
    var page: UInt32 = 0
    for row in rows {
      if row.page != page, row.page > 0 {
        page = row.page
        draft.beginPage(Int(page))
      }
      add(row, text, to: &draft)
    }
    draft.endBlock()
    for remark in listed.remarks {
      draft.remark(remark.message, atFile: source.fileOffset(of: Int(remark.at.start)))
    }
    if let remark {
      draft.remark(
        remark, atFile: source.fileOffset(of: rows.first { !$0.isLine }?.start ?? 0))
    }
    var document = Document()
    document.cellLimit = listed.cellLimit
    document.overruled = listed.overruled
    let file = source.file?.bytes ?? listed.bytes
    do throws(ReadError) {
      try draft.finish(
        file, name: source.name, format: source.format, reason: source.reason, into: &document)
    } catch {
      return nil
    }
    document.sources[0].sha256 = source.sha256
    document.sources[0].encoding = source.encoding
    document.sources[0].transcoding = source.transcoding
    document.sources[0].pages = source.pages
    document.sources[0].file?.images = source.file?.images ?? []
    // A byte order mark is a scalar that no reader sees.
    let signs = file.solidScalars - listed.bytes.solidScalars
    document.sources[0].markup += source.markup - max(0, signs)
    return document
  }

  private static func add(_ row: ListedRow, _ text: SourceText, to draft: inout Draft) {
    guard !row.isLine else {
      draft.beginLine()
      for part in row.cells[0].parts { draft.append(text, part.range) }
      return
    }
    if row.beginsTable { draft.beginTable() }
    draft.beginRow(isMeasured: row.isMeasured)
    for cell in row.cells {
      draft.beginCell(column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
      for part in cell.parts {
        // Blanks part words in Latin letters, and a line of them from the next.
        if draft.bytes.last.map({ $0 < 0x80 }) == true, text.bytes[Int(part.start)] < 0x80 {
          draft.space()
        }
        draft.append(text, part.range)
      }
    }
  }
}

extension [UInt8] {
  fileprivate var solidScalars: Int { span.solidScalars(in: indices) }
}

extension Document.Source {
  /// Where a character of the only source stands in its file.
  fileprivate func fileOffset(of offset: Int) -> Int {
    guard let file else { return offset }
    let slice = Slice(offset..<offset + 1)
    return file.pieces(in: slice).first.map { Int(file.file(of: slice, in: $0).start) } ?? 0
  }
}
