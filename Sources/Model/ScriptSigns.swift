/// Digits and signs above and below the line as characters of their own: `¹`, `₂`.
///
/// Markup says by other means that they stand there; without it `715<sup>1</sup>` would read 7151.
public enum ScriptSigns {
  private static let digits: [Unicode.Scalar] = [
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
  ]

  /// What a digit or a sign is above the line; `nil` for all other characters.
  public static func raised(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x30...0x39: digits[Int(byte - 0x30)]
    case 0x2B: "⁺"
    case 0x2D: "⁻"
    default: nil
    }
  }

  /// What a digit is below the line; `nil` for all other characters.
  public static func lowered(_ byte: UInt8) -> Unicode.Scalar? {
    byte.isDigitASCII ? Unicode.Scalar(0x2080 + UInt32(byte - 0x30)) : nil
  }
}
