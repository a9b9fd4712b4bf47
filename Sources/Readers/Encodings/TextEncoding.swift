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
  /// The encoding of Korean; its code page 949 is read, which takes it along.
  case eucKR = "EUC-KR"
  /// The encoding of Japanese on Unix.
  case eucJP = "EUC-JP"
  /// The encoding of Japanese elsewhere; its code page 932 is read, which takes it along.
  case shiftJIS = "Shift_JIS"
  /// Two or four bytes a character, the lower byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// Two or four bytes a character, the higher byte first.
  case utf16BigEndian = "UTF-16BE"

  /// The encoding that a declaration names; `nil` for UTF-8 and for names that nobody knows.
  init?(declared name: some StringProtocol) {
    switch name.lowercased() {
    case "gb18030", "gb2312", "gbk", "gb_2312-80", "cp936", "x-gbk", "hz-gb-2312": self = .gb18030
    case "big5", "big5-hkscs", "cp950", "x-x-big5": self = .big5
    case "euc-kr", "ks_c_5601-1987", "cp949", "uhc": self = .eucKR
    case "euc-jp", "x-euc-jp": self = .eucJP
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "cp932", "windows-31j": self = .shiftJIS
    case "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// What the system's converter calls it: the widest table that agrees with it.
  var converterName: String {
    switch self {
    case .big5: "BIG5-HKSCS"
    case .eucKR: "CP949"
    case .shiftJIS: "CP932"
    default: rawValue
    }
  }

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
    case .eucKR:
      if bytes[index] < 0x80 { return 1 }
      guard left >= 2, bytes[index] > 0x80, bytes[index] < 0xFF else { return 0 }
      let second = bytes[index + 1]
      return second.isLetterASCII || second > 0x80 && second < 0xFF ? 2 : 0
    case .eucJP:
      if bytes[index] < 0x80 { return 1 }
      let length = bytes[index] == 0x8F ? 3 : 2
      guard left >= length, bytes[index] == 0x8E || length == 3 || Self.isHigh(bytes[index]),
        bytes[index + 1..<index + length].allSatisfy(Self.isHigh)
      else { return 0 }
      return length
    case .shiftJIS:
      if bytes[index] < 0x80 || (0xA1...0xDF).contains(bytes[index]) { return 1 }
      guard left >= 2, bytes[index] > 0x80, bytes[index] < 0xFD, bytes[index] != 0xA0 else {
        return 0
      }
      let second = bytes[index + 1]
      return second >= 0x40 && second < 0xFD && second != 0x7F ? 2 : 0
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

  /// Whether a byte is one of those of the double tables.
  private static func isHigh(_ byte: UInt8) -> Bool { byte > 0xA0 && byte < 0xFF }
}
