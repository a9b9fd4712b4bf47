internal import TieoutModel

extension ProseClaims {
  /// Reads products of counts: `12个乡镇，每镇5人，共60人`, `12 sessions of 6 people each, 72 people in all`.
  ///
  /// How many there are of what each has stands before, and is known by the word behind 每; where
  /// anything else is counted between them and what they come to, nobody knows what was multiplied.
  mutating func readCountProducts() {
    for rate in prose.numbers.indices.dropFirst() {
      let each = number(rate)
      guard case .counter = each.measure.base, each.per != nil, each.period == nil, !each.isRange,
        let count = count(before: rate), let result = result(behind: rate), !isStated[result],
        let many = reading(count), let some = reading(rate), let stated = reading(result),
        let product = Reading.product(many, some), let ladder = Ladder(product, stated)
      else { continue }
      let terms = [count, rate]
      let isExact = !(terms + [result]).contains { number($0).exactness != .exact }
      guard
        ladder.verdict == .exact
          || ladder.verdict == .broken && isExact && !isScoped(terms + [result])
            && !hasHiddenFactor(ladder)
      else { continue }
      add(
        ProseClaim(
          kind: .product, terms: terms, signs: [.times], stated: result, ladder: ladder,
          isCertain: true))
    }
  }

  /// The nearest number before a rate in its sentence, if it counts what each stands for.
  private func count(before rate: Int) -> Int? {
    let (count, each) = (number(rate - 1), number(rate))
    guard count.sentence == each.sentence, count.bracket == each.bracket, count.per == nil,
      !count.isRange, count.quantity.scale == 0, count.measure.base != each.measure.base
    else { return nil }
    switch count.measure.base {
    case .counter, .nothing: break
    default: return nil
    }
    if let noun = noun(ofEach: each) {
      let behind = count.at.upperBound..<min(count.at.upperBound + 45, each.label.lowerBound)
      return text.contains(noun, in: behind) || text.contains(noun, in: count.label)
        ? rate - 1 : nil
    }
    return count.measure.isNoun ? rate - 1 : nil
  }

  /// The character that names each of many: of `每镇`, `每个街道` the first behind 每 and 个.
  private func noun(ofEach number: ProseNumber) -> [UInt8]? {
    for word in ProseWords.each {
      var found: Int?
      var next = number.label.lowerBound
      while let place = text.first(of: word, in: next..<number.label.upperBound) {
        found = place.upperBound
        next = place.upperBound
      }
      guard var start = found else { continue }
      let general = Array("个".utf8)
      if text.stands(general, at: start, number.label.upperBound) { start += general.count }
      guard start + 3 <= number.label.upperBound, text[start] >= 0xE4 else { return nil }
      return Array(text[start..<(start + 3)])
    }
    return nil
  }

  /// The number behind a rate that adds up what all of them have.
  private func result(behind rate: Int) -> Int? {
    let next = rate + 1
    guard prose.numbers.indices.contains(next), number(next).sentence == number(rate).sentence,
      number(next).isAddend, number(next).isTotal,
      ProseUnits.isCounted(number(next).measure.base, by: number(rate).measure.base)
    else { return nil }
    return next
  }
}
