import TieoutModel

/// NM04: organisations of a row and of its form that are no alias or abbreviation of one another.
enum OrganisationDiffers: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NM04", name: "organisation-differs",
    title: Message(
      zh: "汇总表与明细表的单位、主管部门一致", en: "row and form name the same unit and department"), manual: manual
  )

  /// Compares the units and the departments of each sure pair.
  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let units = Message(zh: "单位", en: "The units")
    let departments = Message(zh: "主管部门", en: "The departments")
    for link in paper.submission.links where !link.isUnsure {
      let relations = paper.organisations(of: link)
      check(
        relations.organisation, units, link, paper.submission.profile.summary.organisation,
        paper.submission.profile.detail.organisation, paper.submission, &report)
      check(
        relations.department, departments, link, paper.submission.profile.summary.department,
        paper.submission.profile.detail.department, paper.submission, &report)
    }
  }

  private static func check(
    _ relation: Organisations.Relation?, _ word: Message, _ link: Link, _ summary: FieldName?,
    _ detail: FieldName?, _ submission: Submission, _ report: inout CheckReport
  ) {
    guard let relation else { return }
    guard relation == .different else { return report.pass() }
    let (row, form) = (submission.summary.rows[link.row], submission.details[link.detail])
    guard let left = row[summary], let right = form[detail] else { return }
    report.report(
      Finding(
        check: entry.id, severity: .warning, verdict: .broken,
        subject: Subject(record: row.id, field: submission.profile.name(left.name)),
        records: [row.id, form.id], message: message(submission, word, row, left, form, right),
        values: [
          submission.evidence("summary", row, left), submission.evidence("detail", form, right),
        ]))
  }

  private static func message(
    _ submission: Submission, _ word: Message, _ row: Record, _ left: Field, _ form: Record,
    _ right: Field
  ) -> Message {
    let (a, b) = (submission.printed(left), submission.printed(right))
    let (x, y) = (submission.name(row.id), submission.name(form.id))
    return .worded(
      zh: "\(word.zh)不一致：\(x.zh)为“\(a)”，\(y.zh)为“\(b)”，一方不是另一方的简称或别名。",
      en: "\(word.en) disagree: \(x.en) has “\(a)”, \(y.en) has “\(b)”, and neither is short for "
        + "the other.")
  }
}

extension OrganisationDiffers {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "对应的行与表写的单位、主管部门是同一机构。",
      en: "Whether row and form name the same unit and the same department."),
    why: Message(
      zh: "单位不同，责任也不同。",
      en: "Another body is another responsibility."),
    example: Message(
      zh: "汇总表“水务局”，明细表“林业局”。",
      en: "The summary says “water bureau”, the form “forestry bureau”."),
    unless: Message(
      zh: "一方是另一方的简称或模板所列的别名；一方未写。",
      en: "One is short for the other or an alias of the profile; a side names none."),
    decided: Message(
      zh: "不符为警告。",
      en: "Broken, a warning."))
}
