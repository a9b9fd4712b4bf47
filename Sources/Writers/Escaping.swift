/// How a format writes the characters that it cannot write as they are.
protocol Escaping {
  /// Whether an ASCII byte is written as it is.
  static func isPlain(_ byte: UInt8) -> Bool
  /// Appends what stands for an ASCII byte that is not plain.
  static func append(_ byte: UInt8, to output: inout ByteBuffer)
  /// Whether a character outside ASCII is written as U+FFFD.
  ///
  /// Nobody asks about U+3000 to U+EFFF, which every format writes as they are.
  static func isForbidden(_ scalar: UInt32) -> Bool
}

/// What a JSON string escapes.
enum JSONEscaping: Escaping {
  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { false }

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x22 && byte != 0x5C }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {
    output.byte(0x5C)
    switch byte {
    case 0x22, 0x5C: output.byte(byte)
    case 0x08: output.byte(0x62)
    case 0x09: output.byte(0x74)
    case 0x0A: output.byte(0x6E)
    case 0x0C: output.byte(0x66)
    case 0x0D: output.byte(0x72)
    default:
      output.literal("u00")
      for digit in [byte >> 4, byte & 15] {
        output.byte(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}

/// Nothing is escaped.
enum NoEscaping: Escaping {
  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { false }

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { true }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {}
}

/// What XML text escapes.
///
/// White space other than a space is written as a reference, so that neither indentation nor the
/// normalisation of attributes touches a value. XML 1.0 has no way at all to write the other control
/// characters: they become U+FFFD.
enum XMLEscaping: Escaping {
  /// The noncharacters U+FFFE and U+FFFF are.
  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { scalar == 0xFFFE || scalar == 0xFFFF }

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x26 && byte != 0x3C && byte != 0x3E
  }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {
    switch byte {
    case 0x26: output.literal("&amp;")
    case 0x3C: output.literal("&lt;")
    case 0x3E: output.literal("&gt;")
    case 0x22: output.literal("&quot;")
    case 0x09: output.literal("&#9;")
    case 0x0A: output.literal("&#10;")
    case 0x0D: output.literal("&#13;")
    default: output.literal("\u{FFFD}")
    }
  }
}

/// What XML attribute values escape: what text does, and the quotes around them.
enum XMLAttributeEscaping: Escaping {
  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { XMLEscaping.isForbidden(scalar) }

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { XMLEscaping.isPlain(byte) && byte != 0x22 }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {
    XMLEscaping.append(byte, to: &output)
  }
}

extension ByteBuffer {
  /// Appends characters, escaped.
  ///
  /// Seams, the tabs and line feeds between joined cells and lines, are left out where asked.
  /// Whatever is not UTF-8 becomes U+FFFD, one for each maximal part of a sequence, as Swift's own
  /// decoding has it.
  mutating func escaped<E: Escaping>(
    _ source: borrowing Span<UInt8>, withoutSeams: Bool = false, as escaping: E.Type
  ) {
    var index = 0
    while index < source.count {
      index = plain(source, from: index, as: E.self)
      guard index < source.count else { return }
      let byte = source[index]
      if byte < 0x80 {
        if !(withoutSeams && byte.isSeam) { E.append(byte, to: &self) }
        index += 1
      } else {
        literal("\u{FFFD}")
        index += UTF8Scalar(source, index, source.count).length
      }
    }
  }

  /// Appends what needs no escape from an offset on, and gives the offset of what needs one.
  private mutating func plain<E: Escaping>(
    _ source: borrowing Span<UInt8>, from start: Int, as escaping: E.Type
  ) -> Int {
    let end = source.count
    makeRoom(end - start)
    var index = start
    var place = count
    var room = storage.mutableSpan
    while index < end {
      let byte = source[index]
      if byte < 0x80 {
        guard E.isPlain(byte) else { break }
        room[place] = byte
        index &+= 1
        place &+= 1
        continue
      }
      let scalar = UTF8Scalar(source, index, end)
      let isCommon = byte >= 0xE3 && byte <= 0xEE
      guard scalar.isValid, isCommon || !E.isForbidden(scalar.value(source, index)) else { break }
      for offset in 0..<scalar.length { room[place &+ offset] = source[index &+ offset] }
      index &+= scalar.length
      place &+= scalar.length
    }
    count = place
    return index
  }

  /// Appends a string, escaped.
  mutating func escaped<E: Escaping>(_ text: String, as escaping: E.Type) {
    escaped(text.utf8Span.span, as: escaping)
  }
}

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
