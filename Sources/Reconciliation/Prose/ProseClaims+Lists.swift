internal import TieoutModel

extension ProseClaims {
  /// A list of parts behind the number that they may come to.
  private struct List {
    var parts: [Int] = []
    /// Whether the words say that they are parts, and not that they are all: `其中`.
    var isPartial = false
    /// Whether they stand in a bracket of their own.
    var isBracketed = false
    /// Whether each is a member of its own.
    var isParted = true
  }

  /// Reads totals with their parts behind them: `合计979万元（甲487.28万元、乙…）`.
  mutating func readLists() {
    for whole in prose.numbers.indices where number(whole).isAddend || isRate(whole) {
      guard let list = list(behind: whole), !isRate(whole) || areOfRate(list, whole) else {
        continue
      }
      for part in list.parts { isListed[part] = true }
      guard !isStated[whole], list.parts.count > 1 || list.isPartial && !list.isBracketed else {
        continue
      }
      if let claim = claim(list, whole) { add(claim) }
    }
  }

  private func list(behind whole: Int) -> List? {
    let number = number(whole)
    let first = number.mark + 1
    var mark = first
    while mark - first <= 2, let sign = prose.sign(at: mark), sign.separates || sign == .colon {
      if case .item = sign { break }
      mark += 1
    }
    // At most two signs separate them: they are looked at where they stand.
    let separators = first..<mark
    guard separators.count <= 2, let sign = prose.sign(at: mark) else { return nil }
    switch sign {
    case .open(let bracket):
      guard isAdjacent(number.end, mark, separators.count) else { return nil }
      var isPartial = false
      if prose.sign(at: mark + 1) == .partOpening { isPartial = true }
      var list = list(from: mark + 1, like: whole, in: bracket)
      list.isPartial = isPartial
      list.isBracketed = true
      return list
    case .partOpening:
      guard !separators.contains(where: { prose.sign(at: $0) == .sentence }) else { return nil }
      var list = list(from: mark + 1, like: whole, in: number.bracket)
      list.isPartial = true
      return list
    case .number(let first):
      // `4辆，1辆…、2辆…`, `共计120人：教师80人、…`.
      let sole = separators.count == 1 ? prose.sign(at: separators.lowerBound) : nil
      let isOpening =
        sole == .colon
        || sole == .comma && self.number(first).label.isEmpty && !number.label.isEmpty
      guard isOpening,
        self.number(first).measure == number.measure || inherits(first, from: whole)
      else { return nil }
      let list = list(from: mark, like: whole, in: number.bracket)
      return list.parts.count > 1 && list.isParted ? list : nil
    default: return nil
    }
  }

  /// Whether a number is what each of many gets: `人均经费5250元`.
  private func isRate(_ place: Int) -> Bool {
    number(place).measure.base == .money && number(place).per != nil && !number(place).isRange
  }

  /// Whether a list is of what a rate is made of: its parts, in its unit, none of them as much.
  private func areOfRate(_ list: List, _ rate: Int) -> Bool {
    guard list.isPartial, let whole = reading(rate) else { return false }
    return list.parts.allSatisfy { part in
      number(part).measure.exponent == number(rate).measure.exponent
        && reading(part).map { $0.isLess(than: whole) } ?? false
    }
  }

  /// Whether nothing but so many signs stands between an offset and a mark.
  private func isAdjacent(_ end: Int, _ mark: Int, _ signs: Int) -> Bool {
    let start = signs > 0 ? prose.marks[mark - 1].at.upperBound : end
    let first =
      signs > 0 ? prose.marks[mark - signs].at.lowerBound : prose.marks[mark].at.lowerBound
    return text.afterBlanks(start, text.count) == prose.marks[mark].at.lowerBound
      && text.afterBlanks(end, text.count) == first
  }

  /// The numbers like another one up to the end of the bracket or of the sentence, or up to a year of
  /// which the first of them is not: what follows it was at another time.
  private func list(from mark: Int, like whole: Int, in bracket: Int) -> List {
    var list = List()
    let base = number(whole).measure.base
    var isByYears = false
    for mark in prose.marks[mark...] {
      switch mark.sign {
      case .number(let place):
        let number = number(place)
        if number.measure.base == .calendarYear {
          guard list.parts.isEmpty || isByYears else { return list }
          isByYears = true
        }
        guard number.bracket == bracket,
          number.isAddend && number.measure.base == base || inherits(place, from: whole)
        else { continue }
        // Another total ends the list.
        if number.isTotal, !list.parts.isEmpty { return list }
        if let last = list.parts.last, !prose.areParted(last, place, in: text) {
          list.isParted = false
        }
        list.parts.append(place)
      case .close(bracket) where bracket > 0: return list
      case .sentence where bracket == number(whole).bracket: return list
      case .item where bracket == number(whole).bracket: return list
      default: continue
      }
    }
    return list
  }

  private func claim(_ list: List, _ whole: Int) -> ProseClaim? {
    guard let ladder = ladder(list.parts, whole) else { return nil }
    let total = number(whole).isTotal
    if ladder.verdict == .exact || ladder.verdict == .rounded {
      return list.parts.count > 1 ? claim(list.parts, whole, ladder, isCertain: total) : nil
    }
    if list.isPartial, let shorter = shorter(list.parts, whole) { return shorter }
    if list.isPartial, let longer = longer(list.parts, whole) { return longer }
    guard list.parts.count > 1, list.isParted, !isScoped(list.parts), !isScoped([whole]),
      !isRoughly(ladder, whole)
    else { return nil }
    if ladder.verdict == .coarse { return claim(list.parts, whole, ladder, isCertain: total) }
    // Parts cannot exceed their whole.
    if ladder.right.isLess(than: ladder.left) {
      let isFixed = total || list.isPartial
      guard isFixed || list.isBracketed || isNear(ladder) || !hasNames(list.parts) else {
        return nil
      }
      return claim(list.parts, whole, ladder, isCertain: isFixed)
    }
    let isAll = list.parts.last.map { ProseWords.rests.isIn(number($0).label, of: text) } ?? false
    if isAll || total && !list.isPartial {
      return claim(list.parts, whole, ladder, isCertain: total)
    }
    guard isNear(ladder) || list.isBracketed && !list.isPartial else { return nil }
    return claim(list.parts, whole, ladder, isCertain: false)
  }

  /// The first members of a list, where they come to the whole: what follows them is about something
  /// else, `总长62.4公里，其中…30公里、…32.4公里，另维修旧管30公里`.
  private func shorter(_ parts: [Int], _ whole: Int) -> ProseClaim? {
    for count in stride(from: 2, to: parts.count, by: 1) {
      let first = Array(parts[..<count])
      guard let ladder = ladder(first, whole), ladder.verdict == .exact else { continue }
      return claim(first, whole, ladder, isCertain: true)
    }
    return nil
  }

  /// Whether the members of a list are named before their numbers, as the first one is.
  private func hasNames(_ parts: [Int]) -> Bool {
    parts.first.map { first in
      number(first).label.contains { text[$0].isLetterASCII || text[$0] >= 0xE4 && text[$0] < 0xEF }
    } ?? false
  }

  /// Whether a bare number counts what the whole counts, in languages that part words by blanks:
  /// `40 seats: 24 under the roof and 16 on the lawn`.
  private func inherits(_ part: Int, from whole: Int) -> Bool {
    let number = number(part)
    return number.measure == .nothing && number.per == nil && !number.isRange
      && number.quantity.scale == 0 && self.number(whole).measure.isNoun
  }

  /// A list that goes on in the next sentences until it comes to the whole.
  ///
  /// `33367人，其中：70周岁以上1313人…。60岁以上13078人…。` counts one number a sentence.
  private func longer(_ parts: [Int], _ whole: Int) -> ProseClaim? {
    guard let first = parts.first else { return nil }
    var parts = [first]
    var sentence = number(first).sentence
    let base = number(whole).measure.base
    for place in prose.numbers.indices where place > first {
      let number = number(place)
      guard number.sentence > sentence, number.isAddend, number.measure.base == base,
        number.bracket == self.number(whole).bracket
      else { continue }
      sentence = number.sentence
      parts.append(place)
      guard let ladder = ladder(parts, whole) else { return nil }
      if ladder.verdict == .exact { return claim(parts, whole, ladder, isCertain: true) }
    }
    guard parts.count > 1, let ladder = ladder(parts, whole), isNear(ladder) else { return nil }
    return claim(parts, whole, ladder, isCertain: false)
  }
}
