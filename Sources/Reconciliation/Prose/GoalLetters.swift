internal import TieoutModel

/// The letters of the forms' goals, read once: they are compared in several ways.
///
/// The letters of all forms stand one after the other, so that thousands of goals are a few arrays.
struct GoalLetters {
  /// Where the letters of one form's goal stand.
  struct Goal {
    /// The form.
    var detail: Int
    /// The bytes of its text; 0 where the form has no goal in words.
    var size: Int
    /// All letters and digits, by place in `all`.
    var all: Range<Int>
    /// Those that tell of the goal, by place in `telling`.
    var telling: Range<Int>
    /// Its clauses, by place in `clauses`.
    var clauses: Range<Int>
  }

  /// All letters and digits.
  private(set) var all: [UInt32] = []
  /// The letters without numbers, and without titles of decrees and their numbers: two goals that
  /// quote one decree are no copies.
  private(set) var telling: [UInt32] = []
  /// Where each clause begins in `telling`.
  private(set) var clauses: [Int] = []
  /// The goals of all forms.
  private(set) var goals: [Goal] = []

  /// Reads no goal yet.
  init() {}

  /// Reads the goals of a submission's forms.
  init(_ submission: borrowing Submission) {
    goals.reserveCapacity(submission.details.count)
    clauses.reserveCapacity(submission.details.count * 8)
    let name = submission.profile.detail.goal
    for detail in submission.details.indices {
      if case .text(let slice)? = submission.details[detail].fields.named(name)?.value {
        add(submission.document.text, slice.range)
      } else {
        add([], 0..<0)
      }
    }
  }

  /// The letters and digits of a form's goal; none where it has no goal in words.
  subscript(detail: Int) -> ArraySlice<UInt32> { all[goals[detail].all] }

  /// Where the letters of a clause stand.
  func clause(_ place: Int, of goal: Goal) -> Range<Int> {
    let end = place + 1 < goal.clauses.upperBound ? clauses[place + 1] : goal.telling.upperBound
    return clauses[place]..<end
  }

  /// Reads the goal of the next form.
  mutating func add(_ text: [UInt8], _ range: Range<Int>) {
    let (first, start, clause) = (all.count, telling.count, clauses.count)
    clauses.append(start)
    if !range.isEmpty { read(text, range) }
    goals.append(
      Goal(
        detail: goals.count, size: range.count, all: first..<all.count,
        telling: start..<telling.count, clauses: clause..<clauses.count))
  }

  private mutating func read(_ text: [UInt8], _ range: Range<Int>) {
    let bytes = text.span
    let end = range.upperBound
    let start = telling.count
    // No letter has less than a byte: room is asked for once, and not for each letter.
    all.append(addingCapacity: range.count) { all in
      telling.append(addingCapacity: range.count) { telling in
        var index = range.lowerBound
        while index < end {
          var rest = bytes.extracting(index..<end)
          // Nearly all letters are Han.
          while rest.count > 2, NameText.isHan(rest[0]) {
            let letter = NameText.wide(rest)
            all.append(letter)
            telling.append(letter)
            rest = rest.extracting(droppingFirst: 3)
          }
          index = end - rest.count
          guard index < end else { break }
          // Nearly all others are signs that end a clause.
          let isPause = rest.count > 2 && Self.isPause(rest[0], rest[1], rest[2])
          let (next, endsClause) =
            isPause ? (index + 3, true) : Self.readCharacter(text, index, end, &all, &telling)
          index = next
          if endsClause, clauses.last != start + telling.count {
            clauses.append(start + telling.count)
          }
        }
      }
    }
  }

  /// Past the character at an offset and what it quotes, and whether it ends a clause.
  private static func readCharacter(
    _ text: [UInt8], _ index: Int, _ end: Int, _ all: inout OutputSpan<UInt32>,
    _ telling: inout OutputSpan<UInt32>
  ) -> (next: Int, endsClause: Bool) {
    let byte = text[index]
    if byte.isLetterASCII {
      all.append(UInt32(byte | 0x20))
      telling.append(UInt32(byte | 0x20))
      return (index + 1, false)
    }
    if byte.isDigitASCII { all.append(UInt32(byte)) }
    if byte.isDigitASCII || byte.isBlankASCII { return (index + 1, false) }
    let quoted = opens.mayHold(text, index) ? endOfQuote(text, index, end) : nil
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    let next = quoted ?? min(index + width, end)
    if next - index == 3, width == 3 {
      // Mostly a sign of punctuation, which is no letter.
      let folded = NameText.fold(NameText.wide(text.span.extracting(index..<next)))
      if NameText.isLetter(folded) { all.append(folded) }
    } else if next - index > 1 {
      NameText.appendLetters(of: text.span.extracting(index..<next), to: &all)
    }
    return (next, quoted == nil)
  }

  /// Whether three bytes are `、`, `。`, `，` or `；`.
  @inline(__always)
  private static func isPause(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE3, 0x80): third == 0x81 || third == 0x82
    case (0xEF, 0xBC): third == 0x8C || third == 0x9B
    default: false
    }
  }

  /// Past what is quoted from a place on; `nil` where nothing is.
  private static func endOfQuote(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    for (open, close, most) in quotes where text.stands(open, at: index, end) {
      let limit = min(end, index + most)
      if let found = text.first(of: close, in: index..<limit) {
        // A bracket is left out only where it holds the number of a decree.
        if most > 100 || text.contains(decree, in: index..<found.upperBound) {
          return found.upperBound
        }
      }
    }
    return nil
  }

  /// The signs that open a quotation: most signs are commas.
  private static let opens: CharacterFilter = {
    var opens = CharacterFilter()
    for quote in quotes { opens.insert(quote.open, 0) }
    return opens
  }()
  private static let decree = Array("号".utf8)
  private static let quotes: [(open: [UInt8], close: [UInt8], most: Int)] = [
    ("《", "》", 400), ("〔", "〕", 101), ("[", "]", 101), ("【", "】", 101), ("（", "）", 60),
    ("(", ")", 60),
  ].map { (Array($0.0.utf8), Array($0.1.utf8), $0.2) }
}
