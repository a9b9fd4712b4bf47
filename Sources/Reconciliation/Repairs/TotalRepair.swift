internal import TieoutModel

/// Gives the total's row its amount back where a data row holds it (ST02), no column having moved.
enum TotalRepair {
  /// Looks for the total among the rows, where the total's row is blank.
  static func run(_ submission: inout Submission) {
    let summary = submission.profile.summary
    guard let column = summary.amount, let total = submission.summary.total, total[column] == nil,
      submission.summary.rows.count > ColumnRepair.leastMatches
    else { return }
    let sums = ColumnSums(submission)
    var found: (row: Int, field: Field)?
    for (row, record) in submission.summary.rows.enumerated() {
      guard let field = record[column], field.columnRepair == 0,
        let reading = MoneyReading(field, submission.profile.units), sums.isTotal(reading),
        expected(row, submission).map({ !$0.agrees(reading) }) ?? true
      else { continue }
      // Two rows with the sum: which of them holds the total is anybody's guess.
      guard found == nil else { return }
      found = (row, field)
    }
    guard let found, let reading = MoneyReading(found.field, submission.profile.units)
    else { return }
    let row = found.row
    var field = found.field
    let isProved = expected(row, submission) != nil && sums.isExactlyDetails(reading)
    field.columnRepair = submission.add(
      repair(row, field, total, isProved ? .proved : .likely, submission))
    submission.summary.rows[row].remove(column)
    submission.summary.total?.replace(column, with: field, submission.profile)
  }

  private static func expected(_ row: Int, _ submission: borrowing Submission) -> MoneyReading? {
    guard let link = submission.link(ofRow: row), !link.isUnsure else { return nil }
    return MoneyReading(
      submission.details[link.detail][submission.profile.detail.total], submission.profile.units)
  }

  private static func repair(
    _ row: Int, _ field: Field, _ total: Record, _ state: Repair.State,
    _ submission: borrowing Submission
  ) -> Repair {
    let value = submission.document.string(field.printed)
    let id = submission.summary.rows[row].id
    return Repair(
      rule: "ST02", state: state, record: total.id,
      cells: [Slice(start: total.at.end, count: 0), field.printed], before: ["", value],
      after: [value, ""],
      evidence: [
        Message(
          zh: "合计行空白，\(id) 所印的 \(value) 等于其余各行或各明细表之和",
          en: "the total's row is blank, and \(value), printed in \(id), is the sum of the other "
            + "rows or of the forms")
      ],
      alternatives: [
        Message(
          zh: "不移动：\(id) 的金额与其明细表不符，合计缺失",
          en: "left alone: the amount of \(id) disagrees with its form, and the total is missing")
      ],
      score: "1")
  }
}
