import TieoutModel

extension OutOfDomain {
  /// Finds days that the calendar does not have, `2月30日` and `31 November`, and targets in months that
  /// no year has.
  static func days(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    if let letter = submission.letter { days(letter.fields.span, letter.id, submission, &report) }
    days(submission.summary.fields.span, "summary", submission, &report)
    // By place: nearly all records have nothing to say, and none is copied.
    let rows = submission.summary.rows.span
    for place in rows.indices { days(rows[place].fields.span, rows[place].id, submission, &report) }
    let forms = submission.details.span
    for place in forms.indices {
      days(forms[place].fields.span, forms[place].id, submission, &report)
    }
    for place in paper.indicators.indices where paper.indicators[place].target == nil {
      guard let target = paper.indicators[place].indicator.target,
        let words = impossible(target.words, submission)
      else { continue }
      report.report(
        IndicatorFinding(paper.indicators[place], paper).finding(
          entry.id, .warning, on: .target, words))
    }
  }

  /// What is wrong with a target that is a date; `nil` where it is none, or the calendar has it.
  private static func impossible(_ target: Slice, _ submission: Submission) -> Message? {
    let document = submission.document
    if let date = PartialDate.read(document.text, target) {
      let day = document.string(target)
      return date.isOfCalendar
        ? nil
        : .worded(
          zh: "没有“\(day)”这一天。请核对原件。",
          en: "there is no such day as “\(day)”. The paper settles it.")
    }
    guard let printed = PartialDate.impossibleMonth(document.text, target) else { return nil }
    let month = document.string(printed)
    return .worded(
      zh: "没有“\(month)”这个月。请核对原件。",
      en: "there is no such month as “\(month)”. The paper settles it.")
  }

  private static func days(
    _ fields: Span<Field>, _ record: String, _ submission: Submission, _ report: inout CheckReport
  ) {
    for place in fields.indices {
      guard case .date(let date) = fields[place].value, !date.isOfCalendar else { continue }
      let field = fields[place]
      let subject = Subject(record: record, field: submission.path(field.name))
      let name = submission.name(record), what = submission.profile.words(for: field.name)
      let (at, day) = (submission.at(field.printed), submission.document.string(field.printed))
      report.report(
        Finding(
          check: entry.id, severity: .warning, verdict: .broken, subject: subject,
          message: .worded(
            zh: "\(name.zh)的\(what.zh)\(at.zh)：没有“\(day)”这一天。请核对原件。",
            en: "\(name.opening.en), \(what.en)\(at.en): there is no such day as “\(day)”. "
              + "The paper settles it."),
          values: [
            Finding.Evidence(
              role: "value", subject: subject, printed: field.printed, value: date.description)
          ]))
    }
  }
}
