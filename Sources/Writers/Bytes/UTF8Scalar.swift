/// One UTF-8 sequence of two bytes or more, or the maximal part of a broken one.
struct UTF8Scalar {
  /// The number of its bytes.
  let length: Int
  /// Whether it is whole and allowed: no overlong form, no surrogate, nothing above U+10FFFF.
  let isValid: Bool

  /// Looks at the sequence that begins at an offset with a byte that is not ASCII.
  @inline(__always)
  init(_ bytes: borrowing Span<UInt8>, _ index: Int, _ end: Int) {
    let first = bytes[index]
    // Nearly all of Chinese is here.
    if first >= 0xE1, first <= 0xEF, first != 0xED, index + 2 < end,
      bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
    {
      (length, isValid) = (3, true)
      return
    }
    let count: Int
    switch first {
    case 0xE0...0xEF: count = 3
    case 0xC2...0xDF: count = 2
    case 0xF0...0xF4: count = 4
    default:
      (length, isValid) = (1, false)
      return
    }
    guard index + 1 < end, Self.follows(first, bytes[index + 1]) else {
      (length, isValid) = (1, false)
      return
    }
    var seen = 2
    while seen < count, index + seen < end, bytes[index + seen] & 0xC0 == 0x80 { seen += 1 }
    (length, isValid) = (seen, seen == count)
  }

  /// Whether a second byte is in the range that the first one leaves.
  @inline(__always)
  private static func follows(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xE0: second >= 0xA0 && second <= 0xBF
    case 0xED: second >= 0x80 && second <= 0x9F
    case 0xF0: second >= 0x90 && second <= 0xBF
    case 0xF4: second >= 0x80 && second <= 0x8F
    default: second & 0xC0 == 0x80
    }
  }

  /// The Unicode scalar at the offset that the sequence was found at; U+FFFD where it is broken.
  @inline(__always)
  func value(_ bytes: borrowing Span<UInt8>, _ index: Int) -> UInt32 {
    guard isValid else { return 0xFFFD }
    var value = UInt32(bytes[index]) & (0x7F >> UInt32(length))
    for place in index + 1..<index + length { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    return value
  }
}
