internal import TieoutModel

extension ProseNumber {
  /// Reads what the words around the number make of it.
  mutating func read(_ text: [UInt8], limit: Int) {
    let found = ProseUnits.read(text, at.upperBound, limit)
    measure = found.measure
    end = found.end
    per = found.per
    if isCalendarYear(text) { measure.base = .calendarYear }
    if isBareYear(text) {
      measure = ProseMeasure(base: .calendarYear)
      end = at.upperBound
    }
    readCurrency(text, limit)
    if found.isMore { exactness = .bound }
    readBehind(text, limit)
    guard !label.isEmpty else { return }
    if ProseWords.ordinals.contains(where: { endsIn($0, text) }) { measure = .nothing }
    readEach(text)
    // What says that in English stands right before the number.
    let isEnglish = label.upperBound > label.lowerBound && text[label.upperBound - 1] < 0x80
    let near = max(label.lowerBound, label.upperBound - (isEnglish ? 12 : 24))..<label.upperBound
    if ProseWords.bounds.isIn(near, of: text) {
      exactness = .bound
    } else if ProseWords.approximations.isIn(near, of: text), exactness == .exact {
      exactness = .about
    }
    isTotal = isTotal || ProseWords.totals.isIn(label, of: text) || endsInAll(text)
  }

  private func isCalendarYear(_ text: [UInt8]) -> Bool {
    measure.base == .time(.year) && at.count == 4 && quantity.scale == 0
      && quantity.digits >= 1900 && quantity.digits < 2200
  }

  /// `in 2024`: a year without a word of its own.
  private func isBareYear(_ text: [UInt8]) -> Bool {
    guard at.count == 4, quantity.scale == 0, (1990..<2100).contains(quantity.digits),
      measure.base != .percent, measure.base != .money
    else { return false }
    var stop = label.upperBound
    while stop > label.lowerBound, text[stop - 1].isBlankASCII { stop -= 1 }
    guard stop < label.upperBound else { return false }
    return ProseWords.yearsBehind.contains { word in
      let start = stop - word.count
      return start >= label.lowerBound && text.stands(word, at: start, stop)
        && (start == label.lowerBound || text[start - 1].isBlankASCII)
    }
  }

  /// `£12,500`, `$2.5 million`.
  private mutating func readCurrency(_ text: [UInt8], _ limit: Int) {
    guard !label.isEmpty, Self.currencyEnds.mayHold(text[label.upperBound - 1]),
      let sign = Self.currencies.first(where: {
        label.upperBound - $0.count >= label.lowerBound
          && text.stands($0, at: label.upperBound - $0.count, label.upperBound)
      })
    else { return }
    if case .money = measure.base { return }
    measure = ProseMeasure(base: .money)
    end = at.upperBound
    label = label.lowerBound..<(label.upperBound - sign.count)
    var next = text.afterBlanks(end, limit)
    for (word, exponent) in ProseWords.multiples where text.stands(word, at: next, limit) {
      next += word.count
      guard next >= limit || !text[next].isLetterASCII else { continue }
      measure.exponent = exponent
      end = next
      return
    }
  }

  /// Bounds, approximations, totals and shares behind the number.
  private mutating func readBehind(_ text: [UInt8], _ limit: Int) {
    let next = text.afterBlanks(end, limit)
    guard next < limit, Self.behind.mayHold(text, next) else { return }
    for word in ProseWords.boundsBehind where text.stands(word, at: next, limit) {
      exactness = .bound
      end = next + word.count
      return
    }
    for word in ProseWords.approximationsBehind where text.stands(word, at: next, limit) {
      exactness = .about
      end = next + word.count
      return
    }
    guard next < limit, text[next] < 0x80 else { return }
    if ProseWords.inAllBehind.contains(where: { text.stands($0, at: next, limit) }) {
      isTotal = true
    } else if ProseWords.eachBehind.contains(where: { text.stands($0, at: next, limit) }) {
      per = .nothing
    } else if let each = ProseWords.perBehind.first(where: { text.stands($0, at: next, limit) }) {
      let word = text.afterBlanks(next + each.count, limit)
      // The number of the noun is read like that behind a number.
      per = ProseUnits.read(text, word, limit).measure.base
    }
  }

  /// `每人每月`, `人均`: for each of what, and how often.
  private mutating func readEach(_ text: [UInt8]) {
    var index = label.lowerBound
    while true {
      index = Self.ofEach.next(in: text.span, index..<label.upperBound)
      guard index < label.upperBound else { break }
      if let each = ProseWords.each.first(where: { text.stands($0, at: index, label.upperBound) }) {
        let next = text.afterBlanks(index + each.count, label.upperBound)
        readEach(text, next)
      } else if index - 3 >= label.lowerBound,
        ProseWords.mean.contains(where: { text.stands($0, at: index, label.upperBound) }),
        let counter = ProseUnits.counter(text, index - 3, index)
      {
        note(counter.base)
      }
      index += text[index] >= 0xE0 ? 3 : 1
    }
    if per == nil, ProseWords.unitPrices.isIn(label, of: text) { per = .nothing }
  }

  private mutating func readEach(_ text: [UInt8], _ index: Int) {
    guard let counter = ProseUnits.counter(text, index, label.upperBound) else {
      // `每镇安排困难老人40名`: for each of something that no list of units knows.
      if index < label.upperBound, text[index] >= 0xE4, per == nil { per = .nothing }
      return
    }
    if counter.base == .date {
      // 每月, 每日: how often.
      let isMonth = ProseWords.months.contains { text.stands($0, at: index, label.upperBound) }
      note(.time(isMonth ? .month : .day))
    } else {
      note(counter.base)
    }
  }

  private mutating func note(_ base: ProseMeasure.Base) {
    if case .time(let time) = base { period = time } else { per = base }
  }

  /// `共`, at the end of the words before the number, with a verb at the most: `共需`, `共发放`.
  private func endsInAll(_ text: [UInt8]) -> Bool {
    var index = max(label.lowerBound, label.upperBound - 12)
    while index < label.upperBound, !text[index].isScalarStart { index += 1 }
    while index < label.upperBound {
      if let all = ProseWords.inAll.first(where: { text.stands($0, at: index, label.upperBound) }) {
        let end = index + all.count
        guard index - 3 >= label.lowerBound else { return true }
        return !ProseWords.notInAllBefore.contains { text.stands($0, at: index - 3, index) }
          && !ProseWords.notInAllBehind.contains { text.stands($0, at: end, label.upperBound) }
      }
      index += text[index] >= 0xE0 ? 3 : 1
    }
    return false
  }

  /// £, €, $, ¥ and its wide form.
  private static let currencies: [[UInt8]] = [
    [0xC2, 0xA3], [0xE2, 0x82, 0xAC], [0x24], [0xC2, 0xA5], [0xEF, 0xBF, 0xA5],
  ]

  private static let currencyEnds: CharacterFilter = {
    var filter = CharacterFilter()
    for sign in currencies { filter.insert(sign, sign.count - 1) }
    return filter
  }()

  /// How the words begin that are looked for behind a number.
  private static let behind: CharacterFilter = {
    var filter = CharacterFilter()
    let words =
      ProseWords.boundsBehind + ProseWords.approximationsBehind + ProseWords.inAllBehind
      + ProseWords.eachBehind + ProseWords.perBehind
    for word in words where !word.isEmpty { filter.insert(word, 0) }
    return filter
  }()

  /// How the words begin that are looked for in all that stands before a number.
  private static let ofEach: CharacterFilter = {
    var filter = CharacterFilter()
    for word in ProseWords.each + ProseWords.mean { filter.insert(word, 0) }
    return filter
  }()

  /// Whether the words before the number end in a word.
  private func endsIn(_ word: [UInt8], _ text: [UInt8]) -> Bool {
    text[label].suffix(word.count).elementsEqual(word)
  }
}
