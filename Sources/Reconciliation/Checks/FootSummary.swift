import TieoutModel

/// FT01: the rows of the summary add up to its total.
///
/// Subtotals and parts of other rows are no addends; lines such as `减：上年结转资金` count with their
/// sign. Where an addend is missing the check stays open, and says what it would have to be; a blank
/// that the total proves to be nothing is noted, and a stated absence (—, 无, /) that it proves to be
/// nothing is what it says. What one row's disagreement with its form explains is
/// that finding's.
enum FootSummary: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT01", name: "foot-the-summary",
    title: Message(zh: "汇总表各项之和等于合计", en: "The summary's rows add up to its total"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    guard !paper.amounts.isEmpty else { return }
    defer { StatedRelations.run(entry.id, paper, &report) }
    // The totals of sections are FT03's.
    guard !paper.submission.summary.isTotalledInSections else { return }
    let footing = paper.footing
    let finding = FootingFinding(entry.id, paper)
    guard let ladder = footing.ofRows, footing.rows.unreadable.isEmpty, footing.rows.count > 0
    else {
      report.report(finding.undecided())
      return
    }
    if !footing.rows.isComplete, ladder.verdict != .exact {
      report.report(finding.undecided())
    } else if !footing.rows.blanks.isEmpty {
      report.report(finding.blankIsNothing())
    } else if ladder.verdict == .exact {
      report.pass(tick: finding.tick(ladder, role: "rows", footing.rows))
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

extension FootSummary {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "汇总表各行金额之和等于所列合计（竖加）。",
      en: "Foot the summary: its rows add up to the total that it states."),
    why: Message(
      zh: "合计是整份文件的结论；加不起来，就有一处数字是错的。",
      en: "The total is what the papers come to; where it does not add up, a figure is wrong."),
    example: Message(
      zh: "合计 840.00，各行相加 849.00：不一致，相差 9.00。",
      en: "The total says 840.00, the rows add up to 849.00: they disagree, by 9.00."),
    unless: Message(
      zh: """
        小计、标明“其中”的行不作加数；某加数空白或读不出则未决，并说明应为多少；写明没有\
        （—、无、/）而合计证实的；差额全由某行与其明细表不符造成的，归 AG01；“减：”“加：”起首的\
        行按其增减计入，合计本不含它的除外。
        """,
      en: """
        Subtotals and rows marked 其中 are no addends; a blank or unreadable addend leaves \
        it open, and says what it must be; an addend states that there is none (—, 无, /), \
        and the total proves it; a difference that one row's disagreement with its form \
        explains is AG01's; a line that begins with 减： or 加： is subtracted or added, unless \
        the total leaves it out.
        """),
    decided: Message(
      zh: """
        各加数的区间相加（末位半个单位），与合计的区间相比：相等、尾差（提示）、精度不足（待\
        复核）、不符（错误）。
        """,
      en: """
        The intervals of the addends (half of the last digit either way) are added and held \
        against the total's: exact, rounded (a note), coarse (for review), broken (an \
        error).
        """))
}
