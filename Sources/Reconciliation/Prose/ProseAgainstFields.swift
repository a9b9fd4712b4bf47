import TieoutModel

/// NR02: amounts, counts and years in a form's sentences are those of its fields.
///
/// An amount is compared with the form's total where words call it the whole (`申请金额`), or where
/// it is the total with two digits swapped; a count with the one indicator of its unit that speaks
/// of the same; a year with that of the title where words make it the plan's. Not for parts,
/// estimates, running totals, other bodies' shares, or other years, and not for what NR01 reports.
enum ProseAgainstFields: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NR02", name: "prose-against-fields",
    title: Message(zh: "文字说明与表内各栏一致", en: "A text states what the form's fields state"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for field in paper.prose {
      guard let detail = field.detail else { continue }
      let comparison = ProseComparison(field, detail, paper)
      comparison.compareMoney(&report)
      comparison.compareCounts(&report)
      comparison.compareYear(&report)
    }
  }
}
