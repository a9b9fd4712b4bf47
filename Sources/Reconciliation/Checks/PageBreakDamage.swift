import TieoutModel

/// ST04: a page break lost a repeated header, or broke a table or a row in two.
enum PageBreakDamage: Check {
  static let entry = CatalogueEntry(
    id: "ST04", name: "page-break-damage",
    title: Message(zh: "跨页处破损", en: "damage at a page break"), manual: manual)

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .note, submission, &report)
  }
}

extension PageBreakDamage {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "跨页处失落的表头、断成两半的表或行。",
      en: "What a page break did: a repeated header lost, a table or a row broken in two."),
    why: Message(
      zh: "接错的两半会变成两条记录，或一条都不是。",
      en: "Halves that are joined wrongly are two records, or none."),
    example: Message(
      zh: "一行的名称在前页末，金额在后页首：接为一行。",
      en: "A row's name ends one page and its amount begins the next: they are one row."),
    unless: Message(
      zh: "编号重新开始、出现新的标题或新的表：不是同一张表。",
      en: "Numbering restarts, a new title or another form begins: then it is another table."),
    decided: Message(
      zh: "已修复为提示，未修复为待复核。",
      en: "A note where repaired, for review where not."))
}
