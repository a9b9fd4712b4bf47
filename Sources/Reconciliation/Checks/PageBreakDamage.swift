import TieoutModel

/// ST04: a page break lost a repeated header, or broke a table or a row in two.
enum PageBreakDamage: Check {
  static let entry = CatalogueEntry(
    id: "ST04", name: "page-break-damage",
    title: Message(zh: "跨页处破损", en: "damage at a page break"))

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .note, submission, &report)
  }
}
