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
      default: index += try scalarLength(bytes, index)
      }
    }
    throw JSONError(.unexpectedEnd, at: bytes.count)
  }

  /// The characters, escapes decoded; the bytes have been scanned before.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x5C else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let letter = bytes[index + 1]
      index += 2
      switch letter {
      case 0x62: output.append(0x08)
      case 0x66: output.append(0x0C)
      case 0x6E: output.append(0x0A)
      case 0x72: output.append(0x0D)
      case 0x74: output.append(0x09)
      case 0x75:
        var code = hexadecimal(bytes, index) ?? 0xFFFD
        index += 4
        if code & 0xFC00 == 0xD800, let low = hexadecimal(bytes, index + 2) {
          code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
          index += 6
        }
        output.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
      default: output.append(letter)
      }
    }
    return String(decoding: output, as: UTF8.self)
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

  /// The length of the UTF-8 sequence at an offset, at which a byte above 0x7F stands.
  private static func scalarLength(_ bytes: [UInt8], _ index: Int) throws(JSONError) -> Int {
    let count: Int
    let second: ClosedRange<UInt8>
    switch bytes[index] {
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: throw JSONError(.invalidUTF8, at: index)
    }
    guard index + count <= bytes.count, second.contains(bytes[index + 1]),
      bytes[index + 2..<index + count].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw JSONError(.invalidUTF8, at: index) }
    return count
  }
}
