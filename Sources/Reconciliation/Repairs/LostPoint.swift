internal import TieoutModel

/// Puts the point back into an amount that recognition read without it, `145538` for `1455.38` (ST06).
///
/// A row and its form print one string of figures, one of them with a point. That alone may be a slip
/// of the paper, and stays a difference. The point is proved where the summary adds up with it and not
/// without it; it is likely where the form states the amount with it once more, and the engine was
/// hardly sure of the one that lacks it.
enum LostPoint {
  /// One amount that may lack its point.
  private struct Case {
    var place: RecordPlace
    var row: Int
    var detail: Int
    /// The amount as it is printed, and with the number that the other record states.
    var printed: Field
    var read: Field
  }

  /// As many figures are hardly the same by chance.
  private static let least = 5

  static func run(_ submission: inout Submission) {
    let cases = submission.summary.rows.indices.compactMap { find(row: $0, submission) }
    guard !cases.isEmpty else { return }
    let ofRows = cases.filter { $0.place == .row($0.row) }
    let isProved = addsUp(ofRows, submission) && !addsUp([], submission)
    for lost in cases {
      if isProved, lost.place == .row(lost.row) {
        put(lost, .proved, &submission)
      } else if isStatedAgain(lost, submission),
        EngineDoubt.weighs(on: lost.printed, submission.document)
      {
        put(lost, .likely, &submission)
      }
    }
  }

  /// The amount of a row, or of its form, that lacks the point of the other one.
  private static func find(row: Int, _ submission: borrowing Submission) -> Case? {
    guard let detail = submission.sureDetail(ofRow: row),
      let amount = submission.summary.rows[row][submission.profile.summary.amount],
      let total = submission.details[detail][submission.profile.detail.total]
    else { return nil }
    if let read = pointed(amount, as: total, submission) {
      return Case(place: .row(row), row: row, detail: detail, printed: amount, read: read)
    }
    if let read = pointed(total, as: amount, submission) {
      return Case(place: .detail(detail), row: row, detail: detail, printed: total, read: read)
    }
    return nil
  }

  /// A field with the number of another one, where that is the same figures with a point, and counts
  /// the same unit.
  private static func pointed(
    _ field: Field, as other: Field, _ submission: borrowing Submission
  ) -> Field? {
    guard let whole = field.quantity, let stated = other.quantity, whole.scale == 0,
      (1...2).contains(stated.scale), whole.digits == stated.digits,
      MoneyReading(whole, hasUnit: false).digits >= least
    else { return nil }
    var read = field
    read.value = .quantity(stated)
    guard let reading = MoneyReading(read, submission.profile.units),
      MoneyReading(other, submission.profile.units)?.equals(reading) == true
    else { return nil }
    return read
  }

  /// Whether the rows add up to the summary's total, some of them read with their points.
  private static func addsUp(_ cases: [Case], _ submission: borrowing Submission) -> Bool {
    let units = submission.profile.units
    let column = submission.profile.summary.amount
    guard let total = MoneyReading(submission.summary.total?[column], units) else { return false }
    var amounts = submission.summary.rows.map { MoneyReading($0[column], units) }
    for lost in cases { amounts[lost.row] = MoneyReading(lost.read, units) }
    return ColumnSums.sum(amounts)?.equals(total.quantity) == true
  }

  /// Whether the form states the amount with its point in one of its parts or indicators.
  private static func isStatedAgain(_ lost: Case, _ submission: borrowing Submission) -> Bool {
    guard let number = lost.read.quantity else { return false }
    return submission.details[lost.detail].groups.contains { group in
      group.items.contains { item in
        item.fields.contains { $0.quantity.map { $0.scale > 0 && $0.equals(number) } ?? false }
      }
    }
  }

  private static func put(_ lost: Case, _ state: Repair.State, _ submission: inout Submission) {
    guard let reading = lost.read.quantity else { return }
    let isOfRow = lost.place == .row(lost.row)
    let other = isOfRow ? submission.details[lost.detail].id : submission.summary.rows[lost.row].id
    let form = submission.details[lost.detail].id
    let grounds =
      state == .proved
      ? Message(
        zh: "汇总表各行按此相加与合计相符", en: "and with it the summary adds up to its total")
      : Message(zh: "\(form) 另有一处亦为此数", en: "and \(form) states it in another place as well")
    var repair = Repair(
      rule: "ST06", state: state, record: submission.record(lost.place)?.id,
      cells: [lost.printed.printed], before: [submission.document.string(lost.printed.printed)],
      after: [reading.description],
      evidence: [
        .worded(
          zh: "缺小数点：\(other) 所印为 \(reading)，数字相同，\(grounds.zh)",
          en: "its point is missing: \(other) states \(reading), the same figures, \(grounds.en)")
      ])
    submission.document.turnIfOverruled(&repair)
    let added = submission.add(repair)
    guard repair.state.isApplied else { return }
    var field = lost.read
    field.columnRepair = added
    submission.update(lost.place, nil) { fields in
      if let known = fields.firstIndex(where: { $0.name == field.name }) { fields[known] = field }
    }
  }
}
