internal import TieoutModel

extension ProseClaims {
  /// Reads numbered items with an amount each.
  ///
  /// Such as `1、工资979万元。2、办公经费87.45万元。`. What they come to stands before the first or, as a total, behind the last one.
  mutating func readOutline() {
    var mark = 0
    while mark < prose.marks.count {
      guard case .item(1) = prose.marks[mark].sign else {
        mark += 1
        continue
      }
      let first = mark
      var heads: [Int] = []
      var next: Int64 = 1
      var isComplete = true
      while mark < prose.marks.count, case .item(next) = prose.marks[mark].sign {
        let end = endOfItem(mark + 1)
        let amounts = amounts(from: mark + 1, to: end)
        if let head = amounts.first { heads.append(head) } else { isComplete = false }
        mark = end
        next += 1
      }
      guard isComplete, heads.count > 1 else { continue }
      readOutline(heads, first: first)
    }
  }

  private mutating func readOutline(_ heads: [Int], first: Int) {
    let base = number(heads[0]).measure.base
    guard heads.allSatisfy({ number($0).measure.base == base }), !isScoped(heads) else { return }
    let lead = prose.numbers.indices.last { place in
      let number = number(place)
      return number.mark < first && number.isAddend && number.measure.base == base
        && number.bracket == 0
    }
    if let lead, let ladder = ladder(heads, lead) {
      let number = number(lead)
      let isNamed = number.isTotal || ProseWords.asked.isIn(number.label, of: text)
      if ladder.verdict == .exact || isNamed && !isScoped([lead]) {
        add(claim(heads, lead, ladder, isCertain: number.isTotal))
        return
      }
    }
  }

  /// Where an item ends: at the next one, or behind the last mark.
  private func endOfItem(_ start: Int) -> Int {
    var mark = start
    while mark < prose.marks.count {
      if case .item = prose.marks[mark].sign { return mark }
      mark += 1
    }
    return mark
  }

  /// The amounts of money that stand in an item itself, and not in a bracket.
  private func amounts(from start: Int, to end: Int) -> [Int] {
    prose.marks[start..<end].compactMap { mark in
      guard case .number(let place) = mark.sign else { return nil }
      let number = number(place)
      return number.isAddend && number.bracket == 0 && number.measure.base == .money
        ? place : nil
    }
  }

  /// Reads totals behind their parts: `设备10万元，培训5万元，合计15万元`.
  mutating func readClosings() {
    for whole in prose.numbers.indices {
      let number = number(whole)
      guard number.isAddend, number.isTotal, !isStated[whole], isClosing(number) else { continue }
      let parts = parts(before: whole)
      // One wrong list is one finding, however often its total is stated.
      guard parts.count > 1, !claims.contains(where: { !$0.holds && $0.terms == parts }) else {
        continue
      }
      if let claim = closing(parts, whole) { add(claim) }
    }
  }

  /// Whether the words before a number say little more than that it adds up what stands before.
  private func isClosing(_ number: ProseNumber) -> Bool {
    if isWhole(number) { return true }
    let start = text.afterBlanks(number.label.lowerBound, number.label.upperBound)
    let words = start..<number.label.upperBound
    if words.isEmpty { return true }
    return words.count <= 24
      && (ProseWords.closings.contains { text.stands($0, at: start, words.upperBound) }
        || ProseWords.inAll.contains { text.stands($0, at: start, words.upperBound) }
        || text[start] < 0x80)
  }

  /// Whether the words before a number begin with that of a whole, which need not add up what stands
  /// before it: `一期780万元，二期500万元，总投资1280万元`.
  private func isWhole(_ number: ProseNumber) -> Bool {
    let start = text.afterBlanks(number.label.lowerBound, number.label.upperBound)
    let end = number.label.upperBound
    if ProseWords.wholeSums.contains(where: { text.stands($0, at: start, end) }) { return true }
    // 年度预算700万元 may be another figure; 全年共计700万元 adds up.
    guard let year = ProseWords.yearSums.first(where: { text.stands($0, at: start, end) }) else {
      return false
    }
    return !(ProseWords.closings + ProseWords.inAll).contains {
      text.contains($0, in: start + year.count..<end)
    }
  }

  /// The numbers before a total that it may add up: of its sentence, behind the last total.
  ///
  /// Where a list of parts stands directly before it, those.
  private func parts(before whole: Int) -> [Int] {
    let total = number(whole)
    var parts: [Int] = []
    for place in (0..<whole).reversed() {
      let number = number(place)
      guard number.sentence == total.sentence else { break }
      guard number.isAddend, number.measure.base == total.measure.base,
        number.bracket == total.bracket
      else { continue }
      if let next = parts.first, isListed[place] != isListed[next] {
        if isListed[next] { break }
        continue
      }
      parts.insert(place, at: 0)
    }
    // What subtotals add up stands in them already.
    var open: [Int] = []
    for place in parts {
      if let claim = claims.first(where: { $0.stated == place && $0.kind == .sum }) {
        open.removeAll { claim.terms.contains($0) }
      }
      open.append(place)
    }
    return open
  }

  /// Whether a list up to its whole has some of the spells that a longer one is parted into, and not
  /// all of them.
  private func lacksSpells(_ parts: [Int], _ whole: Int) -> Bool {
    guard let first = parts.first else { return false }
    let words = number(first).label.lowerBound..<number(whole).at.lowerBound
    return ProseWords.spells.contains { spells in
      let named = spells.count { text.contains($0, in: words) }
      return named > 0 && named < spells.count
    }
  }

  private func closing(_ parts: [Int], _ whole: Int) -> ProseClaim? {
    for start in 0..<(parts.count - 1) {
      let some = Array(parts[start...])
      guard let ladder = ladder(some, whole) else { return nil }
      if ladder.verdict == .exact { return claim(some, whole, ladder, isCertain: true) }
    }
    guard let ladder = ladder(parts, whole), !isScoped(parts), !isScoped([whole]),
      !isRoughly(ladder, whole), !lacksSpells(parts, whole)
    else { return nil }
    for (left, right) in zip(parts, parts.dropFirst())
    where !prose.areParted(left, right, in: text) { return nil }
    // A whole that one of its parts exceeds, or that is many times their sum, adds up others.
    if isNear(ladder) { return claim(parts, whole, ladder, isCertain: !isWhole(number(whole))) }
    guard isWithin(2, ladder), !isWhole(number(whole)) else { return nil }
    return claim(parts, whole, ladder, isCertain: true)
  }

  /// Whether neither side is more than so many times the other.
  private func isWithin(_ factor: Int128, _ ladder: Ladder) -> Bool {
    let (left, right) = (ladder.left.value, ladder.right.value)
    return left <= right * factor && right <= left * factor
  }
}
