extension UnitTable {
  /// The unit of money with which some characters begin, as behind `单位：`: alone, or before a bracket
  /// or a comma, spaced letters or not.
  ///
  /// - is one: `万元`, `万 元`, `元（保留两位小数）`, `£000 unless stated`
  /// - is none: `开元中学`, `元江县财政局`
  public func money(leading slice: Slice, in text: [UInt8]) -> UnitID? {
    let slice = slice.trimmed(in: text)
    guard !slice.isEmpty else { return nil }
    let range = slice.range
    let stop = range.first { text.isStop(at: $0) } ?? range.upperBound
    let blank = range.first { text[$0].isBlankASCII } ?? range.upperBound
    let words = text[range.lowerBound..<stop].filter { !$0.isBlankASCII }
    let candidates = [
      text[range.lowerBound..<stop], words[...], text[range.lowerBound..<min(stop, blank)],
    ]
    return candidates.lazy.compactMap { unit(spelt: $0) }.first { exponent($0) != nil }
  }
}

extension [UInt8] {
  /// Whether a bracket or a mark between words begins at a place, narrow or wide.
  fileprivate func isStop(at index: Int) -> Bool {
    switch self[index] {
    case 0x28, 0x29, 0x2C, 0x3B: return true  // ( ) , ;
    case 0xE3: return index + 2 < count && self[index + 1] == 0x80  // 、。
    case 0xEF:
      guard index + 2 < count, self[index + 1] == 0xBC else { return false }
      return [0x88, 0x89, 0x8C, 0x9B].contains(self[index + 2])  // （），；
    default: return false
    }
  }
}
