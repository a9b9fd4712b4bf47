import TieoutModel

/// FT01: the rows of the summary add up to its total.
///
/// Subtotals and parts of other rows are no addends. Where an addend is missing the check stays
/// open, and says what it would have to be; a blank that the total proves to be nothing is noted.
/// What one row's disagreement with its form explains is that finding's.
enum FootSummary: Check {
  static let entry = CatalogueEntry(
    id: "FT01", name: "foot-the-summary",
    title: Message(zh: "汇总表各项之和等于合计", en: "The summary's rows add up to its total"))

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    guard !submission.summary.rows.isEmpty else { return }
    let context = MoneyContext(submission)
    let footing = Footing(submission, context)
    guard let ladder = footing.ofRows, footing.rows.unreadable.isEmpty, footing.rows.count > 0
    else {
      report.report(FootingFinding(entry.id, footing, submission).undecided())
      return
    }
    let finding = FootingFinding(entry.id, footing, submission)
    if !footing.rows.blanks.isEmpty {
      report.report(ladder.verdict == .exact ? finding.blankIsNothing() : finding.undecided())
    } else if ladder.verdict == .exact {
      report.pass()
    } else if ladder.verdict == .broken, isExplained(footing, submission, context) {
      report.pass(.broken)
    } else {
      report.report(finding.disagreement(ladder))
    }
  }

  /// Whether rows that disagree with their forms account for the whole difference.
  private static func isExplained(
    _ footing: Footing, _ submission: Submission, _ context: MoneyContext
  ) -> Bool {
    var disagreeing: [(row: MoneyPlace, total: MoneyPlace)] = []
    for link in submission.links where !link.isUnsure {
      guard let row = submission.amount(ofRow: link.row, context),
        let total = submission.total(ofDetail: link.detail, context),
        Ladder(row.reading, total.reading)?.verdict == .broken
      else { continue }
      disagreeing.append((row, total))
    }
    return !disagreeing.isEmpty
      && (footing.foots(with: disagreeing)
        || disagreeing.contains { footing.foots(with: [$0]) })
  }
}
