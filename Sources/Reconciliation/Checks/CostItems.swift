import TieoutModel

/// FT05: several cost items of a form add up to its total.
///
/// Items of less than the total may not be all of it: then a person decides. Not where an item states
/// the total (the others are ceilings or parts of it), where all state one amount (AG02), and not for
/// unit costs and costs of another scope.
enum CostItems: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT05", name: "cost-items-add-up",
    title: Message(zh: "各成本项之和等于总额", en: "Cost items add up to the total"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for detail in paper.totals.indices {
      let items = CostList(detail, paper)
      // Most forms have one cost, or none.
      guard items.places.count > 1, let total = paper.totals[detail], items.areParts(of: total),
        let sum = items.sum,
        let ladder = Ladder(total.reading, sum)
      else { continue }
      if ladder.verdict == .exact || ladder.verdict == .rounded {
        report.pass(
          ladder.verdict,
          tick: Tick(
            entry.id, ladder.verdict,
            values: ([total] + items.places).map { paper.submission.evidence($0) },
            addends: items.places.count))
      } else if let row = paper.submission.sureRow(ofDetail: detail),
        let amount = paper.amounts[row], items.addUp(to: amount)
      {
        // The form's total disagrees with its row, which the items bear out: AG01 speaks of it.
        report.pass(ladder.verdict)
      } else {
        report.report(finding(items, total, ladder, paper))
      }
    }
  }

  private static func finding(
    _ items: CostList, _ total: MoneyPlace, _ ladder: Ladder, _ paper: Workpaper
  ) -> Finding {
    let submission = paper.submission
    let name = submission.name(total)
    let unit = submission.profile.units.name(total.unit)
    let sum = DecimalText.text(
      ladder.right.value, scale: ladder.right.scale + total.exponent,
      least: max(0, ladder.right.decimals + total.exponent))
    let difference = ladder.difference(exponent: total.exponent)
    var diagnosis: [Diagnosis] = []
    if let left = total.yuan, let right = ladder.right.quantity {
      diagnosis = DigitSlip.diagnose(left, right)
    }
    // What is left out of a list is no contradiction; what is over, or a slip of digits, is one.
    let isSure =
      ladder.verdict == .broken && (total.reading.isLess(than: ladder.right) || !diagnosis.isEmpty)
    var finding = Finding(
      check: entry.id, severity: isSure ? .warning : .review, verdict: ladder.verdict,
      subject: submission.subject(total),
      message: .worded(
        zh: "\(name.zh)与\(items.places.count)项成本之和 \(sum) \(unit)：\(ladder.verdict.words.zh)，"
          + "相差 \(difference) \(unit)\(diagnosis.words.zh)。请核对各项成本是否列全、有无重叠。",
        en: "\(name.opening.en) and the sum of \(items.places.count) cost items, \(sum) \(unit): "
          + "\(ladder.verdict.words.en), by \(difference) \(unit)\(diagnosis.words.en). The unit "
          + "can settle whether items are missing or overlap."),
      values: ([total] + items.places).map { submission.evidence($0) })
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    finding.diagnosis = diagnosis
    return finding
  }
}

extension CostItems {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "几项互不相同的成本相加等于总额。",
      en: "Cross-foot the cost items of a form against its total."),
    why: Message(
      zh: "成本分项加不到总额，不是漏项就是某项有误。",
      en: "Where cost items do not add up, one is missing or wrong."),
    example: Message(
      zh: "设备 300 万元、施工 260 万元，总额 540 万元：多出 20 万元。",
      en: "Equipment 3.0 m, works 2.6 m, total 5.4 m: 0.2 m too much."),
    unless: Message(
      zh: """
        某项就是总额（其余为上限或其中数）；各项都写同一金额（归 AG02）；单位成本或其他范围\
        ；总额与汇总行不符而各项与汇总行相合（归 AG01）。
        """,
      en: """
        An item is the total itself, the others being ceilings or parts of it; all state \
        one amount (AG02); unit costs and other scopes; the items bear out the row where \
        row and total disagree (AG01).
        """),
    decided: Message(
      zh: "超出总额或相差一处数字差错为警告；不足总额可能未列全，待复核。",
      en: """
        More than the total, or a slip of digits, is a warning; less may be incomplete, and \
        is for review.
        """))
}
