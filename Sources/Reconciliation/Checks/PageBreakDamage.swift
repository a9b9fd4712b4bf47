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
      zh: "跨页处丢失的表头、断开的表或行是否已接好。",
      en: "Whether a page break lost a header, or broke a table or a row in two."),
    why: Message(
      zh: "断开的一行会变成两行，金额或名称就会缺失。",
      en: "A row in two pieces is two rows, each without a name or an amount."),
    example: Message(
      zh: "第 2 页首行没有序号，是第 1 页末行的续行：已接上。",
      en: "The first row of page 2 has no number and goes on with the last of page 1: joined."),
    unless: Message(
      zh: "没有修复。",
      en: "Nothing was repaired."),
    decided: Message(
      zh: "每条记录、每种原因一条提示；未施行的修复待复核。",
      en: "One note a record and cause; a repair that was not made is for review."))
}
