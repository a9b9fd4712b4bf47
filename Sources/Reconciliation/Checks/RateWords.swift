import TieoutModel

/// The words by which a profile knows rates.
struct RateWords: Sendable {
  private let rates: WordList
  private let lessIsBetter: WordList
  /// The words for rates as ends of names.
  private let rateEnds: [[UInt8]]
  /// Their last characters.
  private var rateLasts = CharacterFilter()
  /// The words for growth: `增长`.
  private let growth: [[UInt8]]
  /// Their last characters.
  private var growthLasts = CharacterFilter()

  /// Takes the words of a profile.
  init(_ profile: Profile) {
    rates = WordList(profile.rules.rateWords)
    lessIsBetter = WordList(profile.rules.lessIsBetter)
    rateEnds = profile.rules.rateWords.map { Array($0.utf8) }
    growth = profile.rules.growthWords.map { Array($0.utf8) }
    for word in rateEnds where !word.isEmpty {
      rateLasts.insert(word, word.lastCharacter(in: 0..<word.count))
    }
    for word in growth where !word.isEmpty {
      growthLasts.insert(word, word.lastCharacter(in: 0..<word.count))
    }
  }

  /// Whether characters name a rate of which more is better; growth may be any.
  func name(_ slice: Slice, in text: [UInt8]) -> Bool {
    let name = slice.range
    let end =
      text.mayEnd(name, in: rateLasts) ? rateEnds.firstIndex { $0.end(name, of: text) } : nil
    guard end != nil || rates.isIn(name, of: text), !endsInGrowth(name, of: text) else {
      return false
    }
    // Behind a word for growth one for rates may stand: `增长率`.
    for end in rateEnds[(end ?? rateEnds.endIndex)...] where end.end(name, of: text) {
      if endsInGrowth(name.lowerBound..<(name.upperBound - end.count), of: text) { return false }
    }
    return !lessIsBetter.isIn(name, of: text)
  }

  /// Whether characters end with a word for growth; most have another character at their end.
  private func endsInGrowth(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    text.mayEnd(range, in: growthLasts) && growth.contains { $0.end(range, of: text) }
  }

  /// Whether characters name a rate of any kind; most that do end with the word.
  func isRate(_ slice: Slice, in text: [UInt8]) -> Bool {
    rateEnds.contains { $0.end(slice.range, of: text) } || rates.isIn(slice.range, of: text)
  }

  /// Whether characters speak of rates.
  func speak(of range: Range<Int>, in text: [UInt8]) -> Bool { rates.isIn(range, of: text) }
}

extension [UInt8] {
  /// Whether the last character of a range may be one of some others: mostly it is none.
  fileprivate func mayEnd(_ range: Range<Int>, in lasts: borrowing CharacterFilter) -> Bool {
    !range.isEmpty && lasts.mayHold(self, lastCharacter(in: range))
  }

  /// Where the last character of a range that is not empty begins.
  fileprivate func lastCharacter(in range: Range<Int>) -> Int {
    var last = range.upperBound - 1
    while last > range.lowerBound, !self[last].isScalarStart { last -= 1 }
    return last
  }
}
