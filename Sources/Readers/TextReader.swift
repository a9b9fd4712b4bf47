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
    guard !bytes.isEmpty, binaryOffset(bytes) == nil else { return nil }
    var lines = 0
    var tabbed = 0
    var hasTab = false
    for byte in bytes {
      if byte == 0x09 { hasTab = true }
      if byte == 0x0A {
        lines += 1
        if hasTab { tabbed += 1 }
        hasTab = false
      }
    }
    if bytes.last != 0x0A {
      lines += 1
      if hasTab { tabbed += 1 }
    }
    return "text without binary bytes; \(tabbed) of \(lines) lines hold tabs"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    if let offset = binaryOffset(bytes) {
      throw ReadError(
        Message(
          zh: "“\(name)”不是文本：第 \(offset) 字节是二进制数据；请给出识别结果的文本文件（UTF-8）",
          en:
            "“\(name)” is not text: byte \(offset) is binary; give the engine's text output in UTF-8"
        ),
        offset: offset)
    }
    let base = document.bytes.count
    guard base + bytes.count < Int(UInt32.max) else {
      throw ReadError(
        Message(
          zh: "“\(name)”太大：一份材料最多 4 GiB",
          en: "“\(name)” is too large: a submission holds 4 GiB at most"))
    }
    document.bytes.append(contentsOf: bytes)
    document.text.append(contentsOf: bytes)
    var scanner = LineScanner(base: base, document: document)
    scanner.scan(bytes, &document)
    document.sources.append(
      Document.Source(
        name: name, range: base..<document.bytes.count, lines: scanner.lines, format: format,
        reason: reason, encoding: "UTF-8"))
    if let offset = invalidUTF8(bytes) {
      document.remarks.append(
        Document.Remark(
          Message(
            zh: "从第 \(offset) 字节起有不合 UTF-8 的字节，按原样保留，输出为 U+FFFD",
            en: "bytes that are not UTF-8 from byte \(offset) on; kept, written as U+FFFD"),
          at: Slice(start: UInt32(base + offset), count: 1)))
    }
  }

  /// The offset of the first byte that no text holds.
  private static func binaryOffset(_ bytes: [UInt8]) -> Int? {
    bytes.firstIndex { $0 == 0 || ($0 < 0x08) || ($0 > 0x0D && $0 < 0x1B) }
  }

  /// The offset of the first byte that is not UTF-8.
  private static func invalidUTF8(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
