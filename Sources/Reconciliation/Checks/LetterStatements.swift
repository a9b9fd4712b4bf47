internal import TieoutModel

/// What the letter says about the tables that come with it: how many records, and how much in all.
struct LetterStatements {
  /// A number of records, or an amount.
  struct Statement {
    /// The number.
    let quantity: Quantity
    /// The unit of an amount.
    let unit: UnitID
    /// Its characters.
    let printed: Slice
    /// Whether words make it the whole: 共, 合计.
    var isWhole: Bool
    /// Whether its sentence speaks of what the tables list.
    var isOfRecords = false
    /// How far it is only approximate.
    let vagueness: Vagueness
  }

  /// How many records there are.
  private(set) var counts: [Statement] = []
  /// How much they come to.
  private(set) var amounts: [Statement] = []
  /// The years that words make those of the tables: `2024年度5个项目`.
  private(set) var years: [YearInText] = []

  private static let wholes = ProseLanguage.list { $0.letterWholes }
  private static let enclosures = ProseLanguage.list { $0.letterEnclosures }
  private static let scopes = ProseLanguage.list { $0.letterScopes }
  private static let counters = ProseLanguage.bytes { $0.letterCounters }

  /// Reads a letter's text.
  init(_ body: Slice, _ submission: borrowing Submission) {
    let text = submission.document.text
    let records = WordList(submission.profile.rules.recordWords)
    for sentence in text.sentences(in: body.range) {
      let first = amounts.count
      for clause in Self.clauses(sentence, text) {
        // What follows 其中 is a part of what was said before.
        if Self.scopes.isIn(clause, of: text) { break }
        read(clause, records, submission)
        if Self.enclosures.isIn(clause, of: text) {
          years += Self.plannedYears(in: clause, text)
        }
      }
      // 共8个项目，预算金额500万元: the only amount of a sentence is the whole that it speaks of.
      if amounts.count == first + 1, Self.wholes.isIn(sentence, of: text) {
        amounts[first].isWhole = true
      }
      if records.isIn(sentence, of: text) {
        for place in first..<amounts.count { amounts[place].isOfRecords = true }
      }
    }
  }

  private mutating func read(
    _ clause: Range<Int>, _ records: WordList, _ submission: Submission
  ) {
    let text = submission.document.text
    let isWhole = Self.wholes.isIn(clause, of: text)
    let isOfRecords = records.isIn(clause, of: text)
    var index = clause.lowerBound
    while index < clause.upperBound {
      guard let number = LetterNumber.read(text, index, in: clause, submission.profile.units) else {
        index += text[index].isDigitASCII ? Self.digits(text, index, clause.upperBound) : 1
        continue
      }
      let (quantity, end) = (number.quantity, number.end)
      let start = index
      index = end
      // 两个项目 may be any two; in words only what says that it is all of them counts them.
      if !text[start].isDigitASCII, number.unit == nil, !isWhole,
        !Self.enclosures.isIn(clause.lowerBound..<start, of: text)
      {
        continue
      }
      var next = end
      while next < clause.upperBound, text[next].isBlankASCII { next += 1 }
      let inside = Vagueness.read(behind: next, clause.upperBound, text)
      next += inside.length
      let said = Vagueness.read(before: start, clause.lowerBound, text) + inside.vagueness
      let money =
        number.unit.map { ($0, 0) } ?? Self.money(text, next, clause.upperBound, submission)
        ?? Self.money(text, before: start, clause.lowerBound, submission).map { ($0, 0) }
      if let (unit, length) = money {
        let behind = Vagueness.read(behind: next + length, clause.upperBound, text).vagueness
        amounts.append(
          Statement(
            quantity: quantity, unit: unit, printed: Slice(start..<(next + length)),
            isWhole: isWhole, vagueness: said + behind))
      } else if isOfRecords, quantity.scale == 0,
        let counter = Self.counters.first(where: {
          $0.stands(in: text, at: next, before: clause.upperBound)
        }),
        Self.counts(records, behind: next + counter.count, clause.upperBound, text)
      {
        let behind = Vagueness.read(behind: next + counter.count, clause.upperBound, text).vagueness
        counts.append(
          Statement(
            quantity: quantity, unit: .none, printed: Slice(start..<(next + counter.count)),
            isWhole: isWhole, vagueness: said + behind))
      } else if isOfRecords, quantity.scale == 0, Self.enclosures.isIn(clause, of: text),
        Self.names(records, at: next, clause.upperBound, text)
      {
        counts.append(
          Statement(
            quantity: quantity, unit: .none, printed: Slice(start..<end), isWhole: isWhole,
            vagueness: said))
      }
    }
  }

  /// The years of a clause that are those of a plan that is handed in, and not what it refers to.
  private static func plannedYears(in clause: Range<Int>, _ text: [UInt8]) -> [YearInText] {
    YearInText.all(in: clause, text).filter { year in
      let before = clause.lowerBound..<year.printed.range.lowerBound
      let behind = text.afterBlanks(year.printed.range.upperBound, clause.upperBound)
      return enclosures.isIn(before, of: text)
        && ProseWords.plans.contains { text.stands($0, at: behind, clause.upperBound) }
        && !ProseWords.references.isIn(before, of: text)
        && !quotes.contains { text.contains($0, in: before) }
    }
  }

  /// What a title or the number of a decree begins with.
  private static let quotes = ["《", "〔", "[", "“"].map { Array($0.utf8) }

  /// Whether the noun behind a number is that of records, with one word before it at the most:
  /// `8 applications`, `8 grant applications`; not `3 years of projects`.
  private static func names(
    _ records: WordList, at start: Int, _ end: Int, _ text: [UInt8]
  ) -> Bool {
    func word(_ start: Int) -> Range<Int> {
      var index = start
      while index < end, text[index].isLetterASCII { index += 1 }
      return start..<index
    }
    let first = word(start)
    guard !first.isEmpty else { return false }
    if records.isIn(first, of: text) { return true }
    // A plural is a noun of its own.
    guard text[first.upperBound - 1] != 0x73 else { return false }
    return records.isIn(word(min(first.upperBound + 1, end)), of: text)
  }

  /// Whether a counter counts records: their word follows within three letters, or nothing does.
  private static func counts(
    _ records: WordList, behind start: Int, _ end: Int, _ text: [UInt8]
  ) -> Bool {
    guard NameText.goesOn(text, start..<end) else { return true }
    return Vagueness.read(behind: start, end, text).length > 0
      || records.isIn(start..<min(start + 15, end), of: text)
  }

  private static func digits(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index].isDigitASCII { index += 1 }
    return index - start
  }

  private static func money(
    _ text: [UInt8], _ start: Int, _ end: Int, _ submission: Submission
  ) -> (UnitID, Int)? {
    guard start < end else { return nil }
    var best: (UnitID, Int)?
    for (place, unit) in submission.profile.units.units.enumerated()
    where unit.exponent != nil && unit.name.utf8.first == text[start] {
      let name = Array(unit.name.utf8)
      if name.count > best?.1 ?? 0, name.stands(in: text, at: start, before: end) {
        best = (UnitID(rawValue: UInt8(place + 1)), name.count)
      }
    }
    return best
  }

  /// The money whose sign stands right before a number: `£62,400`.
  private static func money(
    _ text: [UInt8], before start: Int, _ least: Int, _ submission: Submission
  ) -> UnitID? {
    guard start > least, !text[start - 1].isBlankASCII, !text[start - 1].isLetterASCII else {
      return nil
    }
    let units = submission.profile.units.units
    let place = units.indices.first { place in
      guard units[place].exponent != nil, units[place].name.utf8.last == text[start - 1] else {
        return false
      }
      let name = Array(units[place].name.utf8)
      return start - name.count >= least
        && name.stands(in: text, at: start - name.count, before: start)
    }
    return place.map { UnitID(rawValue: UInt8($0 + 1)) }
  }

  /// The parts of a sentence between its commas; a comma inside a number is none.
  private static func clauses(_ sentence: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var index = start
    while index < sentence.upperBound {
      let isWide =
        text[index] == 0xEF && index + 2 < sentence.upperBound && text[index + 1] == 0xBC
        && (text[index + 2] == 0x8C || text[index + 2] == 0x9A)
      let isNarrow =
        text[index] == 0x2C
        && !(index + 1 < sentence.upperBound && text[index + 1].isDigitASCII
          && index > start && text[index - 1].isDigitASCII)
      if isWide || isNarrow {
        clauses.append(start..<index)
        start = index + (isWide ? 3 : 1)
        index = start
      } else {
        index += 1
      }
    }
    if start < sentence.upperBound { clauses.append(start..<sentence.upperBound) }
    return clauses
  }
}

extension LetterStatements.Statement {
  /// Whether it is a number of things, or may mean it.
  func isNear(_ count: Int) -> Bool {
    quantity.digits(at: 0).map { vagueness.covers($0, Int128(count)) } ?? false
  }

  /// An amount in the base unit of money.
  func reading(_ submission: Submission) -> Reading? {
    Reading(
      quantity, exponent: submission.profile.units.exponent(unit) ?? 0,
      width: submission.profile.thresholds.width)
  }

  /// Whether it may mean an amount.
  func covers(_ other: Reading, _ exponent: Int) -> Bool {
    guard let own = Reading(quantity, exponent: exponent),
      let (left, right) = Reading.aligned(own, other)
    else { return false }
    return vagueness.covers(left.value, right.value)
  }
}
