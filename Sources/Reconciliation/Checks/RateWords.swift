import TieoutModel

/// The words by which a profile knows rates and their rule.
struct RateWords: Sendable {
  private let rates: [[UInt8]]
  private let lessIsBetter: [[UInt8]]
  /// The words in front of the least rate, longer ones first.
  let floors: [[UInt8]]

  /// Takes the words of a profile.
  init(_ profile: Profile) {
    rates = profile.rules.rateWords.map { Array($0.utf8) }
    lessIsBetter = profile.rules.lessIsBetter.map { Array($0.utf8) }
    floors = profile.rules.rateFloorWords.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  /// Whether characters name a rate of which more is better.
  func name(_ slice: Slice, in text: [UInt8]) -> Bool {
    speak(of: slice.range, in: text)
      && !lessIsBetter.contains { text.contains($0, in: slice.range) }
  }

  /// Whether characters speak of rates.
  func speak(of range: Range<Int>, in text: [UInt8]) -> Bool {
    rates.contains { text.contains($0, in: range) }
  }
}
