internal import TieoutModel

extension Document {
  /// Whether a word stands in a slice, byte for byte.
  func contains(_ word: String, in slice: Slice) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, Int(slice.count) >= word.count else { return false }
    for index in slice.range.lowerBound...slice.range.upperBound - word.count
    where text[index] == first {
      if text[index..<index + word.count].elementsEqual(word) { return true }
    }
    return false
  }

  /// Whether a word stands in a slice with no Latin letter on either side that makes it another one.
  func holds(_ word: String, asWordIn slice: Slice) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, let last = word.last, Int(slice.count) >= word.count else {
      return false
    }
    let range = slice.range
    return (range.lowerBound...range.upperBound - word.count).contains { start in
      guard text[start] == first, text[start..<start + word.count].elementsEqual(word) else {
        return false
      }
      let end = start + word.count
      let isOpen = start > range.lowerBound && first.isLetterASCII && text[start - 1].isLetterASCII
      let isCut = end < range.upperBound && last.isLetterASCII && text[end].isLetterASCII
      return !isOpen && !isCut
    }
  }
}
