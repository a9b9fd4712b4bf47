public import TieoutModel

/// Ties the rows of the summary to the forms, undoes what evidence undoes, and runs the checks.
public enum Reconciler {
  /// Reconciles a submission: links, repairs of columns, findings and tally.
  ///
  /// The rows are linked by names, organisations and order first, since their amounts may stand in
  /// the wrong rows; then columns are repaired; then everything is linked again with the amounts
  /// as evidence. `checks` run in their order, which is the order of the catalogue. Findings are
  /// sorted by severity, the gravest first, then in the order of the catalogue, then in the order
  /// in which a check reports them, which is that of the records.
  public static func reconcile(_ submission: inout Submission, checks: [any Check.Type]) {
    var linker = Linker(submission)
    submission.setLinks(linker.links(submission))
    let outcome = ColumnRepair.run(&submission)
    linker.readAmounts(submission)
    submission.setLinks(linker.links(submission))
    let isTotalOffered = TotalRepair.run(&submission)
    var report = CheckReport()
    let paper = Workpaper(submission, linker)
    for check in checks {
      if let check = check as? any WorkpaperCheck.Type {
        check.run(paper, &report)
      } else {
        check.run(submission, &report)
      }
    }
    submission.tally = report.tally
    let findings = withoutExplained(
      report.findings, outcome, isTotalOffered: isTotalOffered, &submission)
    submission.findings.reserveCapacity(findings.count)
    for severity in Severity.allCases.reversed() {
      for finding in findings where finding.severity == severity {
        submission.findings.append(finding)
      }
    }
  }

  /// Leaves out the amounts that disagree, and the total that is missing, only because an offered
  /// repair was not applied.
  ///
  /// They are one finding, ST01's or ST02's, which is open: whoever decides on the repair settles
  /// them. Until then they count neither as broken nor once more as open.
  private static func withoutExplained(
    _ findings: [Finding], _ outcome: ColumnRepair.Outcome, isTotalOffered: Bool,
    _ submission: inout Submission
  ) -> [Finding] {
    guard !outcome.explainedRows.isEmpty || isTotalOffered else { return findings }
    let explained = Set(outcome.explainedRows.map { submission.summary.rows[$0].id })
    var tally = submission.tally
    let kept = findings.filter { finding in
      let isExplained =
        finding.check == "AG01"
        ? finding.records.contains(where: explained.contains)
        : isTotalOffered && finding.check == "FT01" && finding.verdict == .open
      guard isExplained else { return true }
      tally.uncount(finding.verdict)
      return false
    }
    submission.tally = tally
    return kept
  }
}
