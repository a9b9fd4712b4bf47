public import TieoutModel

/// Finds relations between figures that hold in a sample: sums, repetitions, products.
///
/// One is proposed where it holds in four of five records, and in three at least, and where it says
/// something there: a sum of one figure and zeros does not.
public struct RelationFinder {
  let submission: Submission
  let profile: Profile
  /// Amounts of which one is a sum with the other in it.
  private var explained: Set<Set<FieldName>> = []
  private var found: [(relation: DraftRelation, rank: Int)] = []

  /// The relations that hold, the best supported first.
  public static func relations(in submission: Submission) -> [DraftRelation] {
    var finder = RelationFinder(submission)
    finder.findSums()
    finder.findSumsOfSummary()
    finder.findProducts()
    finder.findRatios()
    finder.findOrders()
    finder.findRepetitions()
    finder.findFootings()
    let ranked = finder.found.enumerated().sorted {
      ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset)
    }
    return ranked.map(\.element.relation) + statedRules(in: submission)
  }

  private init(_ submission: Submission) {
    self.submission = submission
    profile = submission.profile
  }

  /// How often something held.
  struct Tally {
    var holds = 0
    /// Where it said something.
    var telling = 0
    var exceptions: [String] = []
    var compared: Int { holds + exceptions.count }

    mutating func count(_ holds: Bool, _ isTelling: Bool, _ record: String) {
      if holds {
        self.holds += 1
        if isTelling { telling += 1 }
      } else {
        exceptions.append(record)
      }
    }

    mutating func add(_ other: Tally) {
      holds += other.holds
      telling += other.telling
      exceptions += other.exceptions
    }

    var isConvincing: Bool { holds >= 3 && telling >= 3 && holds * 5 >= compared * 4 }
    /// Whether it never fails, and says something at least once.
    var isPerfect: Bool { holds >= 3 && telling > 0 && exceptions.isEmpty }
    /// Whether it holds as often, and words say that it is meant.
    var isMeant: Bool { holds >= 3 && telling > 0 && holds * 5 >= compared * 4 }

    /// Whether it holds more often than another one, in what both are compared in.
    func isBetter(than other: Tally?) -> Bool {
      guard let other else { return true }
      return holds * other.compared > other.holds * compared
    }

    func evidence(_ what: String) -> String {
      let start = "holds in \(holds) of \(compared) \(what)"
      if exceptions.isEmpty { return start }
      return start + ", not in \(exceptions.shown)"
    }
  }

  mutating func propose(
    _ entry: String, _ tally: Tally, _ what: String, isPerfect: Bool = false
  ) {
    guard tally.isConvincing || isPerfect else { return }
    let relation = DraftRelation(entry: "{\(entry)}", evidence: tally.evidence(what))
    found.append((relation, tally.holds * 1000 / max(tally.compared, 1) + min(tally.holds, 99)))
  }

  // MARK: Figures

  /// A figure in the base unit of money, in millionths.
  func figure(_ field: Field?, _ unit: UnitID) -> Int128? {
    guard let field, let quantity = field.quantity else { return nil }
    let own = field.unit == .none ? unit : field.unit
    return quantity.scaled(byPowerOfTen: profile.units.exponent(own) ?? 0).digits(at: 6)
  }

  /// The amounts of forms that are no part of another.
  private var amounts: [FieldSpec] {
    profile.detail.fields.filter { $0.type == .amount && !isPart($0.labels) }
  }

  private func isPart(_ labels: [LabelID]) -> Bool {
    labels.contains { DraftWords.holds(ProfileDraft.key(profile.labels.word($0)), DraftWords.part) }
  }

  func path(_ field: FieldName, in group: FieldName? = nil) -> String {
    "detail." + (group.map { profile.name($0) + "." } ?? "") + profile.name(field)
  }

  // MARK: Sums

  private mutating func findSums() {
    let amounts = self.amounts
    let marked = profile.detail.fields.filter { $0.type == .amount && isPart($0.labels) }
    for total in amounts {
      // `其中：财政拨款` and what stands beside it.
      for first in marked {
        for second in amounts where second.name != total.name {
          let tally = sum(
            [first, second].map { ($0.name, $0.unit) }, (total.name, total.unit),
            submission.details)
          propose(
            "cross_foot: \(path(total.name)), of: [\(path(first.name)), \(path(second.name))]",
            tally, "forms", isPerfect: tally.isMeant)
        }
      }
      for group in profile.detail.groups {
        let columns = group.columns.filter { $0.type == .amount }
        let sets = columns.count > 1 ? [columns] + columns.map { [$0] } : [columns]
        for set in sets where !set.isEmpty { findSum(of: set, group, total) }
      }
      let others = amounts.filter { $0.name != total.name }.prefix(7)
      for (place, first) in others.enumerated() {
        for second in others.dropFirst(place + 1) { findSum(of: [first, second], total) }
      }
      if others.count > 2, others.count < 6 { findSum(of: Array(others), total) }
    }
  }

  private mutating func findSum(
    of columns: [ColumnSpec], _ group: GroupSpec, _ total: FieldSpec
  ) {
    var tally = Tally()
    for record in submission.details {
      guard let stated = figure(record[total.name], total.unit),
        let items = record.group(group.name)?.items
      else { continue }
      let figures = items.flatMap { item in
        columns.compactMap { figure(item[$0.name], $0.unit) }
      }
      guard !figures.isEmpty else { continue }
      tally.count(figures.reduce(0, +) == stated, figures.count { $0 != 0 } > 1, record.id)
    }
    let of = columns.map { path($0.name, in: group.name) }.joined(separator: ", ")
    propose("cross_foot: \(path(total.name)), of: [\(of)]", tally, "forms")
  }

  private mutating func findSum(of parts: [FieldSpec], _ total: FieldSpec) {
    let tally = sum(parts.map { ($0.name, $0.unit) }, (total.name, total.unit), submission.details)
    // A sum of two of which one is mostly nothing tells the two from a figure that is repeated.
    if tally.isPerfect { parts.forEach { explained.insert([total.name, $0.name]) } }
    let of = parts.map { path($0.name) }.joined(separator: ", ")
    propose(
      "cross_foot: \(path(total.name)), of: [\(of)]", tally, "forms", isPerfect: tally.isPerfect)
  }

  private mutating func findSumsOfSummary() {
    let columns = profile.summary.columns.filter { $0.type == .amount && !isPart($0.labels) }
    guard columns.count > 2, columns.count < 8 else { return }
    for total in columns {
      let others = columns.filter { $0.name != total.name }
      for (place, first) in others.enumerated() {
        for second in others.dropFirst(place + 1) { findSumOfSummary([first, second], total) }
      }
      if others.count > 2 { findSumOfSummary(others, total) }
    }
  }

  private mutating func findSumOfSummary(_ parts: [ColumnSpec], _ total: ColumnSpec) {
    let parts = parts.map { (name: $0.name, unit: $0.unit) }
    var tally = sum(parts, (total.name, total.unit), submission.summary.rows)
    // The total's row is wrong where one of its columns is: that is one exception, not two.
    if let last = submission.summary.total {
      let own = sum(parts, (total.name, total.unit), [last])
      if own.exceptions.isEmpty || tally.exceptions.isEmpty { tally.add(own) }
    }
    let of = parts.map { "summary.\(profile.name($0.name))" }.joined(separator: ", ")
    propose(
      "cross_foot: summary.\(profile.name(total.name)), of: [\(of)]", tally, "rows",
      isPerfect: tally.isPerfect)
  }

  private func sum(
    _ parts: [(name: FieldName, unit: UnitID)], _ total: (name: FieldName, unit: UnitID),
    _ records: [Record]
  ) -> Tally {
    var tally = Tally()
    for record in records {
      guard let stated = figure(record[total.name], total.unit) else { continue }
      let figures = parts.compactMap { figure(record[$0.name], $0.unit) }
      guard !figures.isEmpty else { continue }
      tally.count(figures.reduce(0, +) == stated, figures.count { $0 != 0 } > 1, record.id)
    }
    return tally
  }

  // MARK: Repetitions

  private mutating func findRepetitions() {
    let amounts = self.amounts
    for (place, first) in amounts.enumerated() {
      for second in amounts.dropFirst(place + 1) {
        guard !explained.contains([first.name, second.name]) else { continue }
        var tally = Tally()
        for record in submission.details {
          guard let left = figure(record[first.name], first.unit),
            let right = figure(record[second.name], second.unit)
          else { continue }
          tally.count(left == right, left != 0, record.id)
        }
        propose("agree: \(path(first.name)), with: \(path(second.name))", tally, "forms")
      }
    }
    let rows = rowOfDetail()
    for column in profile.summary.columns
    where column.type == .amount && !isPart(column.labels) {
      for field in amounts {
        // Those two are compared anyway.
        if column.name == profile.summary.amount, field.name == profile.detail.total { continue }
        var tally = Tally()
        for (detail, row) in rows {
          let record = submission.details[detail]
          guard let left = figure(submission.summary.rows[row][column.name], column.unit),
            let right = figure(record[field.name], field.unit)
          else { continue }
          tally.count(left == right, left != 0, record.id)
        }
        propose(
          "agree: summary.\(profile.name(column.name)), with: \(path(field.name))", tally,
          "linked forms")
      }
    }
  }

  /// The row with the name of each form, where one has it.
  private func rowOfDetail() -> [(detail: Int, row: Int)] {
    var rows: [[UInt8]: Int] = [:]
    for (row, record) in submission.summary.rows.enumerated() {
      if let key = key(record[profile.summary.key]) { rows[key] = row }
    }
    return submission.details.indices.compactMap { detail in
      key(submission.details[detail][profile.detail.key]).flatMap { rows[$0] }.map { (detail, $0) }
    }
  }

  private func key(_ field: Field?) -> [UInt8]? {
    field.map { LabelTable.normalised(submission.document.text[$0.printed.range]) }
  }

  // MARK: Footings

  private mutating func findFootings() {
    guard let total = submission.summary.total else { return }
    for column in profile.summary.columns
    where [.amount, .count, .quantity].contains(column.type)
      && column.name != profile.summary.amount
    {
      let figures = submission.summary.rows.compactMap { figure($0[column.name], column.unit) }
      guard figures.count > 2, let stated = figure(total[column.name], column.unit),
        figures.reduce(0, +) == stated
      else { continue }
      let relation = DraftRelation(
        entry: "{foot: summary.\(profile.name(column.name))}",
        evidence: "\(figures.count) rows add up to the total")
      found.append((relation, 1000))
    }
  }
}
