/// Finds the few forms that a row may stand for, without comparing every row with every form.
///
/// An inverted index over features: the whole name, the amount, the organisation, pairs of these,
/// and the pairs of letters of the name, alone and together with the organisation's. A row looks
/// at the rarest features first and stops after a fixed number of forms, so that the work grows
/// with the number of records and no faster, however many records share a name.
struct CandidateIndex {
  /// The number of forms looked at for one row.
  private static let budget = 384
  /// The number of candidates kept for one row.
  private static let width = 8

  /// The forms that have one feature.
  private struct List {
    var feature: UInt64
    var forms: Range<Int>
    var weight: Int32
    var isOfAmount: Bool
  }

  /// A form with its score.
  private struct Candidate {
    var score: Int32
    var distance: Int
    var detail: Int

    /// Whether it comes before another one: of equal scores, the nearer one.
    func isBefore(_ other: Candidate) -> Bool {
      if score != other.score { return score > other.score }
      return (distance, detail) < (other.distance, other.detail)
    }
  }

  private let names: FeatureLists
  private var amounts = FeatureLists()
  private let rowCount: Int
  private let detailCount: Int
  private var scores: [Int32]
  private var touched: [Int32] = []
  private var lists: [List] = []
  private var best: [Candidate] = []

  /// Indexes the names of the forms.
  init(_ details: LinkSide, rowCount: Int, _ organisations: Organisations) {
    self.rowCount = rowCount
    detailCount = details.entries.count
    scores = Array(repeating: 0, count: details.entries.count)
    var names = FeatureLists(capacity: details.entries.count * 16)
    for (index, entry) in details.entries.enumerated() {
      Features.forEachOfName(entry, details, organisations) { names.add($0, Int32(index)) }
    }
    names.gather(of: detailCount)
    self.names = names
  }

  /// Indexes the amounts of the forms.
  mutating func addAmounts(_ details: LinkSide, _ organisations: Organisations) {
    amounts = FeatureLists(capacity: details.entries.count * 3)
    for (index, entry) in details.entries.enumerated() {
      Features.forEachOfAmount(entry, organisations) { amounts.add($0, Int32(index)) }
    }
    amounts.gather(of: detailCount)
  }

  /// The forms that a row may stand for, the most promising first.
  mutating func candidates(
    forRow row: Int, _ entry: LinkSide.Entry, _ rows: LinkSide, _ organisations: Organisations
  ) -> [Int] {
    lists.removeAll(keepingCapacity: true)
    var count = 0
    Features.forEachOfName(entry, rows, organisations) { feature in
      guard let (forms, weight) = names.forms(feature) else { return }
      lists.append(List(feature: feature, forms: forms, weight: weight, isOfAmount: false))
      count += forms.count
    }
    Features.forEachOfAmount(entry, organisations) { feature in
      guard let (forms, weight) = amounts.forms(feature) else { return }
      lists.append(List(feature: feature, forms: forms, weight: weight, isOfAmount: true))
      count += forms.count
    }
    // Where all of them are looked at, their order says nothing.
    if count > Self.budget {
      lists.sort { ($0.forms.count, $0.feature) < ($1.forms.count, $1.feature) }
    }
    let place = row * detailCount / max(rowCount, 1)
    var left = Self.budget
    for list in lists where left > 0 {
      score(list, near: place, limit: left)
      left -= list.forms.count
    }
    return best(near: place)
  }

  /// Counts a feature for the forms that have it.
  private mutating func score(_ list: List, near place: Int, limit: Int) {
    let postings =
      list.isOfAmount
      ? amounts.nearest(list.forms, to: place, limit: limit)
      : names.nearest(list.forms, to: place, limit: limit)
    for posting in postings {
      let form = list.isOfAmount ? amounts.entries[posting] : names.entries[posting]
      if scores[Int(form)] == 0 { touched.append(form) }
      scores[Int(form)] += list.weight
    }
  }

  /// The forms with the highest scores; of equal ones, those nearest to a place.
  private mutating func best(near place: Int) -> [Int] {
    best.removeAll(keepingCapacity: true)
    for touch in touched {
      let detail = Int(touch)
      let candidate = Candidate(
        score: scores[detail], distance: abs(detail - place), detail: detail)
      scores[detail] = 0
      if best.count == Self.width {
        guard candidate.isBefore(best[Self.width - 1]) else { continue }
        best.removeLast()
      }
      best.append(candidate)
      var index = best.count - 1
      while index > 0, candidate.isBefore(best[index - 1]) {
        best[index] = best[index - 1]
        index -= 1
      }
      best[index] = candidate
    }
    touched.removeAll(keepingCapacity: true)
    return best.map(\.detail)
  }
}
