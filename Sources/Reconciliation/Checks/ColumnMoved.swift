public import TieoutModel

/// ST01: a column of the summary that is printed some lines above or below its rows.
public enum ColumnMoved: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "ST01", name: "column-moved",
    title: Message(zh: "汇总表各列与行对齐", en: "the columns of the summary stand beside their rows"),
    manual: manual)

  /// Reports the repairs; a page of the summary without one passes.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    var repaired = 0
    let moved = MovedFields(submission)
    // By place: no repair is copied.
    for index in submission.repairs.indices where submission.repairs[index].rule == entry.id {
      repaired += 1
      report.report(
        RepairFinding(entry.id, index, submission, moved).finding(
          field: submission.profile.summary.amount))
    }
    for _ in repaired..<max(repaired, submission.summary.pieces.count) { report.pass() }
  }
}

extension ColumnMoved {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: """
        汇总表每页的金额列与所属的行对齐：与各行明细表的合计逐一比较，既按原位，也按上下错开\
        一至三行。
        """,
      en: """
        Whether the amounts on each page of the summary stand beside their rows: they are \
        compared with the totals of the rows' forms, as printed and one to three lines up \
        or down.
        """),
    why: Message(
      zh: "识别时整列错行，会变成一串虚假的不符；移回并证明之后，只剩一处事实。",
      en: """
        A column that slipped in recognition would make a string of false discrepancies. \
        Moved back and proved, it is one fact.
        """),
    example: Message(
      zh: """
        第 1 行的金额印在第 2 行，第 2 行的印在第 3 行……最末一个金额不属于任何一行：整列移回，\
        每个金额都与其明细表一致。
        """,
      en: """
        Row 1's amount stands on row 2, row 2's on row 3, and the last one on no row: moved \
        back, each agrees with its form.
        """),
    unless: Message(
      zh: "原位同样说得通；相符的不同金额少于三个；某个值会因此丢失或用两次。",
      en: """
        Leaving the column alone explains as much; fewer than three different amounts \
        agree; a value would be lost or used twice.
        """),
    decided: Message(
      zh: """
        全部相符且合计等于各行之和：已证实，为提示；大多相符：很可能，为待复核；不足以定：只\
        提出而不移动，未决。金额本身从不改动。
        """,
      en: """
        All agree, and so does the total: proved, a note. Most agree: likely, for review. \
        Otherwise it is offered, not made, and open. No amount is ever changed.
        """))
}
