internal import TieoutModel

/// Writes the rows of a listed paper as the document that they are.
enum ListedWriter {
  /// Writes each source with its own rows: what goes on in the next one is a row there as well.
  static func document(
    of rows: [ListedRow], from listed: borrowing Document, saying remark: Message?
  ) -> Document? {
    var document = Document()
    document.cellLimit = listed.cellLimit
    document.overruled = listed.overruled
    let table = rows.first { !$0.isLine }.map { listed.source(at: $0.start) }
    for (place, own) in parted(rows, listed).enumerated() {
      do throws(ReadError) {
        try add(
          own, listed.sources[place], of: listed, saying: place == table ? remark : nil,
          to: &document)
      } catch {
        return nil
      }
    }
    return document
  }

  /// The rows of each source.
  private static func parted(
    _ rows: [ListedRow], _ listed: borrowing Document
  ) -> [[ListedRow]] {
    guard listed.sources.count > 1 else { return [rows] }
    var parted = [[ListedRow]](repeating: [], count: listed.sources.count)
    for row in rows {
      for source in listed.source(at: row.start)...listed.source(at: row.lastStart) {
        if let own = row.part(in: listed.sources[source].range) { parted[source].append(own) }
      }
    }
    return parted
  }

  /// Adds a source and its rows to the document that is written.
  private static func add(
    _ rows: [ListedRow], _ source: Document.Source, of listed: borrowing Document,
    saying remark: Message?, to document: inout Document
  ) throws(ReadError) {
    let text = SourceText(Array(listed.bytes[source.range]), in: source.file)
    var draft = Draft()
    draft.marks = source.file?.marks ?? []
    var page: UInt32 = 0
    for row in rows {
      if row.page != page, row.page > 0 {
        page = row.page
        draft.beginPage(Int(page))
      }
      add(row, text, from: source.range.lowerBound, to: &draft)
    }
    draft.endBlock()
    let isLast = source.range.upperBound == listed.bytes.count
    for remark in listed.remarks {
      let start = Int(remark.at.start)
      guard source.range.contains(start) || isLast && start == listed.bytes.count else { continue }
      draft.remark(remark.message, atFile: source.fileOffset(of: start))
    }
    if let remark {
      draft.remark(remark, atFile: source.fileOffset(of: rows.first { !$0.isLine }?.start ?? 0))
    }
    let file = source.file?.bytes ?? text.bytes
    try draft.finish(
      file, name: source.name, format: source.format, reason: source.reason, into: &document)
    let last = document.sources.count - 1
    document.sources[last].sha256 = source.sha256
    document.sources[last].encoding = source.encoding
    document.sources[last].transcoding = source.transcoding
    document.sources[last].pages = source.pages
    document.sources[last].file?.images = source.file?.images ?? []
    // A byte order mark is a scalar that no reader sees.
    let signs = file.solidScalars - text.bytes.solidScalars
    document.sources[last].markup += source.markup - max(0, signs)
  }

  private static func add(
    _ row: ListedRow, _ text: SourceText, from base: Int, to draft: inout Draft
  ) {
    func place(_ part: Slice) -> Range<Int> {
      part.range.lowerBound - base..<part.range.upperBound - base
    }
    guard !row.isLine else {
      draft.beginLine()
      for part in row.cells[0].parts { draft.append(text, place(part)) }
      return
    }
    if row.beginsTable { draft.beginTable() }
    draft.beginRow(isMeasured: row.isMeasured)
    for cell in row.cells {
      draft.beginCell(column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
      for part in cell.parts {
        // Blanks part words in Latin letters, and a line of them from the next.
        if draft.bytes.last.map({ $0 < 0x80 }) == true, text.bytes[place(part).lowerBound] < 0x80 {
          draft.space()
        }
        draft.append(text, place(part))
      }
    }
  }
}

extension [UInt8] {
  fileprivate var solidScalars: Int { span.solidScalars(in: indices) }
}

extension Document {
  /// The place of the source in which a character stands.
  fileprivate borrowing func source(at offset: Int) -> Int {
    min(sources.partitionPoint { $0.range.upperBound <= offset }, sources.count - 1)
  }
}

extension Document.Source {
  /// Where a character stands in the file.
  fileprivate func fileOffset(of offset: Int) -> Int {
    let place = max(offset - range.lowerBound, 0)
    guard let file else { return place }
    let slice = Slice(place..<place + 1)
    return file.pieces(in: slice).first.map { Int(file.file(of: slice, in: $0).start) } ?? 0
  }
}

extension ListedRow {
  /// Where the last of its texts begins.
  fileprivate var lastStart: Int { Int(cells.lazy.flatMap(\.parts).map(\.start).max() ?? 0) }

  /// The row with no texts but those of one source; `nil` where it has none there.
  fileprivate func part(in source: Range<Int>) -> ListedRow? {
    var part = self
    for cell in cells.indices {
      part.cells[cell].parts.removeAll { !source.contains(Int($0.start)) }
    }
    return part.cells.allSatisfy(\.parts.isEmpty) ? nil : part
  }
}
