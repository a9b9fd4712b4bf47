extension Document {
  /// The characters of a slice, its seams left out.
  public func string(_ slice: Slice) -> String {
    guard !slice.isEmpty else { return "" }
    let part = text[slice.range]
    if part.contains(where: { $0 == 0x09 || $0 == 0x0A }) {
      return String(decoding: part.filter { $0 != 0x09 && $0 != 0x0A }, as: UTF8.self)
    }
    return String(decoding: part, as: UTF8.self)
  }

  /// Whether two slices hold the same bytes.
  public func same(_ left: Slice, _ right: Slice) -> Bool {
    guard left.count == right.count else { return false }
    let (a, b) = (text.span.extracting(left.range), text.span.extracting(right.range))
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  /// The part of a slice without white space at its edges.
  public func trimmed(_ slice: Slice) -> Slice {
    var start = Int(slice.start)
    var end = Int(slice.end)
    while start < end, text[start].isBlankASCII { start += 1 }
    while start < end, text[end - 1].isBlankASCII { end -= 1 }
    return Slice(start..<end)
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a line end.
  public var isBlankASCII: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// Whether the byte is one of 0 to 9.
  public var isDigitASCII: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether the byte is a Latin letter.
  public var isLetterASCII: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  /// Whether the byte begins a UTF-8 sequence.
  public var isScalarStart: Bool { self & 0xC0 != 0x80 }
}
