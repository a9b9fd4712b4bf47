internal import TieoutModel

/// The goals of a submission's forms, and which of them are copies of one another.
///
/// The work grows with the number of forms and no faster: goals are compared only with a few of
/// those with which they share a band of their sketches, or all their letters.
struct GoalCopies {
  /// Goals that are alike.
  struct Family {
    /// Their forms, in reading order.
    var details: [Int]
    /// Whether they are the same letter by letter.
    var isVerbatim: Bool
    /// Whether each of them names its own project.
    var isNamed: Bool
  }

  /// How many goals are long enough to be compared.
  private(set) var count = 0
  /// The goals that are alike.
  private(set) var families: [Family] = []
  /// Whether three forms or more share a clause: such papers are worded alike.
  private(set) var hasCommonWording = false

  /// The first goals that share a band: with so many a later one is compared.
  private struct Bucket {
    private(set) var count = 0
    private(set) var goals: [4 of Int32] = [0, 0, 0, 0]

    mutating func add(_ goal: Int32) {
      guard count < goals.count else { return }
      goals[count] = goal
      count += 1
    }
  }

  /// Reads the goals of all forms.
  init(_ paper: Workpaper) {
    let submission = paper.submission
    let text = submission.document.text
    let profile = submission.profile.detail
    guard let field = profile.goal, submission.details.count > 1 else { return }
    // Not kept: their letters are as long as their text.
    var goals: [GoalText] = []
    for (detail, record) in submission.details.enumerated() {
      guard let goal = record[field], case .text(let slice) = goal.value,
        Int(slice.count) >= GoalText.least
      else { continue }
      goals.append(GoalText(detail, slice, paper.goalLetters[detail].span, in: text))
    }
    let subjects = paper.subjects
    let clauses = ClauseCounts(goals)
    hasCommonWording = clauses.hasCommon
    for place in goals.indices { goals[place].leaveOut(clauses.isCommon) }
    goals.removeAll { $0.letters.count < GoalText.least }
    count = goals.count
    guard count > 1 else { return }
    var letters: [UInt32] = []
    // Shorter ones are compared as a whole.
    for place in goals.indices where goals[place].letters.count >= GoalText.leastAlike {
      let detail = goals[place].detail
      goals[place].mask(subjects.name(detail))
      for name in [profile.organisation, profile.department] {
        guard let body = submission.details[detail][name] else { continue }
        letters.removeAll(keepingCapacity: true)
        NameText.appendLetters(of: text, body.words.range, to: &letters)
        goals[place].mask(letters[...])
      }
    }
    gather(goals, subjects)
  }

  private mutating func gather(_ goals: [GoalText], _ subjects: Subjects) {
    var parents = Array(goals.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while parents[place] != place { place = parents[place] }
      return place
    }
    func join(_ left: Int, _ right: Int) {
      let (left, right) = (root(left), root(right))
      parents[max(left, right)] = min(left, right)
    }
    var same = KeyNumbers(capacity: goals.count)
    /// The first goal of each number in `same`.
    var firsts: [Int] = []
    var bands = KeyNumbers(capacity: goals.count * TextSketch.bands)
    /// The goals of each number in `bands`.
    var buckets: [Bucket] = []
    for place in goals.indices {
      let first = same.number(of: goals[place].whole)
      if first < firsts.count {
        if Self.areCopies(goals[firsts[first]], goals[place], subjects) {
          join(firsts[first], place)
        }
        continue
      }
      firsts.append(place)
      guard goals[place].masked.count >= GoalText.leastAlike else { continue }
      let sketch = TextSketch(goals[place].masked)
      for band in 0..<TextSketch.bands {
        let number = bands.number(of: sketch.band(band))
        if number == buckets.count { buckets.append(Bucket()) }
        for slot in 0..<buckets[number].count {
          let other = Int(buckets[number].goals[slot])
          if root(other) != root(place), Self.areCopies(goals[other], goals[place], subjects) {
            join(other, place)
          }
        }
        buckets[number].add(Int32(place))
      }
    }
    var members: [Int: [Int]] = [:]
    for place in goals.indices { members[root(place), default: []].append(place) }
    for root in goals.indices {
      guard let places = members[root], places.count > 1 else { continue }
      families.append(
        Family(
          details: places.map { goals[$0].detail },
          isVerbatim: places.allSatisfy { goals[$0].whole == goals[root].whole },
          isNamed: places.allSatisfy { goals[$0].holds(subjects.name(goals[$0].detail)) }))
    }
  }

  /// Whether two goals of different projects are alike.
  private static func areCopies(
    _ first: borrowing GoalText, _ second: borrowing GoalText, _ subjects: Subjects
  ) -> Bool {
    guard subjects.subjects[first.detail] != subjects.subjects[second.detail] else { return false }
    if first.whole == second.whole { return true }
    guard min(first.masked.count, second.masked.count) >= GoalText.leastAlike else { return false }
    return Alikeness.isClose(first.masked, second.masked)
      || Alikeness.isClose(first.letters, second.letters)
  }
}

/// In how many places each clause of some goals stands.
private struct ClauseCounts {
  private var clauses = KeyNumbers()
  /// The count of each clause, by its number.
  private var counts: [Int] = []

  init(_ goals: [GoalText]) {
    for place in goals.indices {
      goals[place].forEachClause { clause, _ in
        let number = clauses.number(of: clause)
        if number == counts.count { counts.append(0) }
        counts[number] += 1
      }
    }
  }

  /// Whether a clause stands in three places or more.
  func isCommon(_ clause: UInt64) -> Bool { clauses.find(clause).map { counts[$0] >= 3 } ?? false }

  /// Whether any clause does.
  var hasCommon: Bool { counts.contains { $0 >= 3 } }
}
