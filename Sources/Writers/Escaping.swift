/// How a format writes the characters that it cannot write as they are.
protocol Escaping {
  /// Whether an ASCII byte is written as it is.
  static func isPlain(_ byte: UInt8) -> Bool
  /// Appends what stands for an ASCII byte that is not plain.
  static func append(_ byte: UInt8, to output: inout [UInt8])
  /// Whether the noncharacters U+FFFE and U+FFFF are forbidden.
  static var forbidsNoncharacters: Bool { get }
}

/// What a JSON string escapes.
enum JSONEscaping: Escaping {
  static let forbidsNoncharacters = false

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x22 && byte != 0x5C }

  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(0x5C)
    switch byte {
    case 0x22, 0x5C: output.append(byte)
    case 0x08: output.append(0x62)
    case 0x09: output.append(0x74)
    case 0x0A: output.append(0x6E)
    case 0x0C: output.append(0x66)
    case 0x0D: output.append(0x72)
    default:
      output.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}

/// What XML text escapes.
///
/// White space other than a space is written as a reference, so that neither indentation nor the
/// normalisation of attributes touches a value. XML 1.0 has no way at all to write the other control
/// characters: they become U+FFFD.
enum XMLEscaping: Escaping {
  static let forbidsNoncharacters = true

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x26 && byte != 0x3C && byte != 0x3E
  }

  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x26: output.append(contentsOf: "&amp;".utf8)
    case 0x3C: output.append(contentsOf: "&lt;".utf8)
    case 0x3E: output.append(contentsOf: "&gt;".utf8)
    case 0x22: output.append(contentsOf: "&quot;".utf8)
    case 0x09: output.append(contentsOf: "&#9;".utf8)
    case 0x0A: output.append(contentsOf: "&#10;".utf8)
    case 0x0D: output.append(contentsOf: "&#13;".utf8)
    default: output.append(contentsOf: "\u{FFFD}".utf8)
    }
  }
}

/// What XML attribute values escape: what text does, and the quotes around them.
enum XMLAttributeEscaping: Escaping {
  static let forbidsNoncharacters = true

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { XMLEscaping.isPlain(byte) && byte != 0x22 }

  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    XMLEscaping.append(byte, to: &output)
  }
}

extension ByteBuffer {
  /// Appends characters of a document, escaped: whole runs of plain ones at a time.
  ///
  /// Seams, the tabs and line feeds between joined cells and lines, are left out where asked.
  /// Whatever is not UTF-8 becomes U+FFFD, one for each maximal part of a sequence, as Swift's own
  /// decoding has it.
  mutating func escaped<E: Escaping>(
    _ source: [UInt8], _ range: Range<Int>, withoutSeams: Bool, as escaping: E.Type
  ) {
    let end = range.upperBound
    let span = source.span
    var start = range.lowerBound
    var index = start
    while index < end {
      let byte = span[index]
      if byte < 0x80 {
        if E.isPlain(byte) {
          index += 1
          continue
        }
        bytes.append(contentsOf: source[start..<index])
        if !(withoutSeams && (byte == 0x09 || byte == 0x0A)) { E.append(byte, to: &bytes) }
        index += 1
        start = index
        continue
      }
      let scalar = UTF8Scalar(span, index, end)
      let isForbidden = E.forbidsNoncharacters && scalar.isNoncharacter(span, index)
      if scalar.isValid, !isForbidden {
        index += scalar.length
        continue
      }
      bytes.append(contentsOf: source[start..<index])
      bytes.append(contentsOf: "\u{FFFD}".utf8)
      index += scalar.length
      start = index
    }
    bytes.append(contentsOf: source[start..<end])
  }

  /// Appends a string, escaped.
  mutating func escaped<E: Escaping>(_ text: String, as escaping: E.Type) {
    let source = Array(text.utf8)
    escaped(source, source.indices, withoutSeams: false, as: escaping)
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

  /// Whether it is U+FFFE or U+FFFF.
  @inline(__always)
  func isNoncharacter(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    length == 3 && bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }
}
