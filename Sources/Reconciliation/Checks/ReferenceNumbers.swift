import TieoutModel

/// References that row and form share, a claim's or a contract's number: part of ST03.
///
/// A form that bears another reference than its row has that of another row, or none. Only where nearly
/// all pairs agree in them, so that they are one numbering; a reference with more before or behind it,
/// and a blank one, tell nothing.
struct ReferenceNumbers {
  private let check: String
  private let submission: Submission

  /// The fewest pairs that agree in a reference.
  private static let fewest = 3

  /// Compares the references of all sure pairs.
  static func run(_ check: String, _ submission: Submission, _ report: inout CheckReport) {
    let fields = submission.profile.detail.fields
    for column in submission.profile.summary.columns where column.type == .code {
      guard column.name != submission.profile.summary.key,
        fields.contains(where: { $0.name == column.name && $0.type == .code })
      else { continue }
      ReferenceNumbers(check: check, submission: submission).run(column.name, &report)
    }
  }

  private func run(_ name: FieldName, _ report: inout CheckReport) {
    let pairs = submission.links.compactMap { link -> (row: Field, form: Field, link: Link)? in
      guard !link.isUnsure, let row = submission.summary.rows[link.row][name],
        let form = submission.details[link.detail][name]
      else { return nil }
      return (row, form, link)
    }
    let agreeing = pairs.count { letters($0.row) == letters($0.form) }
    guard agreeing >= Self.fewest, agreeing * 4 >= pairs.count * 3 else { return }
    guard agreeing < pairs.count else { return report.pass(times: pairs.count) }
    let owners = Dictionary(
      submission.summary.rows.indices.compactMap { place in
        submission.summary.rows[place][name].map { (letters($0), place) }
      }, uniquingKeysWith: { first, _ in first })
    for pair in pairs {
      let (left, right) = (letters(pair.row), letters(pair.form))
      if left == right || holds(left, right) || holds(right, left) {
        report.pass()
      } else {
        report.report(finding(pair.row, pair.form, pair.link, owner: owners[right]))
      }
    }
  }

  private func letters(_ field: Field) -> [UInt32] {
    NameText.letters(of: submission.document.text, field.printed.range)
  }

  private func holds(_ long: [UInt32], _ short: [UInt32]) -> Bool {
    short.isEmpty || LetterRuns.contains(long, short)
  }

  private func finding(
    _ row: Field, _ form: Field, _ link: Link, owner: Int?
  ) -> Finding {
    let rows = submission.summary.rows
    let (record, other) = (submission.details[link.detail], rows[link.row])
    let (name, own) = (submission.name(record.id), submission.name(other.id))
    let (printed, due) = (submission.printed(form), submission.printed(row))
    let at = submission.at(form.printed)
    let ofOther = owner.map { place in
      let other = submission.name(rows[place].id)
      return Message(
        zh: "；“\(printed)”是\(other.zh)的编号", en: "; “\(printed)” is that of \(other.en)")
    }
    return Finding(
      check: check, severity: .error, verdict: .broken,
      subject: Subject(record: record.id, field: submission.path(form.name)),
      records: [record.id, other.id],
      message: .worded(
        zh: "\(name.zh)的编号为“\(printed)”\(at.zh)，\(own.zh)为“\(due)”\(ofOther?.zh ?? "")。请核对原件。",
        en: "\(name.opening.en) bears the reference “\(printed)”\(at.en), \(own.en) “\(due)”"
          + "\(ofOther?.en ?? ""). The paper settles it."),
      values: [
        submission.evidence("detail", form, record: record),
        submission.evidence("summary", row, record: other),
      ])
  }
}
