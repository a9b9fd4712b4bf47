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

  /// Whether the byte at an offset begins a scalar that is no white space.
  @inline(__always)
  func isSolid(at index: Int) -> Bool {
    self[index].isScalarStart && blankLength(at: index) == 0
  }

  /// The number of scalars in a range that are no white space: bytes that begin one.
  public func solidScalars(in range: Range<Int>) -> Int {
    var total = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if index &+ 66 <= range.upperBound, let stretch = solidStretch(index) {
        total &+= stretch
        index &+= 64
        continue
      }
      let part = Swift.min(index &+ 64, range.upperBound)
      (total, index) = (total &+ solidScalars(oneByOne: index..<part), part)
    }
    return total
  }

  /// The number of such scalars among 64 bytes, two more behind them; `nil` where one of them may be
  /// white space beyond ASCII.
  ///
  /// The loop has neither a branch nor a call in it, so that it takes many bytes a step.
  private func solidStretch(_ start: Int) -> Int? {
    let bytes = extracting(start..<start &+ 64)
    let nexts = extracting(start &+ 1..<start &+ 65)
    let lasts = extracting(start &+ 2..<start &+ 66)
    var doubts: UInt8 = 0
    var solid: UInt8 = 0
    for place in 0..<64 {
      let byte = bytes[place]
      let next = nexts[place]
      let isBlank: UInt8 = (byte == 0x20 ? 1 : 0) | (byte &- 0x09 < 5 ? 1 : 0)
      // As in `LedgerCount`: C2, E1, E2 80, E2 81 and E3 80 80 begin white space.
      doubts |= (byte == 0xC2 ? 1 : 0) | (byte == 0xE1 ? 1 : 0)
      doubts |= (byte == 0xE2 ? 1 : 0) & (next & 0xFE == 0x80 ? 1 : 0)
      doubts |= (byte == 0xE3 ? 1 : 0) & (next == 0x80 ? 1 : 0) & (lasts[place] == 0x80 ? 1 : 0)
      solid &+= (byte & 0xC0 == 0x80 ? 0 : 1) & ~isBlank
    }
    return doubts == 0 ? Int(solid) : nil
  }

  private func solidScalars(oneByOne range: Range<Int>) -> Int {
    var total = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if isWide(at: index), index &+ 2 < range.upperBound {
        total &+= 1
        index &+= 3
        continue
      }
      if isSolid(at: index) { total &+= 1 }
      index &+= 1
    }
    return total
  }
}
