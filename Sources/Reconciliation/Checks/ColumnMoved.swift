public import TieoutModel

/// ST01: a column of the summary that is printed some lines above or below its rows.
public enum ColumnMoved: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "ST01", name: "column-moved",
    title: Message(zh: "汇总表各列与行对齐", en: "the columns of the summary stand beside their rows"))

  /// Reports the repairs; a page of the summary without one passes.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    var repaired = 0
    let moved = MovedFields(submission)
    for (index, repair) in submission.repairs.enumerated() where repair.rule == entry.id {
      repaired += 1
      report.report(
        RepairFinding(entry.id, index, submission, moved).finding(
          field: submission.profile.summary.amount))
    }
    for _ in repaired..<max(repaired, submission.summary.pieces.count) { report.pass() }
  }
}
