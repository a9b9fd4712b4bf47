public import TieoutModel

/// Makes a document by hand: what is copied, what a rule replaced, where cells begin.
public struct DocumentMaker {
  /// The document so far.
  public private(set) var document = Document()

  /// Begins an empty document.
  public init() { document.lineStarts = [] }

  /// Begins an input; what follows belongs to it.
  public mutating func source(_ name: String, _ body: (inout DocumentMaker) -> Void) {
    let start = document.bytes.count
    document.lineStarts.append(UInt32(start))
    body(&self)
    let end = document.bytes.count
    // A line begins after each line feed that is not the input's last byte.
    for index in start..<end where document.bytes[index] == 0x0A && index + 1 < end {
      document.lineStarts.append(UInt32(index + 1))
    }
    document.sources.append(
      Document.Source(
        name: name, range: start..<end,
        lines: document.bytes[start..<end].count { $0 == 0x0A }, format: "text",
        reason: "lines with tabs", encoding: "UTF-8",
        sha256: String(repeating: "0a", count: 32)))
  }

  /// Adds characters that no rule changed.
  public mutating func copy(_ bytes: some Sequence<UInt8>) {
    document.bytes.append(contentsOf: bytes)
    document.text.append(contentsOf: bytes)
  }

  /// Adds characters that no rule changed.
  public mutating func copy(_ text: String) { copy(text.utf8) }

  /// Adds characters that a rule replaced.
  public mutating func replace(_ source: String, with text: String, by rule: String) {
    if !document.rules.contains(rule) { document.rules.append(rule) }
    let number = document.rules.firstIndex(of: rule) ?? 0
    let sourceStart = document.bytes.count
    let textStart = document.text.count
    document.bytes.append(contentsOf: source.utf8)
    document.text.append(contentsOf: text.utf8)
    document.map.append(
      SourceMap.Entry(
        text: Slice(textStart..<document.text.count),
        source: Slice(sourceStart..<document.bytes.count), rule: UInt16(number)))
  }

  /// Cuts the cleaned text into rows and cells at its line feeds and tabs, two lines a page.
  public mutating func cut(linesPerPage: UInt32) {
    var start = 0
    var firstCell = 0
    func endCell(_ end: Int) {
      let column = UInt16(document.cells.count - firstCell)
      document.cells.append(Document.Cell(text: Slice(start..<end), column: column))
      start = end + 1
    }
    func endRow(_ end: Int) {
      endCell(end)
      document.rows.append(
        Document.Row(
          firstCell: UInt32(firstCell), cellCount: UInt32(document.cells.count - firstCell),
          page: UInt32(document.rows.count) / linesPerPage + 1))
      firstCell = document.cells.count
    }
    for (offset, byte) in document.text.enumerated() {
      if byte == 0x09 { endCell(offset) }
      if byte == 0x0A { endRow(offset) }
    }
    if start < document.text.count { endRow(document.text.count) }
  }

  /// The slice of the characters' first occurrence in the cleaned text from an offset on.
  public func slice(_ characters: String, from start: Int = 0) -> Slice {
    let wanted = Array(characters.utf8)
    let text = document.text
    for offset in start..<max(start, text.count - wanted.count + 1)
    where text[offset..<offset + wanted.count].elementsEqual(wanted) {
      return Slice(offset..<offset + wanted.count)
    }
    preconditionFailure("the text does not hold \(characters)")
  }
}
