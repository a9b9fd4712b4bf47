extension [UInt8] {
  /// The sentences of a range, their stops left out: `。`, `；`, `;` and line ends.
  public func sentences(in range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    let bytes = span
    while index < range.upperBound {
      let length = Self.stop(bytes, index, range.upperBound)
      if length > 0 {
        sentences.append(start..<index)
        start = index + length
      }
      index += Swift.max(length, 1)
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// The length of the stop at an offset; 0 where none stands.
  private static func stop(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch text[index] {
    case 0x3B, 0x0A: return 1
    case 0xE3 where index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x82: return 3
    case 0xEF where index + 2 < end && text[index + 1] == 0xBC && text[index + 2] == 0x9B: return 3
    default: return 0
    }
  }

  /// Where a run of bytes first stands in a range.
  public func first(of word: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let lead = word.first, word.count <= range.count else { return nil }
    for start in range.lowerBound...(range.upperBound - word.count) where self[start] == lead {
      var length = 1
      while length < word.count, self[start + length] == word[length] { length += 1 }
      if length == word.count { return start..<(start + length) }
    }
    return nil
  }
}
