internal import TieoutModel

/// The first look at a file that may be XML: what its root element is called.
enum XMLRoot {
  /// The local name of the first element; `nil` for what is no XML.
  static func name(_ bytes: [UInt8]) -> String? {
    var index = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count {
      while index < bytes.count, bytes[index].isBlankASCII { index += 1 }
      guard index + 1 < bytes.count, bytes[index] == 0x3C else { return nil }
      if bytes[index + 1] == 0x3F || bytes[index...].starts(with: "<!--".utf8) {
        let end = bytes[index + 1] == 0x3F ? "?>" : "-->"
        guard let range = bytes[(index + 2)...].firstRange(of: end.utf8) else { return nil }
        index = range.upperBound
        continue
      }
      if bytes[index + 1] == 0x21 {
        index = bytes.endOfDocumentType(at: index)
        continue
      }
      let word = bytes[(index + 1)...].prefix {
        !$0.isBlankASCII && $0 != 0x3E && $0 != 0x2F && $0 != 0x3C
      }
      let local = word.lastIndex(of: 0x3A).map { word[($0 + 1)...] } ?? word
      return local.count < 64 ? String(decoding: local, as: UTF8.self) : nil
    }
    return nil
  }
}
