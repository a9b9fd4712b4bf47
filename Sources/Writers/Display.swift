/// How many columns characters take on a terminal, and what of them a terminal may see.
public enum Display {
  /// The columns of a text: East Asian wide characters take two, combining ones none.
  public static func width(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += columns(scalar) }
    return width
  }

  /// The text with everything that could command a terminal made visible.
  ///
  /// - before: `ESC [31m`, a bell, a bidirectional override
  /// - after: `␛[31m`, `␇`, `�`
  /// - leaves alone: everything printable; a tab becomes one space
  public static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeginCommand) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { safe.append(isCommand(scalar) ? picture(scalar) : scalar) }
    return String(safe)
  }

  /// The columns of one character, by the blocks of Unicode Standard Annex 11 (W and F).
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300, 0x2010...0x2027, 0x2190...0x2319, 0x2330...0x25FF: 1
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60: 2
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2614...0x2615, 0x26A1, 0x2705,
      0x274C, 0x2E80...0x2FFF, 0x3030...0x303E, 0x3041...0x3098, 0x309B...0x4DBF,
      0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: isCombining(scalar) ? 0 : 1
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// Whether a byte is the first of some character that `isCommand` is true of.
  private static func mayBeginCommand(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }

  /// Whether a terminal would act on it: control characters, line and paragraph separators,
  /// and what reverses the direction of writing.
  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09...0x0D: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
