/// The letters of all names that are linked, their pairs and the names, numbered as they come.
///
/// Both sides share the numbers, so that whatever is known of a letter, a pair or a name stands in
/// an array and costs no look-up.
struct Alphabet {
  /// The letters.
  private(set) var letters = KeyNumbers(capacity: 512)
  /// The pairs of neighbouring letters; the first letter stands in the upper half of a key.
  private(set) var pairs = KeyNumbers(capacity: 1024)
  /// Hashes of the names.
  private(set) var names = KeyNumbers(capacity: 128)

  /// The number of a letter.
  mutating func number(ofLetter letter: UInt32) -> Int32 {
    Int32(letters.number(of: UInt64(letter)))
  }

  /// The number of a pair of letters.
  mutating func number(ofPair first: UInt32, _ second: UInt32) -> Int32 {
    Int32(pairs.number(of: UInt64(first) << 32 | UInt64(second)))
  }

  /// The number of a name.
  mutating func number(ofName letters: ArraySlice<UInt32>) -> Int32 {
    Int32(names.number(of: letters.stableHash(seed: 1)))
  }
}
