/// Finds where attributes stand inside a tag whose bounds libxml2 has told.
///
/// libxml2 hands over values but not their places; what they are comes from it, where they stand
/// from here.
struct TagScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  init(_ bytes: [UInt8], _ tag: Range<Int>) {
    self.bytes = bytes
    end = tag.upperBound
    offset = tag.lowerBound
    while offset < end, !isBlank(bytes[offset]) { offset += 1 }
  }

  /// The next attribute: its name without prefix, and what stands between its quotes.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    while offset < end, isBlank(bytes[offset]) || bytes[offset] == 0x2F { offset += 1 }
    var start = offset
    while offset < end, !isBlank(bytes[offset]), !"=/>".utf8.contains(bytes[offset]) {
      if bytes[offset] == 0x3A { start = offset + 1 }
      offset += 1
    }
    guard offset > start else { return nil }
    let name = start..<offset
    var sign = offset
    while sign < end, isBlank(bytes[sign]) { sign += 1 }
    guard sign < end, bytes[sign] == 0x3D else { return (name, offset..<offset) }
    offset = sign + 1
    while offset < end, isBlank(bytes[offset]) { offset += 1 }
    guard offset < end else { return (name, end..<end) }
    let quote = bytes[offset]
    guard quote == 0x22 || quote == 0x27 else {
      let first = offset
      while offset < end, !isBlank(bytes[offset]), bytes[offset] != 0x3E { offset += 1 }
      return (name, first..<offset)
    }
    let first = offset + 1
    offset = first
    while offset < end, bytes[offset] != quote { offset += 1 }
    let value = first..<offset
    offset = min(offset + 1, end)
    return (name, value)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}
