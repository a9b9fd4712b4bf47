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
    // By place: no link is copied.
    for place in paper.submission.links.indices where !paper.submission.links[place].isUnsure {
      let row = paper.submission.links[place].row, form = paper.submission.links[place].detail
      let relations = paper.organisations(row: row, detail: form)
      check(
        relations.organisation, units, row, form, paper.submission.profile.summary.organisation,
        paper.submission.profile.detail.organisation, paper.submission, &report)
      check(
        relations.department, departments, row, form, paper.submission.profile.summary.department,
        paper.submission.profile.detail.department, paper.submission, &report)
    }
  }

  private static func check(
    _ relation: Organisations.Relation?, _ word: Message, _ row: Int, _ form: Int,
    _ summary: FieldName?, _ detail: FieldName?, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    guard let relation else { return }
    guard relation == .different else { return report.pass() }
    let (row, form) = (submission.summary.rows[row], submission.details[form])
    guard let left = row[summary], let right = form[detail] else { return }
    let isMisread = differInOneLetterOfPlace(left, right, submission.document.text)
    report.report(
      Finding(
        check: entry.id, severity: isMisread ? .review : .warning, verdict: .broken,
        subject: Subject(record: row.id, field: submission.profile.name(left.name)),
        records: [row.id, form.id],
        message: message(submission, word, row, left, form, right, isMisread: isMisread),
        values: [
          submission.evidence("summary", row, left), submission.evidence("detail", form, right),
        ]))
  }

  /// Whether two names are one but for a letter of the place before the body: papers that are handed
  /// in together come from one place, so that it is more likely misread than another one.
  private static func differInOneLetterOfPlace(
    _ left: Field, _ right: Field, _ text: [UInt8]
  ) -> Bool {
    let a = NameText.letters(of: text, left.words.range)
    let b = NameText.letters(of: text, right.words.range)
    guard a.count == b.count else { return false }
    let apart = a.indices.filter { a[$0] != b[$0] }
    guard apart.count == 1, let letter = apart.first,
      let place = OrganisationWords.placeLengths(a).last
    else { return false }
    return letter < place - 1 && OrganisationWords.placeLengths(b).contains(place)
  }

  private static func message(
    _ submission: Submission, _ word: Message, _ row: Record, _ left: Field, _ form: Record,
    _ right: Field, isMisread: Bool
  ) -> Message {
    let (a, b) = (submission.printed(left), submission.printed(right))
    let (x, y) = (submission.name(row.id), submission.name(form.id))
    if isMisread {
      return .worded(
        zh: "\(word.zh)不一致：\(x.zh)为“\(a)”，\(y.zh)为“\(b)”，仅地名一字不同，可能是误识。请核对原件。",
        en: "\(word.en) disagree: \(x.en) has “\(a)”, \(y.en) has “\(b)”; one letter of the "
          + "place differs and may be misread. The paper settles it.")
    }
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
      zh: "不符为警告；仅地名一字不同、可能是误识的待复核。",
      en: """
        Broken, a warning; for review where but one letter of the place differs, which may be \
        misread.
        """))
}
