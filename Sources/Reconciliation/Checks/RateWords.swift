import TieoutModel

/// The words by which a profile knows rates.
struct RateWords: Sendable {
  private let rates: WordList
  private let lessIsBetter: WordList
  /// The words for rates as ends of names.
  private let rateEnds: [[UInt8]]
  /// The words for growth: `增长`.
  private let growth: [[UInt8]]

  /// Takes the words of a profile.
  init(_ profile: Profile) {
    rates = WordList(profile.rules.rateWords)
    lessIsBetter = WordList(profile.rules.lessIsBetter)
    rateEnds = profile.rules.rateWords.map { Array($0.utf8) }
    growth = profile.rules.growthWords.map { Array($0.utf8) }
  }

  /// Whether characters name a rate of which more is better; growth may be any.
  func name(_ slice: Slice, in text: [UInt8]) -> Bool {
    rates.isIn(slice.range, of: text) && !lessIsBetter.isIn(slice.range, of: text)
      && !tellsOfGrowth(slice.range, of: text)
  }

  /// Whether a name ends with a word for growth, behind which one for rates may stand: `增长率`.
  private func tellsOfGrowth(_ name: Range<Int>, of text: [UInt8]) -> Bool {
    if growth.contains(where: { $0.end(name, of: text) }) { return true }
    for end in rateEnds where end.end(name, of: text) {
      let rest = name.lowerBound..<(name.upperBound - end.count)
      if growth.contains(where: { $0.end(rest, of: text) }) { return true }
    }
    return false
  }

  /// Whether characters name a rate of any kind.
  func isRate(_ slice: Slice, in text: [UInt8]) -> Bool { rates.isIn(slice.range, of: text) }

  /// Whether characters speak of rates.
  func speak(of range: Range<Int>, in text: [UInt8]) -> Bool { rates.isIn(range, of: text) }
}
