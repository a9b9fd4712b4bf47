internal import TieoutModel

extension ProseClaims {
  /// Reads shares and rates: `其中财政资金120万元，占60%`, `预算120万元，执行118.8万元，执行率99%`.
  ///
  /// The share of the whole is the part; where several numbers may be the whole, before it or behind
  /// it, one with which it agrees was meant, and none is blamed where none does. Nor is one where the
  /// words name another whole: `占全县总人口的12%`.
  mutating func readShares() {
    for place in prose.numbers.indices where number(place).measure.base == .percent {
      let share = self.number(place)
      guard share.exactness == .exact, !share.isRange else { continue }
      let isShare = ProseWords.shareOf.isIn(share.label, of: text)
      guard isShare || ProseWords.rates.isIn(share.label, of: text) else { continue }
      let sums = prose.numbers.indices.filter {
        number($0).isAddend && number($0).sentence == share.sentence
          && number($0).exactness == .exact
      }
      guard let part = sums.last(where: { $0 < place }) else { continue }
      let wholes = sums.filter {
        $0 != part && number($0).measure.base == number(part).measure.base && !hasShare($0)
      }
      let name = nameOfWhole(share)
      let named = wholes.filter { isCalled(name, $0) }
      let claim = claim(
        place, asShareOf: part, among: named.count == 1 ? named : wholes, isShare: isShare)
      if let claim, claim.verdict != .broken || !named.isEmpty || name.count < 2 { add(claim) }
    }
  }

  /// Whether a number is a part itself, with its share behind it.
  private func hasShare(_ place: Int) -> Bool {
    let next = place + 1
    return next < prose.numbers.count && number(next).measure.base == .percent
      && number(next).sentence == number(place).sentence
      && ProseWords.shareOf.isIn(number(next).label, of: text)
  }

  /// The letters of what a share is of: of `占总投资的30%` those of 总投资; none where no word says so.
  private func nameOfWhole(_ share: ProseNumber) -> [UInt32] {
    for word in ProseWords.shareOfWords {
      guard let found = text.first(of: word, in: share.label) else { continue }
      var letters = NameText.letters(of: text, found.upperBound..<share.label.upperBound)
      while let last = letters.last, ProseWords.shareFillers.contains(last) { letters.removeLast() }
      return letters
    }
    return []
  }

  /// Whether the words right before a number are a name, or the end of one: `项目总投资2200万元`.
  private func isCalled(_ name: [UInt32], _ place: Int) -> Bool {
    let label = NameText.letters(of: text, number(place).label)
    let count = min(name.count, label.count)
    return count > 1 && name.suffix(count) == label.suffix(count)
  }

  private func claim(
    _ place: Int, asShareOf part: Int, among wholes: [Int], isShare: Bool
  ) -> ProseClaim? {
    guard let rate = reading(place), let stated = reading(part) else { return nil }
    var failing: ProseClaim?
    for whole in wholes.reversed() {
      guard let base = reading(whole), let product = Reading.product(base, rate),
        let ladder = Ladder(product, stated)
      else { continue }
      let claim = ProseClaim(
        kind: .product, terms: [whole, place], signs: [.times], stated: part, ladder: ladder,
        isCertain: false)
      if ladder.verdict != .broken { return claim }
      failing = claim
    }
    // Two numbers and their ratio, and nothing else that could be meant.
    return wholes.count == 1 && !isScoped([part, place]) && (isShare || isNear(failing))
      ? failing : nil
  }

  private func isNear(_ claim: ProseClaim?) -> Bool { claim.map { isNear($0.ladder) } ?? false }

  /// Reads differences: `350万元，比上年的320万元增加30万元`.
  mutating func readDifferences() {
    for place in prose.numbers.indices.dropFirst(2) {
      let apart = number(place)
      let isMore = ProseWords.rises.isIn(apart.label, of: text)
      guard apart.isAddend, isMore || ProseWords.falls.isIn(apart.label, of: text) else { continue }
      let (later, earlier) = (place - 2, place - 1)
      guard number(earlier).isAddend, number(later).isAddend,
        number(earlier).measure.base == apart.measure.base,
        number(later).measure.base == apart.measure.base,
        number(later).sentence == apart.sentence, number(earlier).sentence == apart.sentence,
        ProseWords.comparisons.isIn(number(earlier).label, of: text)
      else { continue }
      let terms = isMore ? [later, earlier] : [earlier, later]
      guard let left = reading(terms[0]), let right = reading(terms[1]),
        let stated = reading(place), let difference = Reading.sum(left, right.negated),
        let ladder = Ladder(difference, stated)
      else { continue }
      let isExact = !(terms + [place]).contains { number($0).exactness == .about }
      add(
        ProseClaim(
          kind: .equation, terms: terms, signs: [.minus], stated: place, ladder: ladder,
          isCertain: isExact))
    }
  }

}
