internal import TieoutModel

/// What each of some words means; one that begins with another one stands before it.
///
/// A list of measure words is long, and nearly all of them begin otherwise than what is read.
struct WordTable<Meaning: Sendable>: Sendable {
  private let words: [[UInt8]]
  private let meanings: [Meaning]
  private let heads: WordHeads

  /// Takes words and what they mean.
  init(_ entries: [([UInt8], Meaning)]) {
    words = entries.map(\.0)
    meanings = entries.map(\.1)
    heads = WordHeads(words)
  }

  /// What the first word of the list means that stands at an offset, and where it ends.
  func first(_ text: [UInt8], at index: Int, _ limit: Int) -> (value: Meaning, end: Int)? {
    heads.first(at: index, of: text, limit) { place in
      text.stands(words[place], at: index, limit)
        ? (meanings[place], index + words[place].count) : nil
    }
  }
}
