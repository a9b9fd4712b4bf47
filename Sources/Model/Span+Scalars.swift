extension Span<UInt8> {
  /// The number of bytes of the white space at an offset; 0 where none stands there.
  ///
  /// The scalars are those with the Unicode property White_Space.
  public func blankLength(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte.isBlankASCII ? 1 : 0 }
    guard byte <= 0xE3, byte >= 0xC2 else { return 0 }
    if byte == 0xC2, index + 1 < count {
      return self[index + 1] == 0x85 || self[index + 1] == 0xA0 ? 2 : 0
    }
    guard byte >= 0xE1, index + 2 < count else { return 0 }
    let scalar = UInt32(byte) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
    switch scalar {
    case 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080: return 3
    default: return 0
    }
  }

  /// Whether a character of three bytes from U+4000 on stands at an offset: nearly all of Chinese,
  /// and no white space.
  @inline(__always)
  func isWide(at index: Int) -> Bool {
    self[index] >= 0xE4 && index &+ 2 < count && !self[index &+ 1].isScalarStart
      && !self[index &+ 2].isScalarStart
  }

  /// The number of scalars in a range that are no white space: bytes that begin one.
  public func solidScalars(in range: Range<Int>) -> Int {
    var total = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = self[index]
      if isWide(at: index), index &+ 2 < range.upperBound {
        total &+= 1
        index &+= 3
        continue
      }
      if byte >= 0x80 {
        if byte.isScalarStart, blankLength(at: index) == 0 { total &+= 1 }
      } else if byte != 0x20, !byte.isBlankASCII {
        total &+= 1
      }
      index &+= 1
    }
    return total
  }
}
