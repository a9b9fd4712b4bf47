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
    let isWhole: Bool
    /// How far it is only approximate, below and above, in units of its last digit that is no zero.
    let tolerance: (below: Int, above: Int)
  }

  /// How many records there are.
  private(set) var counts: [Statement] = []
  /// How much they come to.
  private(set) var amounts: [Statement] = []

  private static let wholes = WordList([
    "合计", "总计", "共计", "总额", "总金额", "总资金", "总投资", "共", "全部", "in all", "in total", "total of",
    "amount to",
  ])
  private static let scopes = WordList([
    "其中", "上年", "去年", "较", "同比", "增加", "减少", "新增", "续建", "平均", "每", "of which", "last year",
  ])
  private static let counters = ["个", "项", "笔"].map { Array($0.utf8) }
  private static let before = [("约", 1, 1), ("近", 1, 0), ("大约", 1, 1), ("about ", 1, 1)].map {
    (Array($0.0.utf8), $0.1, $0.2)
  }
  private static let after = [("余", 0, 1), ("多", 0, 1), ("左右", 1, 1), ("以上", 0, 1)].map {
    (Array($0.0.utf8), $0.1, $0.2)
  }

  /// Reads a letter's text.
  init(_ body: Slice, _ submission: Submission) {
    let text = submission.document.text
    let records = WordList(submission.profile.rules.recordWords)
    for sentence in StatedFloor.sentences(body.range, text) {
      for clause in Self.clauses(sentence, text) {
        // What follows 其中 is a part of what was said before.
        if Self.scopes.isIn(clause, of: text) { break }
        read(clause, records, submission)
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
      guard text[index].isDigitASCII,
        let (quantity, end) = Quantity.read(text, index..<clause.upperBound)
      else {
        index += text[index].isDigitASCII ? Self.digits(text, index, clause.upperBound) : 1
        continue
      }
      let start = index
      index = end
      var next = end
      while next < clause.upperBound, text[next].isBlankASCII { next += 1 }
      let more = Self.approximation(Self.after, text, next, clause.upperBound)
      next += more.length
      func tolerance(_ behind: Int) -> (below: Int, above: Int) {
        let front = Self.approximationBefore(start, clause.lowerBound, text)
        let last = Self.approximation(Self.after, text, behind, clause.upperBound)
        return (
          max(front.below, more.below, last.below), max(front.above, more.above, last.above)
        )
      }
      if let (unit, length) = Self.money(text, next, clause.upperBound, submission) {
        amounts.append(
          Statement(
            quantity: quantity, unit: unit, printed: Slice(start..<(next + length)),
            isWhole: isWhole, tolerance: tolerance(next + length)))
      } else if isOfRecords, quantity.scale == 0,
        let counter = Self.counters.first(where: {
          $0.stands(in: text, at: next, before: clause.upperBound)
        })
      {
        counts.append(
          Statement(
            quantity: quantity, unit: .none, printed: Slice(start..<(next + counter.count)),
            isWhole: isWhole, tolerance: tolerance(next + counter.count)))
      }
    }
  }

  private static func digits(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index].isDigitASCII { index += 1 }
    return index - start
  }

  private static func money(
    _ text: [UInt8], _ start: Int, _ end: Int, _ submission: Submission
  ) -> (UnitID, Int)? {
    var best: (UnitID, Int)?
    for (place, unit) in submission.profile.units.units.enumerated() where unit.exponent != nil {
      let name = Array(unit.name.utf8)
      if name.count > best?.1 ?? 0, name.stands(in: text, at: start, before: end) {
        best = (UnitID(rawValue: UInt8(place + 1)), name.count)
      }
    }
    return best
  }

  private static func approximation(
    _ words: [([UInt8], Int, Int)], _ text: [UInt8], _ start: Int, _ end: Int
  ) -> (length: Int, below: Int, above: Int) {
    for (word, below, above) in words where word.stands(in: text, at: start, before: end) {
      return (word.count, below, above)
    }
    return (0, 0, 0)
  }

  private static func approximationBefore(
    _ start: Int, _ least: Int, _ text: [UInt8]
  ) -> (below: Int, above: Int) {
    for (word, below, above) in before
    where start - word.count >= least
      && word.stands(in: text, at: start - word.count, before: start)
    {
      return (below, above)
    }
    return (0, 0)
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
