public import TieoutModel

/// ST02: a data row that holds the total, while the total's row is blank.
public enum TotalInDataRow: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "ST02", name: "total-in-data-row",
    title: Message(zh: "合计数印在合计行", en: "the total stands in the total's row"))

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
