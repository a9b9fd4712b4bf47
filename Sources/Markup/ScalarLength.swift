extension [UInt8] {
  /// The length of the UTF-8 sequence that begins at an offset; 0 where none does.
  public func scalarLength(at index: Int) -> Int {
    let count: Int
    let second: ClosedRange<UInt8>
    switch self[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + count <= self.count, second.contains(self[index + 1]) else { return 0 }
    for place in index + 2..<Swift.max(index + 2, index + count)
    where self[place] & 0xC0 != 0x80 {
      return 0
    }
    return count
  }
}
