internal import TieoutModel

/// Remembers what is printed, each text in the one place that its characters give it.
///
/// Forms print the same labels, units and lines over and over. Who finds something out about a text
/// keeps it in a list of its own, at the place that the text has here, and looks there first.
struct PrintedTexts {
  private let bits: UInt64
  private var texts: [Slice]

  /// Remembers so many texts at the most: two, or a higher power of two; without any none may be looked
  /// for.
  init(places: Int) {
    bits = UInt64(truncatingIfNeeded: places.trailingZeroBitCount)
    texts = Array(repeating: .none, count: places)
  }

  /// The place of some characters, one at least, and whether what it remembers are the same ones.
  @inline(__always)
  func find(_ slice: Slice, in text: borrowing Span<UInt8>) -> (place: Int, isKnown: Bool) {
    // Short ones are one word, long ones begin and end with one.
    let isShort = slice.count < 8
    let head = isShort ? text.word(slice.range).bits : text.word(at: Int(slice.start)).bits
    let tail = isShort ? 0 : text.word(at: Int(slice.end) &- 8).bits
    // Two factors, so that texts that begin and end alike part as well as any others.
    let hash =
      (head &+ UInt64(slice.count)) &* 0x9E37_79B9_7F4A_7C15 &+ tail &* 0xC2B2_AE3D_27D4_EB4F
    let place = Int(truncatingIfNeeded: hash &>> (64 &- bits))
    let known = texts.span[place]
    guard known.count == slice.count else { return (place, false) }
    guard !isShort else { return (place, text.word(known.range).bits == head) }
    guard text.word(at: Int(known.end) &- 8).bits == tail else { return (place, false) }
    var (index, other) = (Int(slice.start), Int(known.start))
    let last = Int(slice.end) &- 8
    while index < last {
      if text.word(at: index).bits != text.word(at: other).bits { return (place, false) }
      index &+= 8
      other &+= 8
    }
    return (place, true)
  }

  /// Remembers characters in their place, instead of what stood there.
  mutating func keep(_ slice: Slice, at place: Int) { texts[place] = slice }
}
