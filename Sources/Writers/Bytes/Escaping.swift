/// How a format writes the characters that it cannot write as they are.
protocol Escaping {
  /// What looks for such characters, sixteen bytes at a time.
  associatedtype Scan: EscapeScan
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
  typealias Scan = JSONScan

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
      output.byte(byte < 0x10 ? 0x30 : 0x31)
      output.byte(byte & 15 < 10 ? 0x30 + (byte & 15) : 0x57 + (byte & 15))
    }
  }
}

/// Nothing is escaped.
enum NoEscaping: Escaping {
  typealias Scan = NoScan

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
  typealias Scan = XMLScan

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
  typealias Scan = XMLScan

  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { XMLEscaping.isForbidden(scalar) }

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { XMLEscaping.isPlain(byte) && byte != 0x22 }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) {
    XMLEscaping.append(byte, to: &output)
  }
}
