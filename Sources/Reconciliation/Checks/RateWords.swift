import TieoutModel

/// The words by which a profile knows rates.
struct RateWords: Sendable {
  private let rates: WordList
  private let lessIsBetter: WordList
  /// The ends of names that tell of growth: `增长`, `增长率`.
  private let growth: [[UInt8]]
  /// The last bytes of those ends.
  private var growthLasts = CharacterFilter()

  /// Takes the words of a profile.
  init(_ profile: Profile) {
    rates = WordList(profile.rules.rateWords)
    lessIsBetter = WordList(profile.rules.lessIsBetter)
    growth = profile.rules.growthWords.flatMap { word in
      ([""] + profile.rules.rateWords).map { Array((word + $0).utf8) }
    }
    for end in growth where !end.isEmpty { growthLasts.insert(end, end.count - 1) }
  }

  /// Whether characters name a rate of which more is better; growth may be any.
  func name(_ slice: Slice, in text: [UInt8]) -> Bool {
    rates.isIn(slice.range, of: text) && !lessIsBetter.isIn(slice.range, of: text)
      && !tellsOfGrowth(slice, in: text)
  }

  /// Whether characters end with a word for growth; most end otherwise in their last byte.
  private func tellsOfGrowth(_ slice: Slice, in text: [UInt8]) -> Bool {
    guard !slice.isEmpty, growthLasts.mayHold(text[Int(slice.end) - 1]) else { return false }
    return growth.contains { $0.end(slice.range, of: text) }
  }

  /// Whether characters name a rate of any kind.
  func isRate(_ slice: Slice, in text: [UInt8]) -> Bool { rates.isIn(slice.range, of: text) }

  /// Whether characters speak of rates.
  func speak(of range: Range<Int>, in text: [UInt8]) -> Bool { rates.isIn(range, of: text) }
}
