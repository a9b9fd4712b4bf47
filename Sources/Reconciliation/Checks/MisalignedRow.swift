import TieoutModel

/// ST05: a row had too many or too few cells for its table, or a label in a wrong column.
enum MisalignedRow: Check {
  static let entry = CatalogueEntry(
    id: "ST05", name: "misaligned-row", title: Message(zh: "行内错列", en: "misaligned row"))

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .note, submission, &report)
  }
}
