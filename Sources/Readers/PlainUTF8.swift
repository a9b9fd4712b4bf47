/// Tells plain UTF-8 at a glance: characters of one to three bytes, as nearly all text has, and no
/// byte that no text holds.
///
/// What it denies may be text all the same: leads after which not every continuation is allowed
/// (0xE0, 0xED, 0xF0 and above) need a closer look.
enum PlainUTF8 {
  /// Whether bytes are plain, the last character whole.
  static func holds(_ bytes: borrowing Span<UInt8>) -> Bool {
    let count = bytes.count
    var index = 0
    while index < min(2, count) {
      if doubt(bytes, at: index) != 0 { return false }
      index += 1
    }
    while index &+ 64 <= count {
      if doubts(bytes, index) != 0 { return false }
      index &+= 64
    }
    while index < count + 2 {
      if doubt(bytes, at: index) != 0 { return false }
      index += 1
    }
    return true
  }

  /// Whether the byte at an offset is doubtful; before the first one and behind the last one stand
  /// spaces.
  private static func doubt(_ bytes: borrowing Span<UInt8>, at index: Int) -> UInt8 {
    let byte = index < bytes.count ? bytes[index] : 0x20
    let previous = index >= 1 && index <= bytes.count ? bytes[index - 1] : 0x20
    let earlier = index >= 2 && index <= bytes.count + 1 ? bytes[index - 2] : 0x20
    return doubt(byte, previous, earlier)
  }

  /// Whether one of the 64 bytes from an offset on is doubtful.
  ///
  /// The loop has neither a branch nor a call in it, so that it takes many bytes a step.
  private static func doubts(_ bytes: borrowing Span<UInt8>, _ start: Int) -> UInt8 {
    let part = bytes.extracting(start..<start &+ 64)
    let previous = bytes.extracting(start &- 1..<start &+ 63)
    let earlier = bytes.extracting(start &- 2..<start &+ 62)
    var doubts: UInt8 = 0
    for place in 0..<64 { doubts |= doubt(part[place], previous[place], earlier[place]) }
    return doubts
  }

  /// Whether a byte behind two others is doubtful; 0 where it is plain.
  @inline(__always)
  private static func doubt(_ byte: UInt8, _ previous: UInt8, _ earlier: UInt8) -> UInt8 {
    // Each lead expects a continuation behind it, one from 0xE0 on a second one.
    let isExpected: UInt8 = (previous >= 0xC0 ? 1 : 0) | (earlier >= 0xE0 ? 1 : 0)
    let isContinuation: UInt8 = byte & 0xC0 == 0x80 ? 1 : 0
    // 0xC0 and 0xC1 begin no character.
    var doubt: UInt8 = (byte & 0xFE == 0xC0 ? 1 : 0) | (byte >= 0xF0 ? 1 : 0)
    doubt |= (byte == 0xE0 ? 1 : 0) | (byte == 0xED ? 1 : 0)
    // Control characters that neither part anything nor belong to a terminal's sequences.
    doubt |= (byte < 0x08 ? 1 : 0) | (byte &- 0x0E < 0x0D ? 1 : 0)
    return doubt | (isExpected ^ isContinuation)
  }
}
