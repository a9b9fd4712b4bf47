import TieoutModel

extension Submission {
  /// The finding that a row and its form state different things.
  ///
  /// - Parameters:
  ///   - opening: what disagrees, with its verb.
  ///   - closing: what settles it.
  func disagreement(
    _ check: String, _ severity: Severity, of link: Link, _ left: Field, _ right: Field,
    opening: Message, closing: Message = Message(zh: "", en: "")
  ) -> Finding {
    let (row, form) = (summary.rows[link.row], details[link.detail])
    let (x, y) = (name(row.id), name(form.id))
    let (a, b) = (printed(left), printed(right))
    return Finding(
      check: check, severity: severity, verdict: .broken,
      subject: Subject(record: row.id, field: profile.name(left.name)), records: [row.id, form.id],
      message: .worded(
        zh: "\(opening.zh)：\(x.zh)为“\(a)”，\(y.zh)为“\(b)”。\(closing.zh)",
        en: "\(opening.en): \(x.en) has “\(a)”, \(y.en) has “\(b)”.\(closing.en)"),
      values: [evidence("summary", row, left), evidence("detail", form, right)])
  }
}
