public import TieoutModel

/// NM01: paired records whose project names differ.
public enum NameVaries: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "NM01", name: "name-varies",
    title: Message(zh: "汇总表与明细表的项目名称一致", en: "the project's name is the same in row and form"))

  /// Compares the names of each sure pair.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    let profile = submission.profile
    let text = submission.document.text
    let prefixes = profile.namePrefixes.map { NameText.letters(of: $0) }
    for link in submission.links where !link.isUnsure {
      let (row, form) = (submission.summary.rows[link.row], submission.details[link.detail])
      guard let left = row[profile.summary.key], let right = form[profile.detail.key] else {
        continue
      }
      if submission.document.same(left.printed, right.printed) {
        report.pass()
        continue
      }
      let difference = NameDifference(
        text, left.printed.range, right.printed.range, prefixes: prefixes)
      guard let difference else {
        report.pass()
        continue
      }
      report.report(
        Finding(
          check: entry.id, severity: difference.kind == .wording ? .warning : .note,
          verdict: .broken, subject: Subject(record: row.id, field: profile.name(left.name)),
          records: [row.id, form.id],
          message: message(difference, submission.name(row.id), submission.name(form.id)),
          values: [
            submission.evidence("summary", row, left), submission.evidence("detail", form, right),
          ]))
    }
  }

  private static func message(
    _ difference: NameDifference, _ row: Message, _ form: Message
  ) -> Message {
    let (zh, en) =
      switch difference.kind {
      case .prefix: ("仅前缀不同", "in a prefix only")
      case .punctuation: ("仅标点符号不同", "in punctuation only")
      case .wording: ("文字不同", "in wording")
      case .other: ("一方前后多出文字", "in words added before or behind")
      }
    return .worded(
      zh: "\(row.zh)与\(form.zh)的项目名称\(zh)：\(difference.aligned)",
      en: "The names in \(row.en) and \(form.en) differ \(en): \(difference.aligned)")
  }
}
