import TieoutModel

/// ST05: a row had too many or too few cells for its table, or a label in a wrong column.
enum MisalignedRow: Check {
  static let entry = CatalogueEntry(
    id: "ST05", name: "misaligned-row", title: Message(zh: "行内错列", en: "misaligned row"),
    manual: manual)

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .note, submission, &report)
  }
}

extension MisalignedRow {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "表中各行的单元格与列的类型、固定词语相符；多格、少格、错列的行由此修复。",
      en: """
        Whether the cells of each row are what their columns want. Rows with too many or \
        too few cells are put right by types and closed words.
        """),
    why: Message(
      zh: "错列的值会被当作别的字段；修了什么，应当看得见。",
      en: """
        A value in a wrong column is read as something else; what was put right must be \
        seen.
        """),
    example: Message(
      zh: "行首缺一格，目标值落在计量单位列：整行移回一列。",
      en: """
        The leading cell is missing and the target stands in the column of units: the row \
        moves back by one.
        """),
    unless: Message(
      zh: "各格在原位都说得通；模板注明可空的列。",
      en: "Each cell fits as printed; the profile calls the cell optional."),
    decided: Message(
      zh: "已修复的，每个原因一处提示，列出各表；两种排法同样合适的，保持原样，每张表一处，待复核。",
      en: """
        One note a cause with all forms that were repaired for it; a row that two arrangements \
        fit alike stays, and is for review, a finding a form.
        """))
}
