internal import TieoutModel

/// Some words that are looked for all at once.
struct WordList: Sendable {
  private let words: [[UInt8]]
  /// The first characters of the words: where none of them stands, no word does.
  private var firsts = CharacterFilter()

  /// Takes words.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
    for word in self.words { firsts.insert(word, 0) }
  }

  /// Whether one of the words stands in a range of text.
  func isIn(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    var index = firsts.next(in: text.span, range)
    while index < range.upperBound {
      if begins(text, at: index, range.upperBound) { return true }
      index = firsts.next(in: text.span, index + 1..<range.upperBound)
    }
    return false
  }

  /// Whether one of the words begins at an offset.
  private func begins(_ text: [UInt8], at index: Int, _ end: Int) -> Bool {
    for place in words.indices where words[place].count <= end - index {
      var length = 0
      while length < words[place].count, words[place][length] == text[index + length] {
        length += 1
      }
      if length == words[place].count { return true }
    }
    return false
  }
}

extension [UInt8] {
  /// Whether these bytes stand at the end of a range of a text; most ranges end otherwise in their
  /// last byte.
  func end(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard !isEmpty, count <= range.count else { return false }
    let start = range.upperBound - count
    for place in indices.reversed() where self[place] != text[start + place] { return false }
    return true
  }
}
