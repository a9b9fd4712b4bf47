internal import TieoutModel

/// What stands in place of the letters of something that must not be shown.
///
/// Each character gives way to one of as many bytes, so that every place in a file stays what it is.
/// The last of them number the value, in letters or digits; those before are stars.
struct Mask: Hashable {
  /// What stands for each letter: the place in the alphabet, `nil` for a star.
  let symbols: [Int?]

  /// The letters, then the digits, then the small letters.
  private static let count = 62

  /// A mask of stars alone, for what is too short to be told apart.
  static func stars(_ count: Int) -> Mask { Mask(symbols: Array(repeating: nil, count: count)) }

  private init(symbols: [Int?]) { self.symbols = symbols }

  /// The mask of the value with a number, counted from 0, in digits or in letters.
  init(_ number: Int, length: Int, isDigits: Bool) {
    var marks = isDigits ? Self.digits(number + 1) : Self.letters(number)
    if marks.count > length {
      // More values than such marks tell apart: all characters of the alphabet.
      marks = []
      var rest = number
      for _ in 0..<length {
        marks.insert(rest % Self.count, at: 0)
        rest /= Self.count
      }
    }
    symbols = Array(repeating: nil, count: length - marks.count) + marks
  }

  /// A, B … Z, AA, AB.
  private static func letters(_ number: Int) -> [Int] {
    var marks: [Int] = [], rest = number
    repeat {
      marks.insert(rest % 26, at: 0)
      rest = rest / 26 - 1
    } while rest >= 0
    return marks
  }

  private static func digits(_ number: Int) -> [Int] {
    String(number).utf8.map { Int($0) - 0x30 + 26 }
  }

  /// The character of a number of bytes for a symbol.
  static func scalar(_ symbol: Int?, width: Int) -> UInt32 {
    guard let symbol else { return [0x2A, 0x2A, 0xD7, 0xFF0A, 0x1F7B6][min(width, 4)] }
    // Latin letters, Cyrillic ones, wide ones, those of mathematics.
    if width == 2 { return 0x0410 + UInt32(symbol) }
    let starts: [UInt32] =
      switch width {
      case 3: [0xFF21, 0xFF10, 0xFF41]
      case 4: [0x1D670, 0x1D7F6, 0x1D68A]
      default: [0x41, 0x30, 0x61]
      }
    if symbol < 26 { return starts[0] + UInt32(symbol) }
    return symbol < 36 ? starts[1] + UInt32(symbol - 26) : starts[2] + UInt32(symbol - 36)
  }
}

/// One character of a text as it is written there: as itself, or as an escape of JSON, HTML or XML.
struct WrittenCharacter {
  /// Which character it is.
  let scalar: UInt32
  /// Where it stands.
  let place: Range<Int>
  private let form: Form

  private enum Form { case plain, json, decimal, hexadecimal }

  /// Reads the character at an offset; escapes only where they mean something.
  init(_ bytes: [UInt8], at start: Int, in range: Range<Int>, readsEscapes: Bool) {
    let first = bytes[start]
    let end = range.upperBound
    if readsEscapes, first == 0x5C, start + 6 <= end, bytes[start + 1] == 0x75,
      let scalar = UInt32(String(decoding: bytes[start + 2..<start + 6], as: UTF8.self), radix: 16)
    {
      (self.scalar, place, form) = (scalar, start..<start + 6, .json)
      return
    }
    if readsEscapes, first == 0x26, start + 3 < end, bytes[start + 1] == 0x23 {
      let isHexadecimal = bytes[start + 2] | 0x20 == 0x78
      let digits = start + (isHexadecimal ? 3 : 2)
      if let stop = bytes[digits..<min(end, digits + 8)].firstIndex(of: 0x3B),
        let scalar = UInt32(
          String(decoding: bytes[digits..<stop], as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      {
        (self.scalar, place) = (scalar, start..<stop + 1)
        form = isHexadecimal ? .hexadecimal : .decimal
        return
      }
    }
    form = .plain
    let width = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 1, start + width <= end else {
      (scalar, place) = (UInt32(first), start..<start + 1)
      return
    }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for byte in bytes[start + 1..<start + width] { value = value << 6 | UInt32(byte & 0x3F) }
    (scalar, place) = (value, start..<start + width)
  }

  /// Writes the character of a mask in its place, in the same form and length.
  func mask(_ symbol: Int?, in bytes: inout [UInt8]) {
    switch form {
    case .plain:
      let masked = Unicode.Scalar(Mask.scalar(symbol, width: place.count)) ?? "*"
      bytes.replaceSubrange(place, with: String(Character(masked)).utf8)
    case .json: write(digitsFrom: 2, to: place.count, symbol, radix: 16, in: &bytes)
    case .decimal: write(digitsFrom: 2, to: place.count - 1, symbol, radix: 10, in: &bytes)
    case .hexadecimal: write(digitsFrom: 3, to: place.count - 1, symbol, radix: 16, in: &bytes)
    }
  }

  private func write(
    digitsFrom start: Int, to end: Int, _ symbol: Int?, radix: Int, in bytes: inout [UInt8]
  ) {
    // Wide letters where there is room for their numbers.
    let isWide = end - start >= (radix == 16 ? 4 : 5)
    let digits = String(Mask.scalar(symbol, width: isWide ? 3 : 1), radix: radix)
    let zeros = String(repeating: "0", count: max(0, end - start - digits.utf8.count))
    let text = Array((zeros + digits).utf8.suffix(end - start))
    bytes.replaceSubrange(place.lowerBound + start..<place.lowerBound + end, with: text)
  }
}
