import TieoutModel

/// FT02: the totals of the forms add up to the summary's total.
///
/// Open where rows and forms are not paired one to one, or a total is missing. Where the rows can be
/// added up, a difference is theirs (FT01) or that of a row and its form (AG01), and reported there.
enum FootDetails: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT02", name: "foot-the-details",
    title: Message(zh: "各明细表合计之和等于汇总表合计", en: "The forms add up to the summary's total"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    guard !paper.amounts.isEmpty, !paper.totals.isEmpty else { return }
    let footing = paper.footing
    guard footing.total != nil else { return }
    let finding = FootingFinding(entry.id, paper)
    let rows = paper.isAddend.count { $0 }
    let pairs = paper.submission.links.count { !$0.isUnsure }
    if pairs != rows || pairs != paper.totals.count {
      report.report(finding.unpaired(rows: rows, pairs: pairs))
    } else if !footing.details.isComplete {
      report.report(finding.incompleteDetails())
    } else if let ladder = footing.ofDetails {
      if ladder.verdict == .exact || (footing.rows.isComplete && footing.ofRows != nil) {
        report.pass(ladder.verdict)
      } else {
        report.report(finding.disagreementOfDetails(ladder))
      }
    }
  }
}
