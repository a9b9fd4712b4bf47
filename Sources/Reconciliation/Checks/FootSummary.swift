import TieoutModel

/// FT01: the rows of the summary add up to its total.
///
/// Subtotals and parts of other rows are no addends. Where an addend is missing the check stays
/// open, and says what it would have to be; a blank that the total proves to be nothing is noted.
/// What one row's disagreement with its form explains is that finding's.
enum FootSummary: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT01", name: "foot-the-summary",
    title: Message(zh: "汇总表各项之和等于合计", en: "The summary's rows add up to its total"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    guard !paper.amounts.isEmpty else { return }
    let footing = paper.footing
    let finding = FootingFinding(entry.id, paper)
    guard let ladder = footing.ofRows, footing.rows.unreadable.isEmpty, footing.rows.count > 0
    else {
      report.report(finding.undecided())
      return
    }
    if !footing.rows.blanks.isEmpty {
      report.report(ladder.verdict == .exact ? finding.blankIsNothing() : finding.undecided())
    } else if ladder.verdict == .exact {
      report.pass()
    } else if ladder.verdict != .rounded, isExplained(footing, paper) {
      report.pass(ladder.verdict)
    } else {
      report.report(finding.disagreement(ladder))
    }
  }

  /// Whether rows that disagree with their forms account for the whole difference.
  private static func isExplained(_ footing: Footing, _ paper: Workpaper) -> Bool {
    var disagreeing: [(row: MoneyPlace, total: MoneyPlace)] = []
    for link in paper.submission.links where !link.isUnsure {
      guard let row = paper.amounts[link.row], let total = paper.totals[link.detail],
        Ladder(row.reading, total.reading)?.verdict == .broken
      else { continue }
      disagreeing.append((row, total))
    }
    return !disagreeing.isEmpty
      && (footing.foots(with: disagreeing)
        || disagreeing.contains { footing.foots(with: [$0]) })
  }
}
