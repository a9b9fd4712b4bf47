public import TieoutModel

/// ST02: a data row that holds the total, while the total's row is blank.
public enum TotalInDataRow: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "ST02", name: "total-in-data-row",
    title: Message(zh: "合计数印在合计行", en: "the total stands in the total's row"), manual: manual)

  /// Reports a total that moved alone; one that moved with its column is part of ST01's finding.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    let repairs = submission.repairs.indices.filter { submission.repairs[$0].rule == entry.id }
    let moved = MovedFields(submission)
    for index in repairs {
      report.report(
        RepairFinding(entry.id, index, submission, moved).finding(
          field: submission.profile.summary.amount))
    }
    guard repairs.isEmpty, let total = submission.summary.total,
      let amount = total[submission.profile.summary.amount], amount.columnRepair == 0
    else { return }
    report.pass()
  }
}

extension TotalInDataRow {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "合计行空白时，某一数据行所印的金额是否正是其余各行或各明细表之和。",
      en: """
        Whether, where the total's row is blank, a data row holds the sum of the other rows \
        or of the forms.
        """),
    why: Message(
      zh: "合计落进数据行，既少了合计，又多出一笔并不存在的金额。",
      en: """
        A total among the rows is missing where it belongs and stands for an amount that \
        nobody granted.
        """),
    example: Message(
      zh: "合计行空白，第 1 行印 840.00，其余各行相加恰为 840.00：归还合计行。",
      en: """
        The total's row is blank, row 1 says 840.00, and the other rows add up to 840.00: \
        it goes to the total.
        """),
    unless: Message(
      zh: "该行金额与其明细表一致；有两行都等于该和；小计行。随整列移动的合计属 ST01。",
      en: """
        The row's amount agrees with its form; two rows hold that sum; subtotals. A total \
        that moved with its column is ST01's.
        """),
    decided: Message(
      zh: """
        该行另有明细表可证、且各明细表之和恰为此数：已证实；否则为很可能；连同无主金额才相等\
        的，只提出。
        """,
      en: """
        Proved where the row's own form says otherwise and the forms add up to it exactly; \
        else likely; only offered where it takes amounts that belong to no row.
        """))
}
