import TieoutModel

/// FT09: a sum passes within a slack so wide that it could hide an amount that matters.
///
/// The slack is half a unit of the last digit of each addend, added up; what matters is more than a
/// ten-thousandth of the document's total, or more than the amount that is said to be trivial. Not for a sum of one, and not where the sum agrees to the
/// digit: then no slack was used.
enum MaskingSlack: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT09", name: "masking-slack",
    title: Message(zh: "求和的精度足以发现差错", en: "Sums are precise enough to show an error"),
    manual: manual)

  /// The amount above which a slack could hide something.
  private struct Limit {
    /// The part of the document's total that is trivial where nobody says what is.
    private static let part: Int128 = 10_000
    private let whole: Reading
    private let trivial: Reading?

    init?(_ paper: Workpaper) {
      guard let whole = paper.footing.total?.reading ?? paper.footing.rows.sum else { return nil }
      self.whole = whole
      let profile = paper.submission.profile
      let unit = paper.footing.total?.unit ?? paper.context.summaryUnit
      trivial = profile.thresholds.trivial.flatMap {
        Reading($0, exponent: profile.units.exponent(unit) ?? 0)
      }
    }

    /// Whether so many figures like one have a slack above it.
    func isExceeded(by figure: Reading, times count: Int128 = 1) -> Bool {
      guard let (one, limit) = Reading.aligned(figure, trivial ?? whole) else { return false }
      let part = trivial == nil ? Self.part : 1
      // The slack is half the width.
      return one.strictWidth * count * part > 2 * Int128(limit.value.magnitude)
    }
  }

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    guard let limit = Limit(paper) else { return }
    let submission = paper.submission
    if let total = paper.footing.total {
      for side in [paper.footing.rows, paper.footing.details]
      where side.isComplete && side.count > 1 {
        if let sum = side.sum { check(sum, total, side.count, limit, submission, &report) }
      }
    }
    for detail in paper.totals.indices {
      for group in paper.context.parts.indices {
        guard paper.isFooted(detail, group) != nil, let total = paper.totals[detail],
          // The parts of a form are a dozen at the most.
          limit.isExceeded(by: total.reading, times: 12),
          let parts = paper.parts(ofDetail: detail, group),
          parts.addends.count > 1, let sum = parts.sum
        else { continue }
        check(sum.reading, total, parts.addends.count, limit, submission, &report)
      }
    }
  }

  private static func check(
    _ sum: Reading, _ total: MoneyPlace, _ count: Int, _ limit: Limit, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    guard let ladder = Ladder(sum, total.reading), ladder.verdict == .rounded else { return }
    guard limit.isExceeded(by: sum) else { return report.pass() }
    let slack = ladder.slack(exponent: total.exponent)
    let name = submission.name(total)
    let unit = submission.profile.units.name(total.unit)
    var finding = Finding(
      check: entry.id, severity: .note, verdict: .rounded, subject: submission.subject(total),
      message: .worded(
        zh: "\(name.zh)与\(count)项之和相符，但按印出的位数有 ±\(slack) \(unit) 的余地，足以掩盖差错。",
        en: "\(name.opening.en) agrees with the sum of \(count), but the printed decimals leave "
          + "±\(slack) \(unit), which could hide an error."),
      values: [submission.evidence(total)])
    finding.slack = slack
    report.report(finding)
  }
}

extension MaskingSlack {
  fileprivate static let manual = CheckManual(
    gravest: .note,
    what: Message(
      zh: "通过的加总，其容差是否大到足以掩盖重要的金额。",
      en: "Whether the slack within which a sum passed could hide an amount that matters."),
    why: Message(
      zh: "许多四舍五入的加数相加，差一笔也看不出来。",
      en: "Among many rounded addends a whole item can be missing unseen."),
    example: Message(
      zh: "80 行整数相加，容差 40，而微小界限为 1。",
      en: "80 rows of whole numbers: a slack of 40, where 1 would matter."),
    unless: Message(
      zh: "只有一个加数；相加分毫不差（没有用到容差）。",
      en: "A sum of one; a sum that agrees to the digit, which used no slack."),
    decided: Message(
      zh: "容差超过全文合计的万分之一（或 --trivial 所定），为提示。",
      en: "A note where the slack exceeds a ten-thousandth of the document's total, or --trivial."))
}
