internal import TieoutModel

/// Reads plain text: a line with tabs is a row of a table, any other line is prose.
///
/// Lines end with LF, CR LF or CR; a form feed begins a page. Nothing is interpreted here: cells are
/// slices of the bytes, and white space at their edges stays outside them.
enum TextReader: Reader {
  static let format = "text"
  static let summary = Message(
    zh: "纯文本：含制表符的行是表格的行，其余是段落",
    en: "plain text: a line with tabs is a table row, the rest is prose")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    // Signs of a format that no other reader knows are no text.
    let isMarkup = JSONSketch.isMeant(bytes) || bytes.starts(with: "<?xml".utf8)
    return isMarkup ? nil : "plain text, as no more particular format is recognised"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let census = document.isPlainNext ? TextBytes() : TextBytes(bytes)
    if census.isBinary { throw notText(name, census.firstBinary ?? 0) }
    if let invalid = census.invalid, census.isOtherEncoding(bytes) {
      throw otherEncoding(name, invalid.first)
    }
    let base = document.bytes.count
    guard base + bytes.count < Int(UInt32.max) else {
      throw .tooLarge(name)
    }
    document.isWellFormed = census.invalid == nil && (base == 0 || document.isWellFormed)
    document.append(bytes)
    var scanner = LineScanner(base: base, document: document)
    scanner.scan(bytes, &document)
    try RowLimit.check(document.cells.count + scanner.surplus, of: document, name)
    document.sources.append(
      Document.Source(
        name: name, range: base..<document.bytes.count, lines: scanner.lines, format: format,
        reason: reason, encoding: "UTF-8"))
    document.sources[document.sources.count - 1].pages = scanner.pages(document)
    if let overfull = scanner.overfull {
      document.remarks.append(
        Document.Remark(
          RowLimit.remark(overfull.count),
          at: Slice(start: UInt32(base + overfull.first), count: 0)))
    }
    for (message, offset) in census.remarks() {
      document.remarks.append(
        Document.Remark(message, at: Slice(start: UInt32(base + offset), count: 1)))
    }
  }

  private static func notText(_ name: String, _ offset: Int) -> ReadError {
    ReadError(
      Message(
        zh: "“\(name)”不是文本：第 \(offset) 字节是二进制数据。请给出识别引擎的文本输出（UTF-8）。",
        en: "“\(name)” is not text: byte \(offset) is binary. "
          + "Give an OCR engine’s text output in UTF-8."),
      offset: offset)
  }

  private static func otherEncoding(_ name: String, _ offset: Int) -> ReadError {
    ReadError(
      Message(
        zh: "“\(name)”不是 UTF-8 文本（第 \(offset) 字节起），也不像 GB18030、Big5、EUC-JP、Shift_JIS、EUC-KR "
          + "或 UTF-16。请先由其原编码转换，例如 iconv -f 原编码 -t UTF-8。",
        en:
          "“\(name)” is not UTF-8 (from byte \(offset) on), nor does it look like GB18030, Big5, "
          + "EUC-JP, Shift_JIS, EUC-KR or UTF-16. Convert it first from what it is in, for example "
          + "with iconv -f … -t UTF-8."),
      offset: offset)
  }
}

extension Document {
  /// Adds an input's bytes; those of the only one are shared, not copied.
  fileprivate mutating func append(_ input: [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = input
      text = input
      return
    }
    bytes.append(contentsOf: input)
    text.append(contentsOf: input)
  }
}
