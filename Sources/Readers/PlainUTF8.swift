/// Tells plain UTF-8 at a glance: characters of one to three bytes, as nearly all text has, and no
/// byte that no text holds.
///
/// What it denies may be text all the same: leads after which not every continuation is allowed
/// (0xE0, 0xED, 0xF0 and above) need a closer look.
enum PlainUTF8 {
  /// How many bytes are looked at in one go.
  private static let stretch = 128

  /// Whether bytes are plain, the last character whole.
  static func holds(_ bytes: borrowing Span<UInt8>) -> Bool {
    let count = bytes.count
    var doubts = Doubts()
    var index = 0
    while index < min(2, count) {
      doubts.look(bytes, at: index)
      index += 1
    }
    while index &+ stretch <= count {
      if isDoubtful(bytes, from: index) { return false }
      index &+= stretch
    }
    while index < count + 2 {
      doubts.look(bytes, at: index)
      index += 1
    }
    return !doubts.isAny
  }

  /// Whether one of the bytes from an offset on, as many as are looked at in one go, is doubtful.
  ///
  /// The loop has neither a branch nor a call in it, so that it takes many bytes a step.
  private static func isDoubtful(_ bytes: borrowing Span<UInt8>, from start: Int) -> Bool {
    let part = bytes.extracting(start..<start &+ stretch)
    let previous = bytes.extracting(start &- 1..<start &+ stretch &- 1)
    let earlier = bytes.extracting(start &- 2..<start &+ stretch &- 2)
    var doubts = Doubts()
    for place in 0..<stretch { doubts.look(part[place], previous[place], earlier[place]) }
    return doubts.isAny
  }

  /// What is doubtful of some bytes.
  ///
  /// Bounds are kept where each byte could be compared: that is half the work.
  private struct Doubts {
    /// The greatest byte less 0x08: from 0xE8 on, one from 0xF0 on was among them, or one below 0x08.
    private var greatest: UInt8 = 0
    /// The smallest byte less 0x0E: below 0x0D, a control character was among them that neither parts
    /// anything nor belongs to a terminal's sequences.
    private var smallest: UInt8 = .max
    /// Not 0 where a lead is doubtful, or a continuation that stands alone or is missing.
    private var sequences: UInt8 = 0

    var isAny: Bool { greatest >= 0xE8 || smallest < 0x0D || sequences != 0 }

    /// Looks at a byte behind two others.
    @inline(__always)
    mutating func look(_ byte: UInt8, _ previous: UInt8, _ earlier: UInt8) {
      greatest = max(greatest, byte &- 0x08)
      smallest = min(smallest, byte &- 0x0E)
      // 0xC0 and 0xC1 begin no character.
      sequences |= (byte & 0xFE == 0xC0 ? 1 : 0) | (byte == 0xE0 ? 1 : 0) | (byte == 0xED ? 1 : 0)
      // Each lead expects a continuation behind it, one from 0xE0 on a second one.
      let isExpected: UInt8 = (previous >= 0xC0 ? 1 : 0) | (earlier >= 0xE0 ? 1 : 0)
      sequences |= isExpected ^ (Int8(bitPattern: byte) < Int8(bitPattern: 0xC0) ? 1 : 0)
    }

    /// Looks at the byte at an offset; before the first one and behind the last one stand spaces.
    mutating func look(_ bytes: borrowing Span<UInt8>, at index: Int) {
      let byte = index < bytes.count ? bytes[index] : 0x20
      let previous = index >= 1 && index <= bytes.count ? bytes[index - 1] : 0x20
      let earlier = index >= 2 && index <= bytes.count + 1 ? bytes[index - 2] : 0x20
      look(byte, previous, earlier)
    }
  }
}
