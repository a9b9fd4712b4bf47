/// A set of letters in 64 bits: what is not in it is surely not among the letters.
struct LetterSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// Creates an empty set.
  init() {}

  /// Creates the set of some letters.
  init(_ letters: some Sequence<UInt32>) {
    for letter in letters { insert(letter) }
  }

  /// Adds a letter.
  mutating func insert(_ letter: UInt32) { bits |= Self.bit(letter) }

  /// Whether a letter may be among them.
  func mayHold(_ letter: UInt32) -> Bool { bits & Self.bit(letter) != 0 }

  /// Whether all letters of another set may be among them.
  func mayHold(_ other: LetterSet) -> Bool { other.bits & ~bits == 0 }

  /// Whether both may have a letter in common.
  func mayShare(with other: LetterSet) -> Bool { bits & other.bits != 0 }

  private static func bit(_ letter: UInt32) -> UInt64 {
    1 << UInt64((letter &* 0x9E37_79B1) >> 26)
  }
}
