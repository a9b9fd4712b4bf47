/// What a reference in markup is, by its bytes.
enum References {
  private static let names: [(name: String, meaning: UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&apos;", 0x27),
  ]

  /// The sign that XML itself defines for a reference; `nil` for any other.
  static func meaning(_ text: ArraySlice<UInt8>) -> UInt8? {
    names.first { text.elementsEqual($0.name.utf8) }?.meaning
  }

  /// Whether bytes are one reference that XML itself defines, or one to a character by its number.
  static func isDefined(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == 0x26, text.last == 0x3B, !text.dropFirst().contains(0x26) else {
      return false
    }
    return text.starts(with: "&#".utf8) || meaning(text) != nil
  }

  /// Whether bytes begin with a reference to an entity by its name.
  static func isNamed(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == 0x26, let end = text.firstIndex(of: 0x3B) else { return false }
    let name = text[..<end].dropFirst()
    return !name.isEmpty
      && name.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether bytes begin a reference to an ampersand, or to a character by its number.
  static func isAmpersand(_ text: ArraySlice<UInt8>) -> Bool {
    ["&amp", "&AMP", "&#"].contains { text.starts(with: $0.utf8) }
  }
}
