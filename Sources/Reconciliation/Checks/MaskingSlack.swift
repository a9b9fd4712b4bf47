import TieoutModel

/// FT09: a sum passes within a slack so wide that it could hide an amount that matters.
///
/// The slack is half a unit of the last digit of each addend, added up; what matters is more than a
/// ten-thousandth of the document's total. Not for a sum of one, and not where the sum agrees to the
/// digit: then no slack was used.
enum MaskingSlack: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT09", name: "masking-slack",
    title: Message(zh: "求和的精度足以发现差错", en: "Sums are precise enough to show an error"),
    manual: manual)

  /// The part of the document's total that is trivial.
  private static let trivial: Int128 = 10_000

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    guard let whole = whole(paper) else { return }
    if let total = paper.footing.total {
      for side in [paper.footing.rows, paper.footing.details]
      where side.isComplete && side.count > 1 {
        if let sum = side.sum { check(sum, total, side.count, whole, submission, &report) }
      }
    }
    for detail in paper.totals.indices {
      for group in paper.context.parts.indices {
        guard paper.isFooted(detail, group) == false, let total = paper.totals[detail],
          mayMask(total, whole), let parts = paper.parts(ofDetail: detail, group),
          parts.addends.count > 1, let sum = parts.sum
        else { continue }
        check(sum.reading, total, parts.addends.count, whole, submission, &report)
      }
    }
  }

  /// What a trivial amount is a ten-thousandth of: the document's total, unless one is set.
  private static func whole(_ paper: Workpaper) -> Reading? {
    let total = paper.footing.total
    if let trivial = paper.submission.profile.thresholds.trivial {
      let unit = total?.unit ?? paper.context.summaryUnit
      let exponent = paper.submission.profile.units.exponent(unit) ?? 0
      return Reading(trivial, exponent: exponent + 4)
    }
    return total?.reading ?? paper.footing.rows.sum
  }

  /// Whether the parts of a form, a dozen at the most, can mask anything.
  private static func mayMask(_ total: MoneyPlace, _ whole: Reading) -> Bool {
    guard let (one, all) = Reading.aligned(total.reading, whole) else { return false }
    return one.strictWidth * 12 * (trivial / 2) > Int128(all.value.magnitude)
  }

  private static func check(
    _ sum: Reading, _ total: MoneyPlace, _ count: Int, _ whole: Reading, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    guard let ladder = Ladder(sum, total.reading),
      ladder.verdict == .rounded,
      let (addends, all) = Reading.aligned(sum, whole)
    else { return }
    guard addends.strictWidth * (trivial / 2) > Int128(all.value.magnitude) else {
      return report.pass()
    }
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
      zh: "四舍五入后才相符的求和，其余地是否足以掩盖差错。",
      en: "Whether the slack within which a sum passes could hide an amount that matters."),
    why: Message(
      zh: "几十项各差半个末位，合起来可能不是小数。",
      en: "Half of the last digit, forty times over, may be no trifle."),
    example: Message(
      zh: "40 项整数万元与合计差 3 万元，余地 ±20 万元。",
      en: "Forty whole amounts are 3 apart from their total, with a slack of ±20."),
    unless: Message(
      zh: "逐位相等的求和；只有一项。",
      en: "The sum agrees to the digit; it is a sum of one."),
    decided: Message(
      zh: "余地超过文件合计的万分之一（或所设微小金额）即提示。",
      en: """
        A note where the slack exceeds a ten-thousandth of the document's total, or the \
        trivial amount that is set.
        """))
}
