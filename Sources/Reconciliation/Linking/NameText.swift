internal import TieoutModel

/// How names are compared: by their letters and digits, whatever the widths, spaces and signs.
enum NameText {
  /// Appends the letters and digits of a range of text, widths and cases folded.
  ///
  /// White space, punctuation, brackets and asterisks are left out: OCR engines and typists vary
  /// them freely, and no two projects differ in nothing else. `&` between words is `and`.
  static func appendLetters(of text: [UInt8], _ range: Range<Int>, to letters: inout [UInt32]) {
    // No letter has less than a byte: room is asked for once, and not for each letter.
    letters.append(addingCapacity: range.count) { letters in
      appendLetters(of: text.span.extracting(range), to: &letters)
    }
  }

  /// Appends the letters and digits of some text, in room that is there.
  static func appendLetters(of part: Span<UInt8>, to letters: inout OutputSpan<UInt32>) {
    var rest = part
    while true {
      // Han of the usual plane, where nearly all letters are: three bytes, and nothing to fold.
      while rest.count > 2, isHan(rest[0]) {
        letters.append(wide(rest))
        rest = rest.extracting(droppingFirst: 3)
      }
      guard !rest.isEmpty else { return }
      if rest[0] < 0x80 {
        // `Waste & Recycling` is `Waste and Recycling`: three bytes, three letters.
        if rest[0] == 0x20, rest.count > 2, rest[1] == 0x26, rest[2] == 0x20 {
          letters.append(0x61)
          letters.append(0x6E)
          letters.append(0x64)
          rest = rest.extracting(droppingFirst: 3)
          continue
        }
        if rest[0].isDigitASCII {
          letters.append(UInt32(rest[0]))
        } else if rest[0].isLetterASCII {
          letters.append(UInt32(rest[0] | 0x20))
        }
        rest = rest.extracting(droppingFirst: 1)
        continue
      }
      var length = 0
      if let scalar = scalar(rest, &length) {
        let folded = fold(scalar)
        if isLetter(folded) { letters.append(folded) }
      }
      rest = rest.extracting(droppingFirst: length)
    }
  }

  /// Whether a byte begins a letter of Han of the usual plane.
  @inline(__always)
  static func isHan(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  /// The scalar of the three bytes with which some text begins.
  @inline(__always)
  static func wide(_ text: Span<UInt8>) -> UInt32 {
    UInt32(text[0] & 0x0F) << 12 | UInt32(text[1] & 0x3F) << 6 | UInt32(text[2] & 0x3F)
  }

  /// The letters and digits of a range of text.
  static func letters(of text: [UInt8], _ range: Range<Int>) -> [UInt32] {
    var letters: [UInt32] = []
    appendLetters(of: text, range, to: &letters)
    return letters
  }

  /// The letters and digits of a word.
  static func letters(of word: String) -> [UInt32] {
    let bytes = Array(word.utf8)
    return letters(of: bytes, 0..<bytes.count)
  }

  /// The Unicode scalar at an offset, which moves behind it; `nil` at the end.
  ///
  /// A malformed byte is passed over.
  static func scalar(_ text: Span<UInt8>, _ index: inout Int) -> UInt32? {
    let end = text.count
    while index < end {
      let lead = text[index]
      index += 1
      if lead < 0x80 { return UInt32(lead) }
      let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0
      guard length > 0 else { continue }
      guard index + length <= end else { break }
      var scalar = UInt32(lead) & (0x3F >> UInt32(length))
      for _ in 0..<length {
        scalar = scalar << 6 | UInt32(text[index] & 0x3F)
        index += 1
      }
      return scalar
    }
    index = end
    return nil
  }

  /// A scalar with its width and case folded.
  static func fold(_ scalar: UInt32) -> UInt32 {
    var folded = scalar
    if folded >= 0xFF01, folded <= 0xFF5E { folded -= 0xFEE0 }
    if folded >= 0x41, folded <= 0x5A { folded += 0x20 }
    return folded
  }

  /// Whether a folded scalar is neither white space nor punctuation.
  static func isLetter(_ scalar: UInt32) -> Bool {
    // Han, where nearly all letters are.
    if scalar >= 0x3400, scalar < 0xFE10 { return true }
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: return true
    case ..<0xC0: return false
    case 0xD7, 0xF7: return false
    // General punctuation, arrows, mathematical and technical signs, boxes, dingbats.
    case 0x2000...0x2BFF: return false
    // CJK punctuation, vertical and small forms, half-width punctuation.
    case 0x3000...0x3004, 0x3008...0x3020, 0x3030...0x303F, 0x30FB: return false
    case 0xFE10...0xFE6F, 0xFF00...0xFF65, 0xFFF0...0xFFFF: return false
    default: return true
    }
  }
}

extension Span<UInt32> {
  /// A hash that is the same in every run.
  func stableHash(seed: UInt64) -> UInt64 {
    var hash = seed &* 0x9E37_79B9_7F4A_7C15 ^ 0xCBF2_9CE4_8422_2325
    for index in indices { hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    return hash &* 0xBF58_476D_1CE4_E5B9
  }
}

extension [UInt32] {
  /// A hash that is the same in every run.
  func stableHash(seed: UInt64) -> UInt64 { span.stableHash(seed: seed) }
}

extension ArraySlice<UInt32> {
  /// A hash that is the same in every run.
  func stableHash(seed: UInt64) -> UInt64 { span.stableHash(seed: seed) }
}
