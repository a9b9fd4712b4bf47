/// Words that stand in the names of all kinds of projects and say nothing of what they are about.
enum GenericWords {
  private static let words = ProseLanguage.all.flatMap(\.generic).map { NameText.letters(of: $0) }

  private static let pairs: KeyNumbers = {
    var pairs = KeyNumbers()
    for word in words {
      for (first, second) in zip(word, word.dropFirst()) {
        _ = pairs.number(of: key(first, second))
      }
    }
    return pairs
  }()

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// Whether two neighbouring letters belong to such a word.
  static func hasPair(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.find(key(first, second)) != nil
  }

  /// How many letters of a run belong to no such word, and to no pair of letters of a name.
  static func leave(_ run: Span<UInt32>, without name: ArraySlice<UInt32>) -> Int {
    var left = 0
    // Whether the letter before makes such a pair with this one.
    var isKnown = false
    for place in run.indices {
      let isNextKnown =
        place + 1 < run.count
        && (hasPair(run[place], run[place + 1]) || name.holds(run[place], run[place + 1]))
      if !isKnown, !isNextKnown { left += 1 }
      isKnown = isNextKnown
    }
    return left
  }

  /// Whether two runs of letters have a pair of letters in common that says what they are about.
  static func share(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    for (first, second) in zip(left, left.dropFirst()) where !hasPair(first, second) {
      for (third, fourth) in zip(right, right.dropFirst()) where third == first && fourth == second
      {
        return true
      }
    }
    return false
  }
}
