import TieoutModel

/// NR02: amounts, counts and years in a form's sentences are those of its fields.
///
/// An amount is compared with the form's total where words call it the whole (`申请金额`), or where
/// it is the total with two digits swapped; a count with the one indicator of its unit that speaks
/// of the same; a rate with the one indicator of that rate; a year with that of the title where words
/// make it the plan's, or where it is that of the form's own sum. Not for parts,
/// estimates, running totals, other bodies' shares, or other years, not for texts about what was done
/// or about other periods, and not for what NR01 reports.
enum ProseAgainstFields: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NR02", name: "prose-against-fields",
    title: Message(zh: "文字说明与表内各栏一致", en: "A text states what the form's fields state"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for field in paper.prose {
      guard let detail = field.detail,
        paper.submission.profile.detail.isOfPlan(field.field.name)
      else { continue }
      let comparison = ProseComparison(field, detail, paper)
      comparison.compareMoney(&report)
      comparison.compareCounts(&report)
      comparison.compareYear(&report)
      comparison.compareRates(&report)
    }
  }
}

extension DetailSpec {
  /// Whether a text says what the form's figures plan: what was done, or is to be done in another
  /// period, papers may tell beside the goal.
  fileprivate func isOfPlan(_ field: FieldName) -> Bool {
    guard goal != nil, field != goal, field != note else { return true }
    return fields.first { $0.name == field }.map { !$0.isOptional || $0.isRest } ?? true
  }
}

extension ProseAgainstFields {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "文字中的金额、数量、比率、年度与表内各栏一致。",
      en: "Amounts, counts, rates and years in a form's sentences are those of its fields."),
    why: Message(
      zh: "目标写一个数，栏里写另一个数，不知以哪个为准。",
      en: "With one number in the goal and another in the field nobody knows which holds."),
    example: Message(
      zh: "目标“申请资金 512.40 万元”，合计 521.40。",
      en: "The goal applies for 512.40, the total is 521.40."),
    unless: Message(
      zh: "部分金额、估计数、累计数、他方份额、其他年度；完成情况和其他期间的目标；NR01 已报告的。",
      en: """
        Parts, estimates, running totals, other bodies' shares, other years; texts about what was \
        done or about other periods; what NR01 reports.
        """),
    decided: Message(
      zh: "字面指明为全额的为警告，否则待复核。",
      en: "A warning where the words call it the whole, else for review."))
}
