internal import TieoutModel

/// A token that a model writes for programs, not for readers: `<|end_of_text|>`, `<|md_end|>`.
struct ModelToken {
  /// Its name: letters, digits, underscores and strokes.
  let name: ArraySlice<UInt8>
  /// The offset behind it.
  let end: Int

  /// No name is longer.
  private static let longest = 32

  /// The token with which a range begins; `nil` where it begins with something else.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count > 4, bytes[range.lowerBound] == 0x3C, bytes[range.lowerBound + 1] == 0x7C
    else { return nil }
    name = bytes[range.lowerBound + 2..<range.upperBound].prefix(Self.longest).prefix {
      $0.isLetterASCII || $0.isDigitASCII || $0 == 0x5F || $0 == 0x2F
    }
    end = name.endIndex + 2
    guard !name.isEmpty, end <= range.upperBound, bytes[end - 2] == 0x7C, bytes[end - 1] == 0x3E
    else { return nil }
  }

  /// Whether it ends what belongs to a text, not the text.
  private var endsGrounding: Bool {
    ["/det", "/ref", "box_end", "ref_end", "object_ref_end"].contains {
      $0.utf8.elementsEqual(name)
    }
  }

  /// Where a range ends without the tokens at its end.
  static func endBefore(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end - range.lowerBound > 4, bytes[end - 1] == 0x3E, bytes[end - 2] == 0x7C {
      let part = max(range.lowerBound, end - longest - 4)..<end - 3
      guard let start = bytes[part].lastIndex(of: 0x3C),
        let token = ModelToken(bytes, start..<end), token.end == end, !token.endsGrounding
      else { break }
      end = start
      while end > range.lowerBound, bytes[end - 1].isBlankASCII { end -= 1 }
    }
    return end
  }
}
