internal import TieoutModel

/// What tells Markdown from plain text.
struct MarkdownSigns {
  /// Why a text is Markdown; `nil` where it is not.
  private(set) var reason: String?

  init(_ bytes: [UInt8]) {
    guard !TextBytes(bytes).isBinary(bytes) else { return }
    var number = 1
    var heading: Int?
    var hasTabs = false
    var hadPipe = false
    var start = bytes.contentRange.lowerBound
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let line = MarkdownLine(bytes, start..<end)
      if let table = Self.table(bytes[line.range]) {
        reason = "Markdown: \(table) in line \(number)"
        return
      }
      if line.isDelimiterRow, hadPipe {
        reason = "Markdown: a pipe table above line \(number)"
        return
      }
      hadPipe = line.hasPipe
      if case .heading = line.kind { heading = heading ?? number }
      if bytes[line.range].contains(0x09) { hasTabs = true }
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
      if start <= bytes.count, bytes[start - 1] == 0x0A { number += 1 }
    }
    // A text with tabs is a table already; a numeral sign in it is none of a heading.
    if let heading, !hasTabs { reason = "Markdown: a heading in line \(heading)" }
  }

  /// The kind of table that begins with a tag in a line.
  private static func table(_ line: ArraySlice<UInt8>) -> String? {
    var rest = line
    while let tag = rest.firstIndex(of: 0x3C) {
      rest = rest[tag...]
      if rest.starts(with: "<table>".utf8) || rest.starts(with: "<table ".utf8) {
        return "an HTML table"
      }
      if rest.starts(with: "<fcel>".utf8) || rest.starts(with: "<otsl>".utf8) {
        return "an OTSL table"
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
