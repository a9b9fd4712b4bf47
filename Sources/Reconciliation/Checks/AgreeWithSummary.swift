import TieoutModel

/// AG01: the amount of a summary row is the total of its form.
///
/// Open where a side is blank or unreadable; the sums that cannot be verified for it (FT01, FT02) are
/// listed under that finding. Where the pairing is unsure, figures that differ stay open; equal ones
/// prove nothing and are not counted, since NM02's finding speaks of the pair. A difference of
/// nothing but a power of ten is UN01's.
enum AgreeWithSummary: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG01", name: "agree-summary-to-detail",
    title: Message(zh: "汇总金额与明细合计一致", en: "Summary amount and form total agree"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    defer { StatedRelations.run(entry.id, paper, &report) }
    for link in submission.links {
      guard let row = paper.amounts[link.row], let total = paper.totals[link.detail] else {
        if let absence = AbsentAmount(link, paper) { report.report(absence.finding(entry.id)) }
        continue
      }
      if let ladder = Ladder(total.reading, row.reading), ladder.verdict == .exact {
        if !link.isUnsure { report.pass() }
      } else if link.isUnsure {
        report.report(unsure(row, total, submission))
      } else if let fact = paper.fact(ofDetail: link.detail),
        let deviation = fact.deviations.first(where: { $0.first.kind == .row }),
        !deviation.isUnitSlip
      {
        let finding = submission.finding(entry.id, fact, deviation, broken: .error)
        report.report(paper.footing.informed(finding, row: row, total: total))
      }
    }
  }

  /// The figures differ, but it is not sure that they belong together.
  private static func unsure(
    _ row: MoneyPlace, _ total: MoneyPlace, _ submission: Submission
  ) -> Finding {
    let left = submission.name(row), right = submission.name(total)
    return Finding(
      check: entry.id, severity: .review, verdict: .open, subject: submission.subject(total),
      records: [total.record, row.record],
      message: .worded(
        zh: "\(left.zh)与\(right.zh)不同，但两者是否对应尚未确定；确定对应关系后再判断。",
        en:
          "\(left.opening.en) and \(right.en) differ, but it is not sure that they belong together; "
          + "settle the pairing first."),
      values: [submission.evidence(total), submission.evidence(row)])
  }
}
