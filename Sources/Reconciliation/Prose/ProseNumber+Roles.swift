internal import TieoutModel

extension ProseNumber {
  /// Reads what the words around the number make of it.
  mutating func read(_ text: [UInt8], limit: Int) {
    let found = ProseUnits.read(text, at.upperBound, limit)
    measure = found.measure
    end = found.end
    per = found.per
    if isCalendarYear(text) { measure.base = .calendarYear }
    readCurrency(text, limit)
    if found.isMore { exactness = .bound }
    readBehind(text, limit)
    guard !label.isEmpty else { return }
    if text[label].suffix(3).elementsEqual(Self.ordinal) { measure = .nothing }
    readEach(text)
    let near = max(label.lowerBound, label.upperBound - 24)..<label.upperBound
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

  /// `£12,500`, `$2.5 million`.
  private mutating func readCurrency(_ text: [UInt8], _ limit: Int) {
    let signs: [[UInt8]] = [
      [0xC2, 0xA3], [0xE2, 0x82, 0xAC], [0x24], [0xC2, 0xA5], [0xEF, 0xBF, 0xA5],
    ]
    guard
      let sign = signs.first(where: {
        label.upperBound - $0.count >= label.lowerBound
          && text.stands($0, at: label.upperBound - $0.count, label.upperBound)
      })
    else { return }
    if case .money = measure.base { return }
    measure = ProseMeasure(base: .money)
    end = at.upperBound
    label = label.lowerBound..<(label.upperBound - sign.count)
    var next = text.afterBlanks(end, limit)
    for (word, exponent) in Self.multiples where text.stands(word, at: next, limit) {
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
    if text.stands(Self.inAll, at: next, limit) || text.stands(Self.inTotal, at: next, limit) {
      isTotal = true
    } else if text.stands(Self.eachWord, at: next, limit) {
      per = .nothing
    } else if text.stands(Self.perWord, at: next, limit) {
      let word = text.afterBlanks(next + Self.perWord.count, limit)
      // The number of the noun is read like that behind a number.
      per = ProseUnits.read(text, word, limit).measure.base
    }
  }

  /// `每人每月`, `人均`: for each of what, and how often.
  private mutating func readEach(_ text: [UInt8]) {
    var index = label.lowerBound
    while index < label.upperBound {
      if text.stands(Self.each, at: index, label.upperBound) {
        let next = text.afterBlanks(index + Self.each.count, label.upperBound)
        readEach(text, next)
      } else if text.stands(Self.average, at: index, label.upperBound),
        index - 3 >= label.lowerBound,
        let counter = ProseUnits.counter(text, index - 3, index)
      {
        note(counter.base)
      }
      index += text[index] >= 0xE0 ? 3 : 1
    }
    if per == nil, text.contains(Self.unitPrice, in: label) { per = .nothing }
  }

  private mutating func readEach(_ text: [UInt8], _ index: Int) {
    guard let counter = ProseUnits.counter(text, index, label.upperBound) else { return }
    if counter.base == .date {
      // 每月, 每日: how often.
      let isMonth = text.stands(Self.month, at: index, label.upperBound)
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
      if text.stands(Self.all, at: index, label.upperBound) {
        guard index - 3 >= label.lowerBound else { return true }
        return !Self.notAll.contains { text.stands($0, at: index - 3, index) }
          && !Self.notAllBehind.contains { text.stands($0, at: index + 3, label.upperBound) }
      }
      index += text[index] >= 0xE0 ? 3 : 1
    }
    return false
  }

  private static let all = Array("共".utf8)
  private static let each = Array("每".utf8)
  private static let average = Array("均".utf8)
  private static let unitPrice = Array("单价".utf8)
  private static let month = Array("月".utf8)
  private static let ordinal = Array("第".utf8)
  private static let notAll = ["公", "中", "总", "合", "一"].map { Array($0.utf8) }
  private static let notAllBehind = ["同", "享", "建", "产", "和", "青"].map { Array($0.utf8) }
  private static let inAll = Array("in all".utf8)
  private static let inTotal = Array("in total".utf8)
  private static let eachWord = Array("each".utf8)
  private static let perWord = Array("per ".utf8)
  private static let multiples: [(word: [UInt8], exponent: Int)] = [
    ("million", 6), ("thousand", 3), ("m", 6), ("k", 3),
  ].map { (Array($0.0.utf8), $0.1) }
}
