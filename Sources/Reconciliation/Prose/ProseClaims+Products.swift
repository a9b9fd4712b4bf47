internal import TieoutModel

extension ProseClaims {
  /// Reads products that are spelt out: `1313人…每人1000元，每年发放131.3万元`.
  mutating func readProducts() {
    for rate in prose.numbers.indices {
      let number = number(rate)
      guard number.measure.base == .money, let counted = number.per, !number.isRange,
        let count = count(of: counted, for: rate),
        let result = result(behind: max(rate, count), of: rate), !isStated[result]
      else { continue }
      if let claim = product(count, rate, result) { add(claim) }
    }
  }

  /// The number of those who get a rate: the nearest before it in its sentence, else behind it.
  private func count(of counted: ProseMeasure.Base, for rate: Int) -> Int? {
    let sentence = number(rate).sentence
    func fits(_ place: Int) -> Bool {
      let number = number(place)
      guard case .counter = number.measure.base, number.per == nil, !number.isRange else {
        return false
      }
      return counted == .nothing || number.measure.base == counted
    }
    /// The first that fits, up to the next amount or to the end of the sentence.
    func first(_ places: some Sequence<Int>, past amount: Bool) -> Int? {
      for place in places {
        guard number(place).sentence == sentence else { break }
        if fits(place) { return place }
        if number(place).measure.base == .money, !amount || number(place).per != nil { break }
      }
      return nil
    }
    return first((0..<rate).reversed(), past: false)
      ?? first((rate + 1)..<prose.numbers.count, past: false)
      ?? first((0..<rate).reversed(), past: true)
  }

  /// The money that a product comes to.
  private func result(behind place: Int, of rate: Int) -> Int? {
    let sentence = number(rate).sentence
    let isSpelt = isMultiplied(rate)
    for next in prose.numbers.indices where next > place {
      let number = number(next)
      // A product that is spelt out may state its result in the next sentence.
      guard number.sentence - sentence <= (isSpelt ? 1 : 0) else { return nil }
      guard number.measure.base == .money, !number.isRange else { continue }
      if number.per != nil { return nil }
      return number.isTotal || isEquated(next) || isApposed(next, to: place)
        || ProseWords.results.isIn(number.label, of: text) ? next : nil
    }
    return nil
  }

  /// Whether nothing but a comma stands between two numbers, and nothing behind the second.
  ///
  /// Such as `72 people at £550 each, £39,600.`
  private func isApposed(_ place: Int, to other: Int) -> Bool {
    let mark = number(place).mark
    guard place == other + 1, prose.sign(at: mark - 1) == .comma,
      isBlank(number(place).label)
    else { return false }
    let end = text.afterBlanks(number(place).end, prose.end)
    guard prose.marks.indices.contains(mark + 1) else { return end == prose.end }
    return prose.marks[mark + 1].sign == .sentence && prose.marks[mark + 1].at.lowerBound == end
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text.afterBlanks(range.lowerBound, range.upperBound) == range.upperBound
  }

  /// Whether a word or a sign that multiplies stands before a number.
  private func isMultiplied(_ place: Int) -> Bool {
    prose.sign(at: number(place).mark - 1) == .times
  }

  private func isEquated(_ place: Int) -> Bool {
    prose.sign(at: number(place).mark - 1) == .equals
  }

  private func product(_ count: Int, _ rate: Int, _ result: Int) -> ProseClaim? {
    let rateNumber = number(rate)
    let isAverage = ProseWords.averages.isIn(rateNumber.label, of: text)
    guard let many = reading(count), let stated = reading(result),
      rateNumber.exactness == .exact,
      let each = Reading(
        exact: rateNumber.quantity, exponent: rateNumber.measure.exponent, isRounded: width > 0),
      let product = Reading.product(many, each), let ladder = Ladder(product, stated)
    else { return nil }
    let isSpelt = isMultiplied(rate)
    if ladder.verdict != .broken {
      return multiplied([count, rate], [], result, ladder, isCertain: false)
    }
    let others = otherFactors(count, rate, result)
    for factors in others.subsets {
      if let ladder = Self.product(product, factors, stated), ladder.verdict != .broken {
        return multiplied([count, rate], factors, result, ladder, isCertain: false)
      }
    }
    guard others.isComplete, !isScoped([count, result]), number(count).exactness == .exact else {
      return nil
    }
    guard let named = Self.product(product, others.named, stated), !hasHiddenFactor(named) else {
      return nil
    }
    return multiplied(
      [count, rate], others.named, result, named,
      isCertain: !isAverage && (isSpelt || number(result).isTotal))
  }

  private func multiplied(
    _ terms: [Int], _ factors: [Factor], _ result: Int, _ ladder: Ladder, isCertain: Bool
  ) -> ProseClaim {
    let terms = terms + factors.compactMap(\.place)
    return ProseClaim(
      kind: .product, terms: terms,
      signs: Array(repeating: .times, count: terms.count - 1), stated: result, ladder: ladder,
      isCertain: isCertain, isMonthly: factors.contains { $0.place == nil })
  }

  private static func product(
    _ base: Reading, _ factors: [Factor], _ stated: Reading
  ) -> Ladder? {
    var all: Reading? = base
    for factor in factors { all = all.flatMap { Reading.product($0, factor.reading) } }
    return all.flatMap { Ladder($0, stated) }
  }

  /// A factor that may belong to a product.
  private struct Factor {
    /// The number; `nil` for the twelve months of a year.
    var place: Int?
    var reading: Reading
  }

  private struct Factors {
    var named: [Factor] = []
    var implied: [Factor] = []
    /// Whether nothing in the sentence could change the product unseen.
    var isComplete = true

    /// All ways to take some of them, at most 64.
    var subsets: [[Factor]] {
      let all = named + implied
      guard !all.isEmpty, all.count <= 6 else { return [] }
      return (1..<(1 << all.count)).map { bits in
        all.indices.filter { bits >> $0 & 1 != 0 }.map { all[$0] }
      }
    }
  }

  /// What else in the sentence may multiply: lengths of time, times, shares.
  private func otherFactors(_ count: Int, _ rate: Int, _ result: Int) -> Factors {
    var factors = Factors()
    let rateNumber = number(rate)
    let first = min(count, rate)
    let sentence = rateNumber.sentence
    for place in prose.numbers.indices where number(place).sentence == sentence {
      if [count, rate, result].contains(place) { continue }
      let number = number(place)
      guard let reading = Reading(exact: number.quantity, exponent: number.measure.exponent) else {
        continue
      }
      switch number.measure.base {
      case .time(let time):
        guard number.exactness == .exact, !number.isRange else {
          factors.isComplete = false; continue
        }
        if rateNumber.period == time, self.number(result).period != time {
          factors.named.append(Factor(place: place, reading: reading))
        } else {
          factors.implied.append(Factor(place: place, reading: reading))
        }
      case .percent:
        factors.implied.append(Factor(place: place, reading: reading))
        factors.isComplete = false
      case self.number(count).measure.base: continue
      case .counter where place > first && place < result:
        factors.implied.append(Factor(place: place, reading: reading))
        factors.isComplete = false
      case .nothing where place > first && place < result: factors.isComplete = false
      case .money where place > first && place < result: factors.isComplete = false
      default: continue
      }
    }
    if rateNumber.period == .month, factors.named.isEmpty,
      let year = Reading(exact: Quantity(digits: 12, scale: 0))
    {
      if ProseWords.years.isIn(number(result).label, of: text) {
        factors.named.append(Factor(place: nil, reading: year))
      } else {
        // For how many months it is paid is not said.
        factors.implied.append(Factor(place: nil, reading: year))
        factors.isComplete = false
      }
    }
    return factors
  }

  /// Whether the sides are apart by a whole multiple: then a factor is not in the sentence.
  func hasHiddenFactor(_ ladder: Ladder) -> Bool {
    let (left, right) = (ladder.left.value.magnitude, ladder.right.value.magnitude)
    guard left > 0, right > 0 else { return true }
    let (large, small) = left > right ? (left, right) : (right, left)
    guard large.isMultiple(of: small) else { return false }
    let ratio = large / small
    return ratio < 400 && ratio != 10 && ratio != 100
  }
}
