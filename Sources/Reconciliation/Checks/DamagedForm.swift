import TieoutModel

/// ST07: labels of a form are missing or displaced; fields were recovered by position or type.
///
/// A form is damaged once, however much had to be recovered.
enum DamagedForm: Check {
  static let entry = CatalogueEntry(
    id: "ST07", name: "damaged-form", title: Message(zh: "表格受损", en: "damaged form"))

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .review, byCause: false, submission, &report)
  }
}
