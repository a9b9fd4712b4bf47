/// How wide characters are, in units of a Han character's width.
enum TextWidth {
  /// The width of a text.
  static func of(_ text: ArraySlice<UInt8>) -> Double {
    var width = 0.0
    for byte in text {
      switch byte {
      case 0x20, 0x21, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x49, 0x69, 0x6A, 0x6C, 0x7C:
        width += 0.3
      case 0x57, 0x4D, 0x6D, 0x77, 0x25, 0x40: width += 0.8
      case 0x00..<0x80: width += 0.55
      case 0x80..<0xC0: break
      case 0xC0..<0xE0: width += 0.55
      case 0xE0..<0xE3: width += 0.6
      default: width += 1
      }
    }
    return width
  }
}
