/// Some words that are looked for all at once.
struct WordList: Sendable {
  private let words: [[UInt8]]
  /// The first character of each word: where none of them stands, no word does.
  private let firsts: [UInt32]
  /// The same characters, for telling at a glance.
  private let set: LetterSet

  /// Takes words.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
    firsts = self.words.map { Self.first(of: $0.span, at: 0) }
    set = LetterSet(firsts)
  }

  /// Whether one of the words stands in a range of text.
  func isIn(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    let part = text.span.extracting(range)
    var index = 0
    while index < part.count {
      let first = Self.first(of: part, at: index)
      if set.mayHold(first), begins(part, at: index, first) { return true }
      index += first > 0xFF ? 3 : 1
    }
    return false
  }

  /// Whether one of the words begins at an offset, where a character is known to stand.
  private func begins(_ text: Span<UInt8>, at index: Int, _ first: UInt32) -> Bool {
    for place in firsts.indices where firsts[place] == first {
      let word = words[place]
      guard word.count <= text.count - index else { continue }
      var length = 0
      while length < word.count, word[length] == text[index + length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }

  /// The three bytes of a character as a number, or one byte.
  private static func first(of text: Span<UInt8>, at index: Int) -> UInt32 {
    let lead = text[index]
    guard lead >= 0xE0, index + 2 < text.count else { return UInt32(lead) }
    let (second, third) = (text[index + 1], text[index + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return UInt32(lead) }
    return UInt32(lead) << 16 | UInt32(second) << 8 | UInt32(third)
  }
}
