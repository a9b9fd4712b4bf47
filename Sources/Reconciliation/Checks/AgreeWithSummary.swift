import TieoutModel

/// AG01: the amount of a summary row is the total of its form.
///
/// Open where a side is blank or unreadable, or both name different currencies; where both state that
/// there is no amount (—, 无, /), they agree. The sums that cannot be verified for it (FT01, FT02) are
/// listed under that finding. Where the pairing is unsure, figures that differ stay open; equal ones
/// prove nothing and are not counted, since NM02's finding speaks of the pair. A difference of
/// nothing but a power of ten is UN01's.
enum AgreeWithSummary: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG01", name: "agree-summary-to-detail",
    title: Message(zh: "汇总金额与明细合计一致", en: "Summary amount and form total agree"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    defer { StatedRelations.run(entry.id, paper, &report) }
    let links = submission.links
    for place in links.indices {
      if paper.amounts[links[place].row]?.unit != paper.totals[links[place].detail]?.unit,
        let finding = otherCurrency(links[place], paper)
      {
        report.report(finding)
        continue
      }
      // Nearly all agree: nothing of those is copied.
      if let row = paper.amounts[links[place].row]?.reading,
        let total = paper.totals[links[place].detail]?.reading,
        Ladder(total, row)?.verdict == .exact
      {
        if !links[place].isUnsure { report.pass(tick: tick(links[place], paper)) }
        continue
      }
      let link = links[place]
      guard let row = paper.amounts[link.row], let total = paper.totals[link.detail] else {
        guard let absence = AbsentAmount(link, paper) else { continue }
        if absence.isStatedByBoth {
          report.pass()
        } else {
          report.report(absence.finding(entry.id))
        }
        continue
      }
      if link.isUnsure {
        report.report(unsure(row, total, submission))
      } else if let fact = paper.fact(ofDetail: link.detail),
        let deviation = fact.deviations.first(where: { $0.first.kind == .row }),
        !deviation.isUnitSlip
      {
        let finding = submission.finding(entry.id, fact, deviation, broken: .error)
        report.report(
          paper.footing.informed(
            finding, row: row, total: total, submission.profile.units))
      }
    }
  }

  /// The finding where a row and its form count different currencies; `nil` where they may count one.
  private static func otherCurrency(_ link: Link, _ paper: Workpaper) -> Finding? {
    let units = paper.submission.profile.units
    guard let row = paper.amounts[link.row], let total = paper.totals[link.detail],
      !units.mayBeOneCurrency(row.unit, total.unit)
    else { return nil }
    let submission = paper.submission
    let left = submission.name(row), right = submission.name(total)
    let (own, other) = (units.name(row.unit), units.name(total.unit))
    return Finding(
      check: entry.id, severity: .review, verdict: .open, subject: submission.subject(total),
      records: [total.record, row.record],
      message: .worded(
        zh: "\(left.zh)以“\(own)”计，\(right.zh)以“\(other)”计：币种不同，无法比较。请核对原件。",
        en: "\(left.opening.en) counts in “\(own)”, \(right.en) in “\(other)”: different "
          + "currencies cannot be compared. The paper settles it."),
      values: [submission.evidence(total), submission.evidence(row)])
  }

  /// The tick of a row and a form that agree.
  private static func tick(_ link: Link, _ paper: Workpaper) -> Tick {
    paper.submission.tick(
      entry.id, [paper.amounts[link.row], paper.totals[link.detail]].compactMap(\.self))
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

extension AgreeWithSummary {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "汇总表一行的金额等于对应明细表的合计。",
      en: "Agree a row's amount with the total of its form."),
    why: Message(
      zh: "同一笔钱在两处写成两个数，必有一处不对。",
      en: "One sum written in two ways is wrong in one of them."),
    example: Message(
      zh: "汇总表 521.40，明细表 512.40：相邻两位颠倒。",
      en: "The summary says 521.40, the form 512.40: two neighbouring digits swapped."),
    unless: Message(
      zh: """
        对应关系不明：不同则未决，相同也不算通过；一方空白或读不出：未决；双方均写明没有\
        （—、无、/）；恰差 10 的幂次：归 UN01。
        """,
      en: """
        The pairing is unsure: different figures are open, equal ones prove nothing. A side \
        is blank or unreadable: open. Both state that there is none (—, 无, /). Exactly a power \
        of ten apart: UN01.
        """),
    decided: Message(
      zh: """
        相等、尾差、精度不足、不符（错误）。三处以上写明同一数时，以多数指出哪一处特异；合计\
        若只在改正后加得起来，即为证明。币种不同的未决。
        """,
      en: """
        Exact, rounded, coarse, broken (an error). Where three places or more state the \
        sum, the majority names the odd one; a total that adds up only with one of them \
        proves it. Different currencies are open.
        """))
}
