import TieoutModel

/// ST07: labels of a form are missing or displaced; fields were recovered by position or type.
///
/// A form is damaged once, however much had to be recovered.
enum DamagedForm: Check {
  static let entry = CatalogueEntry(
    id: "ST07", name: "damaged-form", title: Message(zh: "表格受损", en: "damaged form"), manual: manual
  )

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .review, byCause: false, submission, &report)
  }
}

extension DamagedForm {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "明细表中靠位置或类型找回的字段。",
      en: "Which fields of a form were recovered by position or by type."),
    why: Message(
      zh: "标签缺失或错位时，值是推断得来的，应由人看一眼。",
      en: "Where labels are lost or displaced, values were inferred; a person should look."),
    example: Message(
      zh: "“联系电话”旁空白，下一行恰有一个没有标签的电话号码：归还。",
      en: """
        Nothing stands beside “telephone”, and the next row holds one number without a \
        label: it is taken.
        """),
    unless: Message(
      zh: "标签与值都在原位；有两个候选值（则都不动）。",
      en: """
        Labels and values stand where they belong; two values could be meant (then neither \
        is moved).
        """),
    decided: Message(
      zh: "每张表一处，待复核。",
      en: "One finding a form, for review."))
}
