internal import TieoutModel

/// Reads the words of measure that follow numbers in sentences.
enum ProseUnits {
  /// A measure, where it ends, and what else stands with it.
  struct Found {
    /// What is counted.
    var measure = ProseMeasure.nothing
    /// Where it ends.
    var end: Int
    /// For each of which: `元/人`.
    var per: ProseMeasure.Base?
    /// Whether it says that there are some more: `20余万元`.
    var isMore = false
  }

  /// Reads the measure at an offset.
  static func read(_ text: [UInt8], _ start: Int, _ limit: Int) -> Found {
    var found = Found(end: start)
    var index = text.afterBlanks(start, limit)
    skipMore(text, &index, limit, &found)
    guard index < limit else { return found }
    if text[index] < 0x80 { return english(text, index, limit, found) }
    var exponent = 0
    if let power = powers.first(text, at: index, limit) {
      exponent = power.value
      index = power.end
    }
    skipMore(text, &index, limit, &found)
    if let money = money.first(where: { text.stands($0, at: index, limit) }) {
      found.measure = ProseMeasure(base: .money, exponent: exponent)
      found.end = index + money.count
      found.per = per(text, &found.end, limit)
    } else if let counter = counter(text, index, limit) {
      found.measure = ProseMeasure(base: counter.base, exponent: exponent)
      found.end = counter.end
    } else if exponent >= 4, isEnd(text, index, limit) {
      // 20万 at the end of a clause is money; before a noun it may be anything.
      found.measure = ProseMeasure(base: .money, exponent: exponent)
      found.end = index
    }
    return found
  }

  /// The measure word at an offset.
  static func counter(
    _ text: [UInt8], _ index: Int, _ limit: Int
  ) -> (base: ProseMeasure.Base, end: Int)? {
    guard index < limit, text[index] >= 0xE4 else { return nil }
    return counters.first(text, at: index, limit).map { ($0.value, $0.end) }
  }

  /// Whether numbers of a measure may be so many times another's: 人次 of 人.
  static func isCounted(_ result: ProseMeasure.Base, by each: ProseMeasure.Base) -> Bool {
    result == each || occasions.contains { $0.result == result && $0.each == each }
  }

  /// Of which each gets the amount: `/人`, `/人·月`.
  private static func per(
    _ text: [UInt8], _ index: inout Int, _ limit: Int
  ) -> ProseMeasure.Base? {
    guard index < limit, text[index] == 0x2F else { return nil }
    var next = index + 1
    if next < limit, text[next] == 0x28 { next += 1 }
    for word in each where text.stands(word, at: next, limit) {
      next += word.count
      break
    }
    guard let counter = counter(text, next, limit) else { return nil }
    index = counter.end
    return counter.base
  }

  private static func skipMore(
    _ text: [UInt8], _ index: inout Int, _ limit: Int, _ found: inout Found
  ) {
    for word in more where text.stands(word, at: index, limit) {
      index += word.count
      found.isMore = true
      return
    }
  }

  /// Whether no word goes on at an offset.
  private static func isEnd(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return true }
    if text[index] < 0x80 { return !text[index].isLetterASCII }
    return text[index] == 0xE3 || text[index] == 0xEF
  }

  private static func english(
    _ text: [UInt8], _ start: Int, _ limit: Int, _ known: Found
  ) -> Found {
    var found = known
    if text[start] == 0x25 {
      found.measure = ProseMeasure(base: .percent, exponent: -2)
      found.end = start + 1
      return found
    }
    guard let word = noun(text, start, limit) else { return found }
    found.end = word.upperBound
    for (name, time) in spans where text[word].starts(with: name) {
      found.measure = ProseMeasure(base: .time(time))
      return found
    }
    // Singular and plural count the same.
    let stem = text[word].last == 0x73 ? text[word].dropLast() : text[word]
    let hash = stem.map(UInt32.init).stableHash(seed: 11)
    found.measure = ProseMeasure(
      base: .counter(UInt32(truncatingIfNeeded: hash) | ProseMeasure.firstNoun))
    return found
  }

  /// The noun that is counted at an offset: a plural with one word before it at the most,
  /// `72 young people`, or else the first word.
  private static func noun(_ text: [UInt8], _ start: Int, _ limit: Int) -> Range<Int>? {
    func word(_ start: Int) -> Range<Int>? {
      guard start < limit, text[start] >= 0x61, text[start].isLetterASCII else { return nil }
      var end = start
      while end < limit, text[end].isLetterASCII { end += 1 }
      let word = start..<end
      return word.count >= 3 && !noCounters.contains { text[word].elementsEqual($0) } ? word : nil
    }
    func isPlural(_ word: Range<Int>) -> Bool {
      text[word].last == 0x73 || plurals.contains { text[word].elementsEqual($0) }
    }
    guard let first = word(start) else { return nil }
    if isPlural(first) || spans.contains(where: { text[first].starts(with: $0.name) }) {
      return first
    }
    guard first.upperBound < limit, text[first.upperBound] == 0x20,
      let second = word(first.upperBound + 1), isPlural(second)
    else { return first }
    return second
  }

  private static let money = ProseLanguage.bytes { $0.money }
  private static let each = ProseLanguage.bytes { $0.each }
  private static let more = ProseLanguage.bytes { $0.more }
  private static let powers = WordTable(ProseLanguage.powers { $0.powers }.map { ($0, $1) })
  private static let occasions = ProseLanguage.all.flatMap(\.occasions).compactMap { entry in
    let (result, each) = (Array(entry.word.utf8), Array(entry.of.utf8))
    return counter(result, 0, result.count).flatMap { result in
      counter(each, 0, each.count).map { (result: result.base, each: $0.base) }
    }
  }
  private static let plurals = ProseLanguage.bytes { $0.plurals }
  private static let noCounters = ProseLanguage.bytes { $0.noCounters }
  private static let spans = ProseLanguage.all.flatMap(\.spans).map {
    (name: Array($0.word.utf8), time: $0.time)
  }

  private static let counters = {
    var counters: [([UInt8], ProseMeasure.Base)] = ProseLanguage.all.flatMap(\.otherCounters).map {
      (Array($0.word.utf8), $0.base)
    }
    for (number, group) in ProseLanguage.all.flatMap(\.counters).enumerated() {
      for word in group { counters.append((Array(word.utf8), .counter(UInt32(number)))) }
    }
    return WordTable(counters)
  }()
}

extension [UInt8] {
  /// Whether a word stands at an offset.
  func stands(_ word: [UInt8], at index: Int, _ limit: Int) -> Bool {
    guard word.count <= limit - index else { return false }
    for place in word.indices where self[index + place] != word[place] { return false }
    return true
  }

  /// The first offset from one on where no white space stands.
  func afterBlanks(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, self[index].isBlankASCII { index += 1 }
    return index
  }
}
