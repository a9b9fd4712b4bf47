import TieoutModel

extension OutOfDomain {
  /// The counts of things that are no whole numbers: `12.5人`.
  static func counts(_ submission: Submission, _ report: inout CheckReport) {
    let profile = submission.profile
    let columns = profile.summary.columns.compactMap {
      $0.type == .count ? ($0.name, $0.unit) : nil
    }
    if !columns.isEmpty {
      for row in submission.summary.rows + [submission.summary.total].compactMap(\.self) {
        check(row.fields.span, columns, row, nil, submission, &report)
      }
    }
    let fields = profile.detail.fields.compactMap {
      $0.type == .count ? ($0.name, $0.unit) : nil
    }
    let groups = profile.detail.groups.map { group in
      (
        group.name, group.columns.compactMap { $0.type == .count ? ($0.name, $0.unit) : nil }
      )
    }.filter { !$0.1.isEmpty }
    guard !fields.isEmpty || !groups.isEmpty else { return }
    for form in submission.details {
      check(form.fields.span, fields, form, nil, submission, &report)
      for (name, columns) in groups {
        for (place, item) in (form.group(name)?.items ?? []).enumerated() {
          check(item.fields.span, columns, form, (name, place), submission, &report)
        }
      }
    }
  }

  private static func check(
    _ fields: Span<Field>, _ counts: [(name: FieldName, unit: UnitID)], _ record: Record,
    _ item: (group: FieldName, place: Int)?, _ submission: Submission, _ report: inout CheckReport
  ) {
    for (name, unit) in counts {
      guard let field = fields.named(name), let quantity = field.quantity else { continue }
      let own = field.unit == .none ? unit : field.unit
      if submission.profile.isCount(quantity, own) {
        report.pass()
      } else {
        report.report(finding(field, own, record, item, submission))
      }
    }
  }

  private static func finding(
    _ field: Field, _ unit: UnitID, _ record: Record, _ item: (group: FieldName, place: Int)?,
    _ submission: Submission
  ) -> Finding {
    let value = submission.evidence(
      submission.profile.name(field.name), field, record: record, item: item, unit: unit)
    let name = submission.name(record.id), what = submission.profile.words(for: field.name)
    let at = submission.at(field.printed)
    return Finding(
      check: entry.id, severity: .warning, verdict: .broken, subject: value.subject,
      message: .worded(
        zh: "\(name.zh)：\(what.zh) 为 \(value.value)\(value.unit)\(at.zh)，不是整数件数。请核对原件。",
        en:
          "\(name.opening.en): \(what.en) is \(value.value) \(value.unit)\(at.en), which is no "
          + "whole number of things. The paper settles it."),
      values: [value])
  }
}
