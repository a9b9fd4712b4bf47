/// Scans and decodes the strings of JSON.
enum JSONString {
  /// The range between the quotes of the string that begins at an offset, all of it checked.
  static func scan(_ bytes: [UInt8], from start: Int) throws(JSONError) -> Range<Int> {
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x22: return start + 1..<index
      case 0x5C: index = try escapeEnd(bytes, index)
      case 0..<0x20: throw JSONError(.controlCharacter, at: index)
      case 0x20..<0x80: index += 1
      default:
        let length = bytes.scalarLength(at: index)
        guard length > 0 else { throw JSONError(.invalidUTF8, at: index) }
        index += length
      }
    }
    throw JSONError(.unexpectedEnd, at: bytes.count)
  }

  /// The range between the quotes of the string that begins at an offset, whatever it holds; halves
  /// of surrogate pairs are told.
  static func scanLeniently(
    _ bytes: [UInt8], from start: Int, _ tell: (JSONError) -> Void
  ) throws(JSONError) -> Range<Int> {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x22: return start + 1..<index
      case 0x5C where index + 1 < bytes.count && bytes[index + 1] == 0x75:
        do throws(JSONError) { index = try escapeEnd(bytes, index) } catch {
          if error.reason == .loneSurrogate { tell(error) }
          index += 2
        }
      case 0x5C: index += 2
      default: index += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: bytes.count)
  }

  /// The characters, escapes decoded; the bytes have been scanned before.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    let decoded = decoded(Array(bytes), 0..<bytes.count)
    return String(decoding: decoded.bytes, as: UTF8.self)
  }

  /// The characters with their places, escapes decoded; what is no escape stays as it is.
  static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> DecodedText {
    var output = DecodedText()
    var index = range.lowerBound
    var copied = index
    while index < range.upperBound {
      guard bytes[index] == 0x5C, index + 1 < range.upperBound else {
        index += 1
        continue
      }
      let start = index
      let characters: [UInt8]
      (characters, index) = escape(bytes[..<range.upperBound], index)
      output.copy(bytes, copied..<start)
      output.decode(characters, start..<index)
      copied = index
    }
    output.copy(bytes, copied..<range.upperBound)
    return output
  }

  /// What the escape at an offset means, and the offset after it.
  private static func escape(_ bytes: ArraySlice<UInt8>, _ index: Int) -> ([UInt8], Int) {
    let letter = bytes[index + 1]
    switch letter {
    case 0x62: return ([0x08], index + 2)
    case 0x66: return ([0x0C], index + 2)
    case 0x6E: return ([0x0A], index + 2)
    case 0x72: return ([0x0D], index + 2)
    case 0x74: return ([0x09], index + 2)
    case 0x75: break
    default: return ([letter], index + 2)
    }
    guard var code = hexadecimal(bytes, index + 2) else { return ([letter], index + 2) }
    var end = index + 6
    if code & 0xFC00 == 0xD800, end + 1 < bytes.endIndex, bytes[end] == 0x5C,
      bytes[end + 1] == 0x75, let low = hexadecimal(bytes, end + 2), low & 0xFC00 == 0xDC00
    {
      code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      end += 6
    }
    return (Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8), end)
  }

  /// The offset after the escape at an offset; a high surrogate takes its low one along.
  private static func escapeEnd(_ bytes: [UInt8], _ index: Int) throws(JSONError) -> Int {
    guard index + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    switch bytes[index + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return index + 2
    case 0x75: break
    default: throw JSONError(.invalidEscape, at: index)
    }
    guard index + 6 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    guard let code = hexadecimal(bytes[...], index + 2) else {
      throw JSONError(.invalidEscape, at: index)
    }
    guard code & 0xF800 == 0xD800 else { return index + 6 }
    guard code & 0xFC00 == 0xD800, index + 12 <= bytes.count, bytes[index + 6] == 0x5C,
      bytes[index + 7] == 0x75, let low = hexadecimal(bytes[...], index + 8),
      low & 0xFC00 == 0xDC00
    else { throw JSONError(.loneSurrogate, at: index) }
    return index + 12
  }

  /// The number that four hexadecimal digits at an offset are.
  private static func hexadecimal(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}
