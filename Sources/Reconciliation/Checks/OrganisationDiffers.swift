public import TieoutModel

/// NM04: organisations of a row and of its form that are no alias or abbreviation of one another.
public enum OrganisationDiffers: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "NM04", name: "organisation-differs",
    title: Message(
      zh: "汇总表与明细表的单位、主管部门一致", en: "row and form name the same unit and department"))

  /// Compares the units and the departments of each sure pair.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    let profile = submission.profile
    let text = submission.document.text
    let fields = [
      (
        profile.summary.organisation, profile.detail.organisation,
        Message(zh: "单位", en: "The units")
      ),
      (
        profile.summary.department, profile.detail.department,
        Message(zh: "主管部门", en: "The departments")
      ),
    ]
    var organisations = Organisations(profile.organisations)
    for link in submission.links where !link.isUnsure {
      let (row, form) = (submission.summary.rows[link.row], submission.details[link.detail])
      for (summary, detail, word) in fields {
        guard let left = row[summary], let right = form[detail],
          let a = organisations.number(of: text, left.printed.range),
          let b = organisations.number(of: text, right.printed.range)
        else { continue }
        guard organisations.relation(a, b) == .different else {
          report.pass()
          continue
        }
        report.report(
          Finding(
            check: entry.id, severity: .warning, verdict: .broken,
            subject: Subject(record: row.id, field: profile.name(left.name)),
            records: [row.id, form.id], message: message(submission, word, row, left, form, right),
            values: [
              submission.evidence("summary", row, left),
              submission.evidence("detail", form, right),
            ]))
      }
    }
  }

  private static func message(
    _ submission: Submission, _ word: Message, _ row: Record, _ left: Field, _ form: Record,
    _ right: Field
  ) -> Message {
    let (a, b) = (submission.printed(left), submission.printed(right))
    let (x, y) = (submission.name(row.id), submission.name(form.id))
    return Message(
      zh: "\(word.zh)不一致：\(x.zh)为“\(a)”，\(y.zh)为“\(b)”，一方不是另一方的简称或别名。",
      en: "\(word.en) disagree: \(x.en) has “\(a)”, \(y.en) has “\(b)”, and neither is short for "
        + "the other.")
  }
}
