import TieoutModel

/// FT09: a sum passes within a slack so wide that it could hide an amount that matters.
///
/// The slack is half a unit of the last digit of each addend, added up; what matters is more than a
/// ten-thousandth of the document's total. Not for a sum of one, and not where the sum agrees to the
/// digit: then no slack was used.
enum MaskingSlack: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT09", name: "masking-slack",
    title: Message(zh: "求和的精度足以发现差错", en: "Sums are precise enough to show an error"))

  /// The part of the document's total that is trivial.
  private static let trivial: Int128 = 10_000

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    guard let whole = paper.footing.total?.reading ?? paper.footing.rows.sum else { return }
    let submission = paper.submission
    if let total = paper.footing.total {
      for side in [paper.footing.rows, paper.footing.details]
      where side.isComplete && side.count > 1 {
        if let sum = side.sum { check(sum, total, side.count, whole, submission, &report) }
      }
    }
    for detail in paper.totals.indices {
      for group in paper.context.parts.indices {
        guard paper.isFooted(detail, group) != nil, let total = paper.totals[detail],
          mayMask(total, whole), let parts = paper.parts(ofDetail: detail, group),
          parts.addends.count > 1, let sum = parts.sum
        else { continue }
        check(sum.reading, total, parts.addends.count, whole, submission, &report)
      }
    }
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
