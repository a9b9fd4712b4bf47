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

  /// The goals that are long enough to be compared.
  private(set) var goals: [GoalText] = []
  /// The goals that are alike.
  private(set) var families: [Family] = []
  /// Whether three forms or more share a clause: such papers are worded alike.
  private(set) var hasCommonWording = false

  /// With so many earlier goals of a band one is compared.
  private static let depth = 4

  /// Reads the goals of all forms.
  init(_ paper: Workpaper) {
    let submission = paper.submission
    let text = submission.document.text
    let profile = submission.profile.detail
    guard let field = profile.goal, submission.details.count > 1 else { return }
    for (detail, record) in submission.details.enumerated() {
      guard let goal = record[field], case .text(let slice) = goal.value,
        Int(slice.count) >= GoalText.least
      else { continue }
      goals.append(GoalText(detail, slice, in: text))
    }
    var counts: [UInt64: Int] = [:]
    for goal in goals { goal.forEachClause { counts[$0, default: 0] += 1 } }
    hasCommonWording = counts.values.contains { $0 >= 3 }
    for place in goals.indices {
      let record = submission.details[goals[place].detail]
      var names = [paper.subjects.name(goals[place].detail)]
      for body in [record[profile.organisation], record[profile.department]] {
        if let body { names.append(NameText.letters(of: text, body.words.range)[...]) }
      }
      goals[place].prepare(isCommon: { counts[$0, default: 0] >= 3 }, names: names)
    }
    goals.removeAll { $0.letters.count < GoalText.least }
    if goals.count > 1 { gather(paper.subjects) }
  }

  private mutating func gather(_ subjects: Subjects) {
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
    var same: [UInt64: Int] = [:]
    var buckets: [UInt64: [Int32]] = [:]
    for place in goals.indices {
      let goal = goals[place]
      if let first = same[goal.whole] {
        if areCopies(first, place, subjects) { join(first, place) }
        continue
      }
      same[goal.whole] = place
      guard goal.masked.count >= GoalText.leastAlike else { continue }
      let sketch = TextSketch(goal.masked)
      for band in 0..<TextSketch.bands {
        var others = buckets[sketch.band(band), default: []]
        for other in others where root(Int(other)) != root(place) {
          if areCopies(Int(other), place, subjects) { join(Int(other), place) }
        }
        guard others.count < Self.depth else { continue }
        others.append(Int32(place))
        buckets[sketch.band(band)] = others
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
          isNamed: places.allSatisfy { goals[$0].isNamed }))
    }
  }

  /// Whether two goals of different projects are alike.
  private func areCopies(_ left: Int, _ right: Int, _ subjects: Subjects) -> Bool {
    let (first, second) = (goals[left], goals[right])
    guard subjects.subjects[first.detail] != subjects.subjects[second.detail] else { return false }
    if first.whole == second.whole { return true }
    guard min(first.masked.count, second.masked.count) >= GoalText.leastAlike else { return false }
    return Alikeness.isClose(first.masked, second.masked)
      || Alikeness.isClose(first.letters, second.letters)
  }
}
