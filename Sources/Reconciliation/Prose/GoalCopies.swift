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
    // Asked for where they are needed: a submission that is held on to would be copied whole.
    guard paper.submission.profile.detail.goal != nil, paper.submission.details.count > 1 else {
      return
    }
    let bodies = [
      paper.submission.profile.detail.organisation, paper.submission.profile.detail.department,
    ]
    var texts = GoalTexts(paper.goalLetters)
    hasCommonWording = texts.hasCommonWording
    count = texts.goals.count
    guard count > 1 else { return }
    let subjects = paper.subjects
    var names: [UInt32] = []
    var parts: [Range<Int>] = []
    for place in texts.goals.indices where texts.isLong(place) {
      let detail = texts.goals[place].detail
      names.removeAll(keepingCapacity: true)
      names.append(contentsOf: subjects.name(detail))
      parts.removeAll(keepingCapacity: true)
      parts.append(0..<names.count)
      for name in bodies {
        guard let body = paper.submission.details[detail][name] else { continue }
        let start = names.count
        NameText.appendLetters(of: paper.submission.document.text, body.words.range, to: &names)
        parts.append(start..<names.count)
      }
      texts.mask(names, parts, in: place)
    }
    gather(texts, subjects)
  }

  private mutating func gather(_ texts: GoalTexts, _ subjects: Subjects) {
    let goals = texts.goals
    var groups = Groups(goals.count)
    var same = KeyNumbers(capacity: goals.count)
    /// The first goal of each number in `same`.
    var firsts: [Int] = []
    firsts.reserveCapacity(goals.count)
    var bands = KeyNumbers(capacity: goals.indices.count(where: texts.isLong) * TextSketch.bands)
    /// The goals of each number in `bands`.
    var buckets: [Bucket] = []
    for place in goals.indices {
      let first = same.number(of: goals[place].whole)
      if first < firsts.count {
        if Self.areCopies(firsts[first], place, texts, subjects) {
          groups.join(firsts[first], place)
        }
        continue
      }
      firsts.append(place)
      guard texts.masked(place).count >= GoalTexts.leastAlike else { continue }
      let sketch = TextSketch(texts.masked(place).span)
      for band in 0..<TextSketch.bands {
        guard let key = sketch.band(band) else { continue }
        let number = bands.number(of: key)
        if number == buckets.count { buckets.append(Bucket()) }
        for slot in 0..<buckets[number].count {
          let other = Int(buckets[number].goals[slot])
          if groups.first(of: other) != groups.first(of: place),
            Self.areCopies(other, place, texts, subjects)
          {
            groups.join(other, place)
          }
        }
        buckets[number].add(Int32(place))
      }
    }
    for places in groups.several {
      families.append(
        Family(
          details: places.map { goals[$0].detail },
          isVerbatim: places.allSatisfy { goals[$0].whole == goals[places[0]].whole },
          isNamed: places.allSatisfy {
            texts.holds(subjects.name(goals[$0].detail), in: $0)
          }))
    }
  }

  /// Whether two goals of different projects are alike.
  private static func areCopies(
    _ first: Int, _ second: Int, _ texts: GoalTexts, _ subjects: Subjects
  ) -> Bool {
    let (left, right) = (texts.goals[first], texts.goals[second])
    guard subjects.subjects[left.detail] != subjects.subjects[right.detail] else { return false }
    if left.whole == right.whole { return true }
    guard min(left.masked.count, right.masked.count) >= GoalTexts.leastAlike else { return false }
    return Alikeness.isClose(texts.masked(first).span, texts.masked(second).span)
      || Alikeness.isClose(texts.letters(first).span, texts.letters(second).span)
  }
}

/// Goals that are joined to groups.
private struct Groups {
  /// A goal of the same group that stands before each, or itself.
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// The first goal of a goal's group.
  func first(of place: Int) -> Int {
    var place = place
    while parents[place] != place { place = parents[place] }
    return place
  }

  /// Makes one group of two.
  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (first(of: left), first(of: right))
    parents[max(left, right)] = min(left, right)
  }

  /// The groups of several goals, in reading order.
  var several: [[Int]] {
    /// The place of each group by its first goal; few goals have another one's.
    var numbers: [Int: Int] = [:]
    var groups: [[Int]] = []
    for place in parents.indices where parents[place] != place {
      let first = first(of: place)
      if let number = numbers[first] {
        groups[number].append(place)
      } else {
        numbers[first] = groups.count
        groups.append([first, place])
      }
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
