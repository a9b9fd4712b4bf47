internal import TieoutModel

/// One tag of DocTags: small letters, digits and underscores between angles.
struct DocTag {
  let name: String
  let isEnd: Bool
  let range: Range<Int>

  /// No name is longer.
  private static let longest = 40

  private static let blocks: Set<String> = [
    "doctag", "title", "text", "paragraph", "caption", "footnote", "formula", "code", "picture",
    "chart", "otsl", "list_item", "ordered_list", "unordered_list", "page_header", "page_footer",
    "document_index", "form", "key_value_region", "group", "checkbox_selected",
    "checkbox_unselected", "page_break", "reference", "table",
  ]
  private static let styles: Set<String> = [
    "bold", "italic", "underline", "strikethrough", "subscript", "superscript", "inline", "b", "i",
    "u", "s", "sub", "sup",
  ]
  private static let cells: Set<String> = [
    "otsl", "fcel", "ecel", "ched", "rhed", "srow", "lcel", "ucel", "xcel",
  ]

  /// The tag with which a range begins; `nil` where it begins with something else.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.lowerBound < range.upperBound, bytes[range.lowerBound] == 0x3C else { return nil }
    var start = range.lowerBound + 1
    isEnd = start < range.upperBound && bytes[start] == 0x2F
    if isEnd { start += 1 }
    var end = start
    while end < range.upperBound, end - start < Self.longest, Self.isOfName(bytes[end]) { end += 1 }
    guard end > start, end < range.upperBound, bytes[end] == 0x3E, !bytes[start].isDigitASCII else {
      return nil
    }
    name = String(decoding: bytes[start..<end], as: UTF8.self)
    self.range = range.lowerBound..<end + 1
  }

  /// Where a range ends without the tag amid which it breaks off.
  static func endBeforeCut(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard let start = bytes[range].suffix(longest).lastIndex(of: 0x3C) else {
      return range.upperBound
    }
    let rest = bytes[start + 1..<range.upperBound].drop { $0 == 0x2F }
    let name = rest.prefix(while: isOfName)
    let isCut = rest[name.endIndex...].allSatisfy(\.isBlankASCII)
    return isCut && beginsKnown(String(decoding: name, as: UTF8.self)) ? start : range.upperBound
  }

  /// Whether letters are the beginning of a tag's name.
  private static func beginsKnown(_ letters: String) -> Bool {
    guard !letters.isEmpty else { return false }
    return ["loc_", "section_header"].contains { letters.hasPrefix($0) || $0.hasPrefix(letters) }
      || blocks.union(styles).union(cells).contains { $0.hasPrefix(letters) && $0 != letters }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte.isDigitASCII || byte == 0x5F || byte == 0x2B
  }

  /// Whether what follows stands on a line of its own.
  var isBlock: Bool { Self.blocks.contains(name) || name.hasPrefix("section_header") }

  /// Whether it only says how characters look.
  var isStyle: Bool { Self.styles.contains(name) }

  /// Whether a table begins with it.
  var beginsTable: Bool { !isEnd && Self.cells.contains(name) }

  /// The number of a place that it is: `<loc_120>`.
  var edge: Int32? { isEnd || !name.hasPrefix("loc_") ? nil : Int32(name.dropFirst(4)) }
}
