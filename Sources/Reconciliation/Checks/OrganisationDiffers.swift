public import TieoutModel

/// NM04: organisations of a row and of its form that are no alias or abbreviation of one another.
public enum OrganisationDiffers: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "NM04", name: "organisation-differs",
    title: Message(
      zh: "汇总表与绩效表的单位、主管部门一致", en: "row and form name the same unit and department"))

  /// Compares the units and the departments of each sure pair.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    let profile = submission.profile
    let text = submission.document.text
    let fields = [
      (profile.summary.organisation, profile.detail.organisation),
      (profile.summary.department, profile.detail.department),
    ]
    var organisations = Organisations(profile.organisations)
    for link in submission.links where !link.isUnsure {
      let (row, form) = (submission.summary.rows[link.row], submission.details[link.detail])
      for (summary, detail) in fields {
        guard let left = row[summary], let right = form[detail],
          let a = organisations.number(of: text[left.printed.range]),
          let b = organisations.number(of: text[right.printed.range])
        else { continue }
        guard organisations.relation(a, b) == .different else {
          report.pass()
          continue
        }
        report.report(
          Finding(
            check: entry.id, severity: .warning, verdict: .broken,
            subject: Subject(record: row.id, field: profile.name(left.name)),
            records: [row.id, form.id], message: message(submission, row, left, form, right),
            values: [
              submission.evidence("summary", row, left),
              submission.evidence("detail", form, right),
            ]))
      }
    }
  }

  private static func message(
    _ submission: Submission, _ row: Record, _ left: Field, _ form: Record, _ right: Field
  ) -> Message {
    let word = submission.columnWord(left.name)
    let (a, b) = (submission.printed(left), submission.printed(right))
    return Message(
      zh: "\(word)不一致：\(row.words.zh)为“\(a)”，\(form.words.zh)为“\(b)”，两者不是同一单位的简称或别名",
      en: "\(word) disagrees: \(row.words.en) has “\(a)”, \(form.words.en) has “\(b)”, and neither "
        + "abbreviates the other")
  }
}
