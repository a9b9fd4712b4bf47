internal import TieoutModel

/// What the bytes of a file say about being text.
struct TextBytes {
  /// Bytes that no text holds, and where the first one stands.
  private(set) var controls = 0
  private(set) var firstControl: Int?

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    guard Self.mayBeBinary(span) else { return }
    for index in span.indices where Self.isBinary(span[index]) {
      controls += 1
      firstControl = firstControl ?? index
    }
  }

  private static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x08 || byte > 0x0D && byte < 0x1B
  }

  /// Whether a closer look is due: most files hold no such byte at all.
  private static func mayBeBinary(_ span: borrowing Span<UInt8>) -> Bool {
    var found: UInt64 = 0
    var index = 0
    while index &+ 8 <= span.count {
      found |= span.word(at: index).binary
      index &+= 8
    }
    while index < span.count {
      if isBinary(span[index]) { return true }
      index &+= 1
    }
    return found != 0
  }

  /// Whether so many bytes belong to no text that the file is none: one in two hundred.
  ///
  /// A stray one is damage of a text, and stays in it.
  func isBinary(_ bytes: [UInt8]) -> Bool { controls > 0 && controls * 200 >= bytes.count }

  /// The bytes that are not UTF-8: how many, and where the first one stands.
  static func invalid(_ bytes: [UInt8]) -> (count: Int, first: Int)? {
    if isPlainlyValid(bytes.span) { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let first = error.byteOffsets.lowerBound
      return (count(bytes, from: first), first)
    }
  }

  /// Whether bytes are UTF-8 of one to three bytes a character and of the simple kind; a quick look
  /// that suffices for most files.
  private static func isPlainlyValid(_ span: borrowing Span<UInt8>) -> Bool {
    var index = 0
    while index < span.count {
      if index &+ 8 <= span.count {
        let bits = span.word(at: index).bits
        if bits & 0x8080_8080_8080_8080 == 0 {
          index &+= 8
          continue
        }
        // Two characters of three bytes, as Han text is made of.
        if bits & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isSimpleLead(UInt8(bits & 0xFF)),
          isSimpleLead(UInt8(bits >> 24 & 0xFF))
        {
          index &+= 6
          continue
        }
      }
      let length = sequenceLength(span, index)
      guard length == 1 || length == 2 || length == 3 && isSimpleLead(span[index]) else {
        return false
      }
      index &+= length
    }
    return true
  }

  /// Whether any two continuations may follow a lead of three bytes.
  private static func isSimpleLead(_ byte: UInt8) -> Bool { byte != 0xE0 && byte != 0xED }

  /// The number of bytes beyond ASCII.
  static func wide(_ bytes: [UInt8]) -> Int { bytes.count { $0 >= 0x80 } }

  private static func count(_ bytes: [UInt8], from first: Int) -> Int {
    var count = 0
    var index = first
    while index < bytes.count {
      let length = sequenceLength(bytes.span, index)
      if length == 0 { count += 1 }
      index += max(length, 1)
    }
    return count
  }

  /// The length of the UTF-8 sequence at a place; 0 where there is none.
  private static func sequenceLength(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return 1 }
    let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for place in index + 1..<index + length where bytes[place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
