/// How many columns characters take where all are equally wide: on a terminal, or in a text that is
/// laid out with spaces.
public enum CharacterWidth {
  /// The columns of one character, by the blocks of Unicode Standard Annex 11 (W and F): East Asian
  /// wide ones take two, combining ones none.
  public static func columns(_ scalar: UInt32) -> Int {
    switch scalar {
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

  private static func isCombining(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
