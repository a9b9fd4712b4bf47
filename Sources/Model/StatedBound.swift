/// The least or the most that a sentence of the papers sets: `满意度应不低于90`, `200万元以上`.
public struct StatedBound: Hashable, Sendable {
  /// Whether nothing may be less; else nothing may be more.
  public var isLeast: Bool
  /// The number.
  public var value: Quantity
  /// The unit behind it; `.none` where none of the profile's stands there.
  public var unit: UnitID
  /// The sentence.
  public var sentence: Slice
  /// The characters of the number.
  public var number: Slice

  /// The same bound in another text with the same characters.
  public func moved(from: Slice, to: Slice) -> StatedBound {
    var bound = self
    bound.sentence.start = sentence.start - from.start + to.start
    bound.number.start = number.start - from.start + to.start
    return bound
  }
}

/// The words by which papers set bounds.
public struct BoundWords: Sendable {
  /// Words in front of a number, longer ones first.
  private let floors: [[UInt8]]
  private let ceilings: [[UInt8]]

  /// Words behind a number, by the languages.
  private static let behind: [(word: [UInt8], isLeast: Bool)] = [
    ("以上", true), (" or more", true), (" or over", true), (" and above", true),
    (" and over", true), ("以下", false), ("以内", false), (" or less", false),
    (" and below", false),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Takes the words of a profile.
  public init(_ profile: Profile) {
    func longestFirst(_ words: [String]) -> [[UInt8]] {
      words.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }
    floors = longestFirst(profile.rules.floorWords)
    ceilings = longestFirst(profile.rules.ceilingWords)
  }

  /// The first least and the first most that the sentences of a text set, as far as they speak of
  /// what is meant.
  public func read(
    _ slice: Slice, in text: [UInt8], _ units: UnitTable, where speaks: (Range<Int>) -> Bool
  ) -> [StatedBound] {
    guard slice.hasDigit(in: text) || !floors.isEmpty else { return [] }
    var least: StatedBound?
    var most: StatedBound?
    for sentence in text.sentences(in: slice.range) where speaks(sentence) {
      if least == nil { least = read(sentence, text, units, floors, isLeast: true) }
      if most == nil { most = read(sentence, text, units, ceilings, isLeast: false) }
      for (word, isLeast) in Self.behind where (isLeast ? least : most) == nil {
        let bound = read(sentence, text, units, before: word, isLeast: isLeast)
        if isLeast { least = bound } else { most = bound }
      }
    }
    return [least, most].compactMap(\.self)
  }

  /// A bound whose word stands in front of the number, which digits or words spell: `90`, `九十`,
  /// `百分之九十`.
  private func read(
    _ sentence: Range<Int>, _ text: [UInt8], _ units: UnitTable, _ words: [[UInt8]], isLeast: Bool
  ) -> StatedBound? {
    for word in words {
      guard let found = text.first(of: word, in: sentence) else { continue }
      var start = found.upperBound
      while start < sentence.upperBound, text[start].isBlankASCII { start += 1 }
      let rest = start..<sentence.upperBound
      if let (value, end) = Quantity.read(text, rest) {
        return StatedBound(
          isLeast: isLeast, value: value,
          unit: units.unit(startingIn: text, end..<sentence.upperBound),
          sentence: Slice(sentence).trimmed(in: text), number: Slice(start..<end))
      }
      guard let numeral = Numeral.read(text, rest),
        numeral.kind == .percent || numeral.kind == .number
      else { continue }
      let unit =
        numeral.kind == .percent
        ? units.unit(named: "%") ?? .none
        : units.unit(startingIn: text, numeral.end..<sentence.upperBound)
      return StatedBound(
        isLeast: isLeast, value: numeral.value, unit: unit,
        sentence: Slice(sentence).trimmed(in: text), number: Slice(start..<numeral.end))
    }
    return nil
  }

  /// A bound whose word stands behind a number and its unit.
  private func read(
    _ sentence: Range<Int>, _ text: [UInt8], _ units: UnitTable, before word: [UInt8],
    isLeast: Bool
  ) -> StatedBound? {
    guard let found = text.first(of: word, in: sentence) else { return nil }
    var start = sentence.lowerBound
    while start < found.lowerBound {
      guard text[start].isDigitASCII else {
        start += 1
        continue
      }
      guard let (value, end) = Quantity.read(text, start..<found.lowerBound) else { return nil }
      let rest = Slice(end..<found.lowerBound).trimmed(in: text)
      if let unit = units.unit(rest, in: text) {
        return StatedBound(
          isLeast: isLeast, value: value, unit: unit,
          sentence: Slice(sentence).trimmed(in: text), number: Slice(start..<end))
      }
      start = end
    }
    return nil
  }
}

extension UnitTable {
  /// The longest unit with which a range of a text begins; `.none` where it begins with none.
  fileprivate func unit(startingIn text: [UInt8], _ range: Range<Int>) -> UnitID {
    var start = range.lowerBound
    while start < range.upperBound, text[start].isBlankASCII { start += 1 }
    // As long as the longest names of units are.
    for end in (start...min(range.upperBound, start + 24)).reversed() where end > start {
      if let unit = unit(Slice(start..<end), in: text) { return unit }
    }
    return .none
  }
}
