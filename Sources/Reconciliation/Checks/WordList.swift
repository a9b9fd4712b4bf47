/// Some words that are looked for all at once.
struct WordList: Sendable {
  private let words: [[UInt8]]
  /// The first characters of the words: where none of them stands, no word does.
  private var firsts = LetterSet()

  /// Takes words.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
    for word in self.words { firsts.insert(Self.first(of: word.span, at: 0)) }
  }

  /// Whether one of the words stands in a range of text.
  func isIn(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    let part = text.span.extracting(range)
    for index in part.indices where part[index] & 0xC0 != 0x80 {
      if firsts.mayHold(Self.first(of: part, at: index)), begins(part.extracting(index...)) {
        return true
      }
    }
    return false
  }

  private func begins(_ text: Span<UInt8>) -> Bool {
    for word in words where word.count <= text.count {
      var length = 0
      while length < word.count, word[length] == text[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }

  /// The bytes of a character, or of the first part of a long one, as a number.
  private static func first(of text: Span<UInt8>, at index: Int) -> UInt32 {
    let lead = UInt32(text[index])
    guard lead >= 0xE0, index + 2 < text.count else { return lead }
    return lead << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }
}
