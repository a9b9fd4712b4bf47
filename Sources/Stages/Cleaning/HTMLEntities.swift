internal import TieoutModel

/// Reads HTML's character references.
///
/// - before: `&ge;95&#37;`, `A&amp;B`
/// - after: `≥95%`, `A&B`
/// - leaves alone: `A&B`, `AT&T;`, unknown names and numbers that name no character
enum HTMLEntities: CleaningRule {
  static let name = "html-entity"
  static let leads: [UInt8] = [0x26]

  private static let names: [(name: [UInt8], character: Unicode.Scalar)] = spellings.map {
    (Array($0.name.utf8), $0.character)
  }
  private static let spellings: [(name: String, character: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("ge", "≥"),
    ("le", "≤"), ("times", "×"), ("middot", "·"), ("plusmn", "±"), ("deg", "°"), ("yen", "¥"),
    ("ldquo", "“"), ("rdquo", "”"), ("lsquo", "‘"), ("rsquo", "’"), ("hellip", "…"),
    ("mdash", "—"), ("ndash", "–"), ("permil", "‰"),
  ]
  private static let blanks: [[UInt8]] = ["nbsp", "ensp", "emsp", "thinsp"].map { Array($0.utf8) }

  static func match(_ cell: borrowing CellView, at index: Int) -> Replacement? {
    let limit = min(cell.range.upperBound, index + 12)
    guard let semicolon = cell.text[index..<limit].firstIndex(of: 0x3B) else { return nil }
    let length = semicolon + 1 - index
    if cell.byte(index + 1) == 0x23 {
      return number(cell.text[index + 2..<max(semicolon, index + 2)]).map { scalar in
        scalar.properties.isWhitespace ? .gap(length) : Replacement(length, with: scalar)
      }
    }
    let name = cell.text[index + 1..<semicolon]
    if blanks.contains(where: { $0.elementsEqual(name) }) { return .gap(length) }
    return names.first { $0.name.elementsEqual(name) }
      .map { Replacement(length, with: $0.character) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: digits, as: UTF8.self)
    let isHexadecimal = text.hasPrefix("x") || text.hasPrefix("X")
    let value = isHexadecimal ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
    // Control characters are no text: they stay as they are written.
    guard let value, value >= 0x20, value != 0x7F else { return nil }
    return Unicode.Scalar(value)
  }
}
