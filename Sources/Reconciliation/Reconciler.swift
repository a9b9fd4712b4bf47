public import TieoutModel

/// Ties the rows of the summary to the forms, undoes what evidence undoes, and runs the checks.
public enum Reconciler {
  /// Reconciles a submission: links, repairs of columns, findings and tally.
  ///
  /// Where amounts may stand in the wrong rows, the rows are linked by names, organisations and
  /// order first, and columns are repaired; then everything is linked with the amounts as
  /// evidence. `checks` run in their order, which is the order of the catalogue. Findings are
  /// sorted by severity, the gravest first, then in the order of the catalogue, then in the order
  /// in which a check reports them, which is that of the records.
  ///
  /// Decisions that the submission holds already are carried out and set to what they are about; then
  /// the ledger is closed. `isTicking` keeps what an auditor would tick. Once `isOver` says so no
  /// further check begins.
  public static func reconcile(
    _ submission: inout Submission, checks: [any Check.Type], isTicking: Bool = false,
    isOver: () -> Bool = { false }
  ) {
    var linker = Linker(submission)
    var outcome = ColumnRepair.Outcome()
    if ColumnRepair.isPossible(in: submission) {
      submission.setLinks(linker.pairs(submission))
      outcome = ColumnRepair.run(&submission)
    }
    linker.readAmounts(submission)
    submission.setLinks(linker.links(submission))
    let isTotalOffered = TotalRepair.run(&submission)
    if !submission.decisions.isEmpty, Corrections.apply(&submission) {
      // A name or an amount that was corrected may tell other pairs, and tells other differences.
      linker = Linker(submission)
      linker.readAmounts(submission)
      submission.setLinks(linker.links(submission))
    }
    MisreadAmount.run(&submission)
    LostPoint.run(&submission)
    // Nothing is booked any more, and a ledger that is closed leaves its memory to the checks.
    submission.closeLedger()
    let bodies = (consume linker).bodies()
    run(checks, Workpaper(submission, bodies), isTicking: isTicking, &submission, isOver)
    RootCauses.collapse(&submission.findings, submission.profile.units)
    leaveOutExplained(outcome, isTotalOffered: isTotalOffered, &submission)
    Weights.apply(&submission)
    leaveOutYuan(&submission)
    submission.findings.sortBySeverity()
    EngineDoubt.weigh(&submission)
    relate(&submission.findings)
    placeAdded(&submission)
    RecordKeys(submission).rename(&submission.findings)
    Standings.settle(&submission)
  }

  /// Keeps with a profile what checks work out of it alone, where many documents are read by it.
  public static func prepare(_ profile: inout Profile) {
    profile.prepare(RateWords.init)
    profile.prepare(CheckTables.init)
    profile.prepare(Organisations.init)
  }

  /// Puts figures of words that a reviewer gave to what is printed in their place.
  private static func placeAdded(_ submission: inout Submission) {
    guard submission.document.addedBytes > 0 else { return }
    for finding in submission.findings.indices {
      for value in submission.findings[finding].values.indices {
        submission.findings[finding].values[value].printed = submission.document.printed(
          submission.findings[finding].values[value].printed)
      }
    }
    for tick in submission.ticks.indices {
      for value in submission.ticks[tick].values.indices {
        submission.ticks[tick].values[value].printed = submission.document.printed(
          submission.ticks[tick].values[value].printed)
      }
    }
  }

  /// Leaves out differences in 元 where the papers count in another money.
  private static func leaveOutYuan(_ submission: inout Submission) {
    let units = submission.profile.units.units
    guard !units.contains(where: { $0.name == "元" }) else { return }
    for place in submission.findings.indices { submission.findings[place].differenceInYuan = nil }
  }

  /// Runs the checks that are not switched off, and counts for each how it ended.
  private static func run(
    _ checks: [any Check.Type], _ paper: Workpaper, isTicking: Bool,
    _ submission: inout Submission, _ isOver: () -> Bool
  ) {
    var report = CheckReport(isTicking: isTicking)
    var tallies: [(check: String, tally: Tally)] = []
    tallies.reserveCapacity(checks.count)
    for check in checks where !isOver() {
      let id = check.id
      guard submission.profile.thresholds.runs(id) else { continue }
      let before = report.tally
      check.run(submission, sharing: paper, &report)
      tallies.append((id, report.tally.since(before)))
    }
    submission.tallies = tallies
    submission.tally = report.tally
    submission.ticks = report.ticks
    submission.findings = report.take()
  }

  /// Replaces the check that a finding explains by the names of that check's open findings, and puts
  /// it under the finding on a token that it is open for.
  private static func relate(_ findings: inout [Finding]) {
    for place in findings.indices
    where !findings[place].related.isEmpty && findings[place].check == AgreeWithSummary.entry.id {
      var related: [String] = []
      for check in findings[place].related {
        for other in findings.indices
        where findings[other].verdict == .open && findings[other].check == check {
          related.append("f\(other + 1)")
        }
      }
      findings[place].related = related
      for other in findings.indices
      where findings[other].check == ImplausibleToken.entry.id
        && findings[other].subject == findings[place].subject
      {
        findings[other].related.append("f\(place + 1)")
      }
    }
  }

  /// Leaves out the amounts that disagree, and the total that is missing, only because an offered
  /// repair was not applied.
  ///
  /// They are one finding, ST01's or ST02's, which is open: whoever decides on the repair settles
  /// them. Until then they count neither as broken nor once more as open.
  private static func leaveOutExplained(
    _ outcome: ColumnRepair.Outcome, isTotalOffered: Bool, _ submission: inout Submission
  ) {
    guard !outcome.explainedRows.isEmpty || isTotalOffered else { return }
    let explained = Set(outcome.explainedRows.map { submission.summary.rows[$0].id })
    var tally = submission.tally
    var tallies = submission.tallies
    submission.findings.removeAll { finding in
      let isExplained =
        finding.check == "AG01"
        ? finding.records.contains(where: explained.contains)
        : isTotalOffered && finding.check == "FT01" && finding.verdict == .open
      if isExplained {
        tally.uncount(finding.verdict)
        if let place = tallies.firstIndex(where: { $0.check == finding.check }) {
          tallies[place].tally.uncount(finding.verdict)
        }
      }
      return isExplained
    }
    submission.tally = tally
    submission.tallies = tallies
  }
}

extension [Finding] {
  /// Puts the gravest findings first, those of one severity in the order in which they stand.
  ///
  /// They change places and are never copied: a finding is large.
  fileprivate mutating func sortBySeverity() {
    var targets = Array<Int>(repeating: 0, count: count)
    var next = 0
    for severity in Severity.allCases.reversed() {
      for place in indices where self[place].severity == severity {
        targets[place] = next
        next += 1
      }
    }
    var findings = mutableSpan
    for place in targets.indices {
      while targets[place] != place {
        let target = targets[place]
        findings.swapAt(place, target)
        targets.swapAt(place, target)
      }
    }
  }
}
