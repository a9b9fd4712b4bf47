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
  fileprivate var clauses: [Int] = [0]
  /// Whether the goal has the project's name in it.
  private(set) var isNamed = false

  /// Fewer letters say too little to be compared, even where they are the same.
  static let least = 15
  /// Fewer letters are compared only as a whole.
  static let leastAlike = 30

  /// Reads a goal, all letters and digits of which are known.
  init(_ detail: Int, _ printed: Slice, _ all: [UInt32], in text: [UInt8]) {
    self.detail = detail
    self.printed = printed
    whole = all.stableHash(seed: 7)
    letters.reserveCapacity(Int(printed.count) / 3)
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
  /// Calls a function with the hash of each clause of some length.
  func forEachClause(_ body: (UInt64) -> Void) {
    for (place, start) in clauses.enumerated() {
      let end = place + 1 < clauses.count ? clauses[place + 1] : letters.count
      if end - start >= 4 { body(letters[start..<end].stableHash(seed: 5)) }
    }
  }

  /// Leaves out the clauses that are common, and masks names.
  mutating func prepare(isCommon: (UInt64) -> Bool, names: [ArraySlice<UInt32>]) {
    var kept: [UInt32] = []
    kept.reserveCapacity(letters.count)
    for (place, start) in clauses.enumerated() {
      let end = place + 1 < clauses.count ? clauses[place + 1] : letters.count
      let clause = letters[start..<end]
      if clause.count >= 4, isCommon(clause.stableHash(seed: 5)) { continue }
      kept += clause
    }
    letters = kept
    masked = kept
    for (place, name) in names.enumerated() {
      if Self.remove(name, from: &masked), place == 0 { isNamed = true }
    }
  }

  /// Shorter parts of a name are no name.
  private static let leastName = 4

  /// Takes a name and long parts of it out of letters, and tells whether there were any.
  private static func remove(_ name: ArraySlice<UInt32>, from letters: inout [UInt32]) -> Bool {
    let least = min(leastName, name.count)
    guard least > 1 else { return false }
    let set = LetterSet(name)
    /// Where a part of the name stands, from a place on.
    func next(from start: Int) -> Range<Int>? {
      for index in start..<letters.count where set.mayHold(letters[index]) {
        let length = longest(name, letters, index)
        if length >= least { return index..<index + length }
      }
      return nil
    }
    guard var part = next(from: 0) else { return false }
    var rest = Array(letters[..<part.lowerBound])
    while let following = next(from: part.upperBound) {
      rest += letters[part.upperBound..<following.lowerBound]
      part = following
    }
    rest += letters[part.upperBound...]
    letters = rest
    return true
  }

  /// The length of the longest part of a name that stands at a place.
  private static func longest(
    _ name: ArraySlice<UInt32>, _ letters: [UInt32], _ index: Int
  ) -> Int {
    var longest = 0
    for start in name.indices where name[start] == letters[index] {
      var length = 1
      while start + length < name.endIndex, index + length < letters.count,
        name[start + length] == letters[index + length]
      {
        length += 1
      }
      longest = max(longest, length)
    }
    return longest
  }
}
