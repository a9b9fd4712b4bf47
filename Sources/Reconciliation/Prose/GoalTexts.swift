/// The goals that are long enough to be compared, as letters.
///
/// Clauses that stand in three forms or more are how such papers are worded, and are left out.
struct GoalTexts {
  /// One form's goal.
  struct Goal {
    /// The form.
    let detail: Int
    /// What all its letters and digits come to, those too that are left out.
    let whole: UInt64
    /// Its letters, by place in `letters`.
    var letters: Range<Int>
    /// Its letters without the names of the form's project and of its bodies, by place in `masked`.
    var masked = 0..<0
  }

  /// The goals, in reading order.
  private(set) var goals: [Goal] = []
  /// Whether three forms or more share a clause: such papers are worded alike.
  private(set) var hasCommonWording = false
  private var letters: [UInt32] = []
  private var masked: [UInt32] = []

  /// Fewer letters say too little to be compared, even where they are the same.
  static let least = 15
  /// Fewer letters are compared only as a whole.
  static let leastAlike = 30

  /// Takes the goals of all forms.
  init(_ read: GoalLetters) {
    let clauses = ClauseNumbers(read)
    hasCommonWording = clauses.hasCommon
    goals.reserveCapacity(read.goals.count)
    letters.reserveCapacity(read.telling.count)
    for goal in read.goals where goal.size >= Self.least {
      let start = letters.count
      if goal.clauses.contains(where: clauses.isCommon) {
        for place in goal.clauses where !clauses.isCommon(place) {
          letters.append(contentsOf: read.telling[read.clause(place, of: goal)])
        }
      } else {
        letters.append(contentsOf: read.telling[goal.telling])
      }
      guard letters.count - start >= Self.least else { continue }
      goals.append(
        Goal(
          detail: goal.detail, whole: read[goal.detail].span.stableHash(seed: 7),
          letters: start..<letters.count))
    }
  }

  /// The letters of a goal.
  func letters(_ goal: Int) -> ArraySlice<UInt32> { letters[goals[goal].letters] }

  /// Its letters without names; none where it is compared only as a whole.
  func masked(_ goal: Int) -> ArraySlice<UInt32> { masked[goals[goal].masked] }

  /// Whether a goal is long enough to be compared with those that are not the same.
  func isLong(_ goal: Int) -> Bool { goals[goal].letters.count >= Self.leastAlike }

  /// Masks names in a long goal.
  mutating func mask(_ names: [UInt32], _ parts: [Range<Int>], in goal: Int) {
    let start = masked.count
    masked.append(contentsOf: letters[goals[goal].letters])
    var end = masked.count
    for part in parts { end = remove(names[part], from: start..<end) }
    goals[goal].masked = start..<end
  }

  /// Whether a name or a long part of it stands in a goal.
  func holds(_ name: ArraySlice<UInt32>, in goal: Int) -> Bool {
    Self.next(name.span, LetterSet(name), in: letters(goal).span, from: 0) != nil
  }

  /// Shorter parts of a name are no name.
  private static let leastName = 4

  /// Takes a name and long parts of it out of a goal's letters, and gives the place behind those that
  /// stay.
  private mutating func remove(_ name: ArraySlice<UInt32>, from goal: Range<Int>) -> Int {
    let set = LetterSet(name)
    var index = goal.lowerBound
    var kept = goal.lowerBound
    while let part = Self.next(
      name.span, set, in: masked.span.extracting(..<goal.upperBound), from: index)
    {
      kept = keep(index..<part.lowerBound, at: kept)
      index = part.upperBound
    }
    return keep(index..<goal.upperBound, at: kept)
  }

  /// Moves letters to the front, and gives the place behind them.
  private mutating func keep(_ part: Range<Int>, at start: Int) -> Int {
    if part.lowerBound > start {
      for offset in 0..<part.count { masked[start + offset] = masked[part.lowerBound + offset] }
    }
    return start + part.count
  }

  /// Where a name or a long part of it stands, from a place on.
  private static func next(
    _ name: Span<UInt32>, _ set: LetterSet, in letters: Span<UInt32>, from start: Int
  ) -> Range<Int>? {
    let least = min(leastName, name.count)
    guard least > 1 else { return nil }
    var index = start
    while index &+ least <= letters.count {
      // Where a letter is none of the name's, no part of it begins at once before it.
      if !set.mayHold(letters[index &+ least &- 1]) {
        index &+= least
        continue
      }
      if set.mayHold(letters[index]) {
        let length = longest(name, letters.extracting(index...))
        if length >= least { return index..<index + length }
      }
      index &+= 1
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

/// In how many places each clause of some goals stands.
private struct ClauseNumbers {
  /// The number of each clause; −1 for those that are short.
  private var numbers: [Int32] = []
  /// The count of each number.
  private var counts: [Int32] = []
  /// Whether any clause stands in three places or more.
  private(set) var hasCommon = false

  init(_ read: GoalLetters) {
    var clauses = KeyNumbers(capacity: read.clauses.count)
    numbers.reserveCapacity(read.clauses.count)
    counts.reserveCapacity(read.clauses.count)
    let letters = read.telling.span
    for goal in read.goals {
      for place in goal.clauses {
        let clause = read.clause(place, of: goal)
        guard goal.size >= GoalTexts.least, clause.count >= 4 else {
          numbers.append(-1)
          continue
        }
        let number = clauses.number(of: letters.extracting(clause).stableHash(seed: 5))
        if number == counts.count { counts.append(0) }
        counts[number] += 1
        if counts[number] >= 3 { hasCommon = true }
        numbers.append(Int32(number))
      }
    }
  }

  /// Whether a clause stands in three places or more.
  func isCommon(_ clause: Int) -> Bool { numbers[clause] >= 0 && counts[Int(numbers[clause])] >= 3 }
}
