internal import TieoutModel

/// What a form says of its purpose, as letters that can be compared.
///
/// Numbers, titles of decrees and their numbers are left out: two goals that quote one decree are no
/// copies. Clauses that stand in three forms or more are how such papers are worded, and are left
/// out too.
struct GoalText {
  /// The form.
  let detail: Int
  /// The printed goal.
  let printed: Slice
  /// The letters.
  private(set) var letters: [UInt32] = []
  /// The letters without the names of the form's project and of its bodies.
  private(set) var masked: [UInt32] = []
  /// What all its letters and digits come to, those too that are left out.
  let whole: UInt64
  /// Where each clause begins in `letters`.
  fileprivate var clauses: [Int] = []

  /// Fewer letters say too little to be compared, even where they are the same.
  static let least = 15
  /// Fewer letters are compared only as a whole.
  static let leastAlike = 30

  /// Reads a goal, all letters and digits of which are known.
  init(_ detail: Int, _ printed: Slice, _ all: Span<UInt32>, in text: [UInt8]) {
    self.detail = detail
    self.printed = printed
    whole = all.stableHash(seed: 7)
    letters.reserveCapacity(Int(printed.count) / 3)
    clauses.reserveCapacity(Int(printed.count) / 16 + 4)
    clauses.append(0)
    var index = printed.range.lowerBound
    let end = printed.range.upperBound
    var start = index
    while index < end {
      let byte = text[index]
      if byte >= 0xE4, byte <= 0xE9 {
        index += 3
        continue
      }
      // Anything else may end a clause, a run of letters or begin a quotation.
      NameText.appendLetters(of: text, start..<min(index, end), to: &letters)
      index = GoalText.afterSign(text, index, end, &self)
      start = index
    }
    NameText.appendLetters(of: text, min(start, end)..<end, to: &letters)
  }

  /// Past a character that is no letter of Han, or past what it quotes.
  private static func afterSign(
    _ text: [UInt8], _ index: Int, _ end: Int, _ goal: inout GoalText
  ) -> Int {
    let byte = text[index]
    if byte.isLetterASCII {
      var next = index
      while next < end, text[next].isLetterASCII { next += 1 }
      NameText.appendLetters(of: text, index..<next, to: &goal.letters)
      return next
    }
    if opens.mayHold(text, index), let quoted = endOfQuote(text, index, end) { return quoted }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    if !byte.isBlankASCII, !byte.isDigitASCII, goal.clauses.last != goal.letters.count {
      goal.clauses.append(goal.letters.count)
    }
    return index + length
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

extension GoalText {
  /// Calls a function with the hash of each clause of some length, and with its letters.
  func forEachClause(_ body: (UInt64, Range<Int>) -> Void) {
    let letters = letters.span
    for place in clauses.indices {
      let start = clauses[place]
      let end = place + 1 < clauses.count ? clauses[place + 1] : letters.count
      if end - start >= 4 { body(letters.extracting(start..<end).stableHash(seed: 5), start..<end) }
    }
  }

  /// Leaves out the clauses that are common; names are masked next.
  mutating func leaveOut(_ isCommon: (UInt64) -> Bool) {
    var common: [Range<Int>] = []
    forEachClause { if isCommon($0) { common.append($1) } }
    for clause in common.reversed() { letters.removeSubrange(clause) }
    masked = letters
  }

  /// Whether a name or a long part of it stands in the goal.
  func holds(_ name: ArraySlice<UInt32>) -> Bool {
    Self.next(name.span, LetterSet(name), in: letters.span, from: 0) != nil
  }

  /// Masks a name.
  mutating func mask(_ name: ArraySlice<UInt32>) { Self.remove(name, from: &masked) }

  /// Shorter parts of a name are no name.
  private static let leastName = 4

  /// Takes a name and long parts of it out of letters.
  private static func remove(_ name: ArraySlice<UInt32>, from letters: inout [UInt32]) {
    let set = LetterSet(name)
    guard var part = next(name.span, set, in: letters.span, from: 0) else { return }
    var rest = Array(letters[..<part.lowerBound])
    while let following = next(name.span, set, in: letters.span, from: part.upperBound) {
      rest += letters[part.upperBound..<following.lowerBound]
      part = following
    }
    rest += letters[part.upperBound...]
    letters = rest
  }

  /// Where a name or a long part of it stands, from a place on.
  private static func next(
    _ name: Span<UInt32>, _ set: LetterSet, in letters: Span<UInt32>, from start: Int
  ) -> Range<Int>? {
    let least = min(leastName, name.count)
    guard least > 1 else { return nil }
    for index in start..<letters.count where set.mayHold(letters[index]) {
      let length = longest(name, letters.extracting(index...))
      if length >= least { return index..<index + length }
    }
    return nil
  }

  /// The length of the longest part of a name with which some letters begin.
  private static func longest(_ name: Span<UInt32>, _ letters: Span<UInt32>) -> Int {
    var longest = 0
    for start in name.indices where name[start] == letters[0] {
      var length = 1
      while start + length < name.count, length < letters.count,
        name[start + length] == letters[length]
      {
        length += 1
      }
      longest = max(longest, length)
    }
    return longest
  }
}
