internal import TieoutModel

/// Gives the total's row its amount back where a data row holds it (ST02), no column having moved.
enum TotalRepair {
  /// Looks for the total among the rows, where the total's row is blank, and tells whether a repair
  /// was offered that would put it back.
  ///
  /// Where it is a sum only together with amounts on lines without a row, more than the total has
  /// moved, so that putting back the total alone is left to a reviewer.
  static func run(_ submission: inout Submission) -> Bool {
    let summary = submission.profile.summary
    guard let column = summary.amount, let total = submission.summary.total, total[column] == nil,
      submission.summary.rows.count > ColumnRepair.leastMatches
    else { return false }
    let sums = ColumnSums(submission)
    var found: (row: Int, field: Field, basis: ColumnSums.Basis)?
    for (row, record) in submission.summary.rows.enumerated() {
      guard let field = record[column], field.columnRepair == 0,
        let reading = MoneyReading(field, submission.profile.units),
        let basis = sums.basis(of: reading),
        expected(row, submission).map({ !$0.agrees(reading) }) ?? true
      else { continue }
      // Two rows with the sum: which of them holds the total is anybody's guess.
      guard found == nil else { return false }
      found = (row, field, basis)
    }
    guard let found, let reading = MoneyReading(found.field, submission.profile.units)
    else { return false }
    let row = found.row
    let isProved = expected(row, submission) != nil && sums.isExactlyDetails(reading)
    let state: Repair.State =
      found.basis == .rowsAndOwnerless ? .offered : isProved ? .proved : .likely
    var repair = repair(row, found.field, total, state, found.basis, submission)
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return repair.state == .offered }
    var field = found.field
    field.columnRepair = number
    submission.summary.rows[row].remove(column)
    submission.summary.total?.replace(column, with: field, submission.profile)
    return false
  }

  private static func expected(_ row: Int, _ submission: borrowing Submission) -> MoneyReading? {
    guard let detail = submission.sureDetail(ofRow: row) else { return nil }
    return MoneyReading(
      submission.details[detail][submission.profile.detail.total], submission.profile.units)
  }

  private static func repair(
    _ row: Int, _ field: Field, _ total: Record, _ state: Repair.State,
    _ basis: ColumnSums.Basis, _ submission: borrowing Submission
  ) -> Repair {
    let value = submission.document.string(field.printed)
    let id = submission.summary.rows[row].id
    let form = submission.detail(ofRow: row).map { submission.details[$0].id }
    let sum = basis.words
    return Repair(
      rule: "ST02", state: state, record: total.id,
      cells: [Slice(start: total.at.end, count: 0), field.printed], before: ["", value],
      after: [value, ""],
      evidence: [
        .worded(
          zh: "合计行空白，\(id) 所印的 \(value) 等于\(sum.zh)",
          en: "the total's row is blank, and \(value), printed in \(id), is \(sum.en)")
      ],
      alternatives: [
        form.map { form in
          .worded(
            zh: "不移动：\(id) 的金额与其明细表 \(form) 不符，合计缺失",
            en:
              "left alone: the amount of \(id) disagrees with its form, \(form), and the total is "
              + "missing")
        } ?? Message(zh: "不移动：合计缺失", en: "left alone: the total is missing")
      ],
      score: "1")
  }
}

extension ColumnSums.Basis {
  /// The sum in words.
  fileprivate var words: Message {
    switch self {
    case .details: Message(zh: "各明细表合计之和", en: "the sum of the forms' totals")
    case .rows: Message(zh: "其余各行之和", en: "the sum of the other rows")
    case .rowsAndOwnerless:
      Message(
        zh: "其余各行连同不属于任何一行的金额之和，可见整列可能已移位",
        en: "the sum of the other rows only together with amounts on lines without a row, a sign "
          + "that the whole column has moved")
    }
  }
}
