internal import TieoutModel

extension ProseClaims {
  /// Reads rises and falls with their rate: `432万元，较上年增加28.8万元，增长7.14%`.
  ///
  /// What was before is the number less the rise. Where several numbers may have risen, one with
  /// which the rate agrees was meant, and none is blamed where none does.
  mutating func readGrowth() {
    for rate in prose.numbers.indices.dropFirst(2) where number(rate).measure.base == .percent {
      let apart = rate - 1
      guard let isMore = isRise(number(apart)), isRise(number(rate)) == isMore,
        number(rate).label.count <= Self.fewWords,
        number(apart).isAddend, number(rate).exactness == .exact, !number(rate).isRange,
        ProseWords.comparisons.isIn(number(apart).label, of: text),
        number(apart).sentence == number(rate).sentence
      else { continue }
      let risen = prose.numbers.indices.prefix(apart).filter {
        number($0).isAddend && number($0).sentence == number(apart).sentence
          && number($0).measure.base == number(apart).measure.base
      }
      let claims = risen.compactMap { growth(of: $0, by: apart, rate, isMore: isMore) }
      guard claims.count == 1, let claim = claims.first, claim.verdict == .broken else { continue }
      add(claim)
    }
  }

  /// More words before a rate, in bytes, may make it one of other years.
  private static let fewWords = 12

  /// Whether words make a number a rise or a fall; `nil` where neither.
  private func isRise(_ number: ProseNumber) -> Bool? {
    if ProseWords.rises.isIn(number.label, of: text) { return true }
    return ProseWords.falls.isIn(number.label, of: text) ? false : nil
  }

  /// Reads what is left of a sum: `总投资2200万元，已到位920万元，尚需1280万元`.
  ///
  /// What else was spent may not be told: only what is off by a slip was meant to be the rest.
  mutating func readRemainders() {
    for rest in prose.numbers.indices.dropFirst(2)
    where number(rest).isAddend && ProseWords.remainders.isIn(number(rest).label, of: text) {
      let (whole, part) = (rest - 2, rest - 1)
      let base = number(rest).measure.base
      guard !isStated[rest],
        [whole, part].allSatisfy({ place in
          number(place).isAddend && number(place).measure.base == base
            && number(place).sentence == number(rest).sentence
            && number(place).bracket == number(rest).bracket
        }),
        ![whole, part, rest].contains(where: { number($0).exactness == .about }),
        let all = reading(whole), let some = reading(part), let stated = reading(rest),
        let difference = Reading.sum(all, some.negated), difference.value > 0,
        let ladder = Ladder(difference, stated), ladder.verdict == .exact || isNear(ladder)
      else { continue }
      add(
        ProseClaim(
          kind: .equation, terms: [whole, part], signs: [.minus], stated: rest, ladder: ladder,
          isCertain: false))
    }
  }

  private func growth(of place: Int, by apart: Int, _ rate: Int, isMore: Bool) -> ProseClaim? {
    guard let later = reading(place), let step = reading(apart), let share = reading(rate),
      let before = Reading.sum(later, isMore ? step.negated : step), before.value > 0,
      let part = Reading.product(before, share), let ladder = Ladder(part, step)
    else { return nil }
    return ProseClaim(
      kind: .growth, terms: [place, apart, rate], signs: [isMore ? .minus : .plus, .times],
      stated: apart, ladder: ladder, isCertain: number(place).exactness == .exact)
  }
}
