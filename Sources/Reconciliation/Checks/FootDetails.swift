import TieoutModel

/// FT02: the totals of the forms add up to the summary's total.
///
/// Open where rows and forms are not paired one to one, or a total is missing, unless the form states
/// that there is none (—, 无, /) and the others add up to the whole. Where the rows can be
/// added up, a difference is theirs (FT01) or that of a row and its form (AG01), and reported there.
enum FootDetails: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT02", name: "foot-the-details",
    title: Message(zh: "各明细表合计之和等于汇总表合计", en: "The forms add up to the summary's total"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    guard !paper.amounts.isEmpty, !paper.totals.isEmpty else { return }
    let footing = paper.footing
    guard footing.total != nil else { return }
    let finding = FootingFinding(entry.id, paper)
    let rows = paper.isAddend.count { $0 }
    let pairs = paper.submission.links.count { !$0.isUnsure }
    if pairs != rows || pairs != paper.totals.count {
      report.report(finding.unpaired(rows: rows, pairs: pairs))
    } else if !footing.details.isComplete, !isProved(footing) {
      report.report(finding.incompleteDetails())
    } else if let ladder = footing.ofDetails {
      if ladder.verdict == .exact || (footing.rows.isComplete && footing.ofRows != nil) {
        report.pass(
          ladder.verdict, tick: finding.tick(ladder, role: "details", footing.details))
      } else {
        report.report(finding.disagreementOfDetails(ladder))
      }
    }
  }

  /// Whether forms that state no amount have none: nothing else is missing, and the others add up to
  /// the total.
  private static func isProved(_ footing: Footing) -> Bool {
    footing.details.blanks.isEmpty && footing.details.unreadable.isEmpty
      && footing.details.count > 0 && footing.ofDetails?.verdict == .exact
  }
}

extension FootDetails {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "各明细表合计之和等于汇总表合计。",
      en: "Foot the forms: their totals add up to the summary's total."),
    why: Message(
      zh: "它不依赖汇总表的各行，因此能在两者之间作证。",
      en: """
        It does not rest on the summary's rows, and so bears witness between them and the \
        total.
        """),
    example: Message(
      zh: "44 张明细表相加为 840.00，汇总表合计也是 840.00：相符。",
      en: "The forms add up to 840.00, and the summary says 840.00: a tick."),
    unless: Message(
      zh: """
        行与表没有一一对应，或缺某个合计：未决；明细表写明没有（—、无、/）而总计证实的；各行能\
        加总时，差额归 FT01 或 AG01。
        """,
      en: """
        Rows and forms do not pair one to one, or a total is missing: open. A form states \
        that there is none (—, 无, /), and the total proves it. Where the rows can be \
        added up, a difference is FT01's or AG01's.
        """),
    decided: Message(
      zh: "同 FT01。",
      en: "As FT01."))
}
