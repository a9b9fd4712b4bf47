internal import TieoutModel

extension [UInt8] {
  /// Where a document type declaration ends that begins at an offset, what it declares included.
  ///
  /// What stands in quotes or in a comment of it ends nothing.
  func endOfDocumentType(at start: Int) -> Int {
    var index = start
    var depth = 0
    while index < count {
      switch self[index] {
      case 0x22, 0x27:
        index = self[(index + 1)...].firstIndex(of: self[index]) ?? count
      case 0x3C where self[index...].starts(with: "<!--".utf8):
        index = self[(index + 4)...].firstRange(of: "-->".utf8).map { $0.upperBound - 1 } ?? count
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return index + 1
      default: break
      }
      index += 1
    }
    return count
  }
}
