import TieoutModel

/// CP02: what the profile demands of a record is filled in.
///
/// A stated absence (无, —, /) is an entry. A row of an indicator that is blank but for its levels is
/// one finding. Where the row or the whole form had to be repaired, what is missing may have been
/// lost in recognition: then the finding stays open, and names the repair.
enum MandatoryField: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "CP02", name: "mandatory-field-empty",
    title: Message(zh: "必填项已填写", en: "Mandatory fields are filled in"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let profile = submission.profile
    let columns = profile.summary.columns.filter(\.isMandatory).map(MandatorySpec.init)
    for row in submission.summary.rows {
      check(row, columns, paper, &report)
    }
    let fields = profile.detail.fields.filter(\.isMandatory).map(MandatorySpec.init)
    let groups = profile.detail.groups.map { group in
      (group, group.columns.filter(\.isMandatory).map(MandatorySpec.init))
    }
    for detail in submission.details {
      check(detail, fields, paper, &report)
      for (spec, mandatory) in groups where !mandatory.isEmpty {
        items(of: detail, spec, mandatory, paper, &report)
      }
    }
  }

  private static func check(
    _ record: Record, _ mandatory: [MandatorySpec], _ paper: Workpaper,
    _ report: inout CheckReport
  ) {
    for spec in mandatory {
      if isFilled(spec, record.fields) {
        report.pass()
      } else {
        report.report(
          EmptyField(record: record, missing: spec, paper: paper).finding(entry.id))
      }
    }
  }

  private static func items(
    of record: Record, _ spec: GroupSpec, _ mandatory: [MandatorySpec], _ paper: Workpaper,
    _ report: inout CheckReport
  ) {
    for (place, item) in (record.group(spec.name)?.items ?? []).enumerated() {
      let filled = mandatory.count { isFilled($0, item.fields) }
      for _ in 0..<filled { report.pass() }
      guard filled < mandatory.count else { continue }
      // A row that is blank altogether was left out once, not field by field.
      let isBlank = filled == 0
      let missing = mandatory.filter { !isFilled($0, item.fields) }
      for field in isBlank ? missing.prefix(1) : missing[...] {
        let empty = EmptyField(
          record: record, item: (spec.name, place, item), isBlank: isBlank, missing: field,
          paper: paper)
        report.report(empty.finding(entry.id))
      }
    }
  }

  private static func isFilled(_ spec: MandatorySpec, _ fields: [Field]) -> Bool {
    for field in fields where field.name == spec.name { return true }
    return false
  }
}
