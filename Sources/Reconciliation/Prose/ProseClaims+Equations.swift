internal import TieoutModel

extension ProseClaims {
  /// Reads sums and products that are written with signs: `1627.58万元=131.3+784.68+711.6`.
  mutating func readEquations() {
    for mark in prose.marks.indices where prose.marks[mark].sign == .equals {
      let left = side(before: mark), right = side(behind: mark)
      if right.signs.isEmpty, let stated = right.terms.first, !left.signs.isEmpty {
        equate(left, stated)
      } else if left.signs.isEmpty, let stated = left.terms.first, !right.signs.isEmpty {
        equate(right, stated)
      }
    }
    // Without a sign of equality: `10+20万元共30万元`.
    for whole in prose.numbers.indices where number(whole).isTotal && !isStated[whole] {
      let left = side(before: number(whole).mark)
      if !left.signs.isEmpty { equate(left, whole) }
    }
  }

  private struct Side {
    var terms: [Int] = []
    var signs: [ProseText.Sign] = []
  }

  /// The numbers and signs that stand in turn before a mark.
  private func side(before mark: Int) -> Side {
    var side = Side()
    var mark = mark - 1
    if mark >= 0, prose.marks[mark].sign == .comma { mark -= 1 }
    while mark >= 0, case .number(let place) = prose.marks[mark].sign {
      side.terms.insert(place, at: 0)
      guard mark > 0, isOperator(prose.marks[mark - 1].sign) else { break }
      side.signs.insert(prose.marks[mark - 1].sign, at: 0)
      mark -= 2
    }
    if side.signs.count >= side.terms.count, !side.signs.isEmpty { side.signs.removeFirst() }
    return side
  }

  /// The numbers and signs that stand in turn behind a mark.
  private func side(behind mark: Int) -> Side {
    var side = Side()
    var mark = mark + 1
    while mark < prose.marks.count, case .number(let place) = prose.marks[mark].sign {
      side.terms.append(place)
      guard mark + 2 < prose.marks.count, isOperator(prose.marks[mark + 1].sign),
        case .number = prose.marks[mark + 2].sign
      else { break }
      side.signs.append(prose.marks[mark + 1].sign)
      mark += 2
    }
    return side
  }

  private func isOperator(_ sign: ProseText.Sign) -> Bool {
    sign == .plus || sign == .minus || sign == .times
  }

  private mutating func equate(_ side: Side, _ stated: Int) {
    guard side.signs.count == side.terms.count - 1, let ladder = best(side, stated) else { return }
    let isExact = !(side.terms + [stated]).contains { number($0).exactness == .about }
    add(
      ProseClaim(
        kind: .equation, terms: side.terms, signs: side.signs, stated: stated, ladder: ladder,
        isCertain: isExact))
  }

  /// How an expression compares with what is stated; numbers without a unit take the other side's.
  private func best(_ side: Side, _ stated: Int) -> Ladder? {
    let hasMoney = side.terms.contains { number($0).measure.base == .money }
    let isProduct = side.signs.contains(.times)
    var unit = number(stated).measure
    if unit == .nothing, !isProduct,
      let known = side.terms.first(where: { number($0).measure.isAddable })
    {
      unit = number(known).measure
    }
    guard let right = plain(stated, unit) else { return nil }
    var sum: Reading? = .zero
    var product: Reading?
    var isNegative = false
    for (place, term) in side.terms.enumerated() {
      // In a product of bare factors the unit of the result belongs to one of them.
      let missing = isProduct && (hasMoney || product != nil) ? ProseMeasure.nothing : unit
      let measure = number(term).measure
      let isBare =
        measure == .nothing || isProduct && !measure.isAddable && measure.base != .percent
      guard let factor = factor(term, isBare ? missing : measure, isProduct) else { return nil }
      product = product.map { Reading.product($0, factor) } ?? factor
      let sign = place < side.signs.count ? side.signs[place] : .plus
      if sign == .times { continue }
      guard let addend = product else { return nil }
      sum = sum.flatMap { Reading.sum($0, isNegative ? addend.negated : addend) }
      product = nil
      isNegative = sign == .minus
    }
    return sum.flatMap { Ladder($0, right) }
  }

  private func plain(_ place: Int, _ measure: ProseMeasure) -> Reading? {
    var number = number(place)
    guard number.exactness != .bound else { return nil }
    number.isRange = false
    if measure.isWhole, number.exactness == .exact { return Reading(exact: number.quantity) }
    let floor = measure.base == .money && measure.exponent == 4 ? floor : 0
    let reading = Reading(number.quantity, exponent: measure.exponent, floor: floor)
    return number.exactness == .about ? reading?.approximate : reading
  }

  /// A term; factors are exact as they are printed.
  private func factor(_ place: Int, _ measure: ProseMeasure, _ isFactor: Bool) -> Reading? {
    guard isFactor else { return plain(place, measure) }
    guard number(place).exactness == .exact else { return plain(place, measure) }
    let isRounded = measure.base == .money || number(place).quantity.scale > 0
    return Reading(exact: number(place).quantity, exponent: measure.exponent, isRounded: isRounded)
  }
}
