internal import TieoutModel

/// An encoding that files of the trade are in, beside UTF-8.
///
/// How many bytes a character takes follows from its first ones; what it is, the system's tables
/// tell.
enum TextEncoding: String, CaseIterable {
  /// The national standard of mainland China; takes GBK and GB 2312 along.
  case gb18030 = "GB18030"
  /// The encoding of traditional characters.
  case big5 = "Big5"
  /// Two or four bytes a character, the lower byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// Two or four bytes a character, the higher byte first.
  case utf16BigEndian = "UTF-16BE"

  /// The encoding that a declaration names; `nil` for UTF-8 and for names that nobody knows.
  init?(declared name: some StringProtocol) {
    switch name.lowercased() {
    case "gb18030", "gb2312", "gbk", "gb_2312-80", "cp936", "x-gbk", "hz-gb-2312": self = .gb18030
    case "big5", "big5-hkscs", "cp950", "x-x-big5": self = .big5
    case "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// What the system's converter calls it: the widest table that agrees with it.
  var converterName: String { self == .big5 ? "BIG5-HKSCS" : rawValue }

  /// The number of bytes of the character at an offset; 0 where none can begin.
  func length(_ bytes: [UInt8], at index: Int) -> Int {
    let left = bytes.count - index
    switch self {
    case .gb18030:
      if bytes[index] < 0x80 { return 1 }
      guard left >= 2, bytes[index] > 0x80, bytes[index] < 0xFF else { return 0 }
      let second = bytes[index + 1]
      if second.isDigitASCII {
        return left >= 4 && bytes[index + 2] > 0x80 && bytes[index + 3].isDigitASCII ? 4 : 0
      }
      return second >= 0x40 && second != 0x7F && second != 0xFF ? 2 : 0
    case .big5:
      if bytes[index] < 0x80 { return 1 }
      guard left >= 2, bytes[index] > 0x80, bytes[index] < 0xFF else { return 0 }
      let second = bytes[index + 1]
      return second >= 0x40 && second < 0x7F || second >= 0xA1 && second < 0xFF ? 2 : 0
    case .utf16LittleEndian, .utf16BigEndian:
      guard left >= 2 else { return 0 }
      let high = self == .utf16BigEndian ? index : index + 1
      switch bytes[high] {
      case 0xD8...0xDB: return left >= 4 && bytes[high + 2] & 0xFC == 0xDC ? 4 : 0
      case 0xDC...0xDF: return 0
      default: return 2
      }
    }
  }
}
