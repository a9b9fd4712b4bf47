import TieoutModel

/// DU03: two rows, or two forms, have one name, one unit and one amount.
///
/// Not where any of the three differs or is blank: one project may be split into several.
enum DuplicateRecord: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "DU03", name: "duplicate-record",
    title: Message(zh: "没有重复的项目", en: "No project stands twice"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    check(
      submission.summary.rows, paper.amounts, paper.rowNames, submission.profile.summary.key,
      submission, &report)
    check(
      submission.details, paper.totals, paper.formNames, submission.profile.detail.key, submission,
      &report)
  }

  private static func check(
    _ records: [Record], _ amounts: [MoneyPlace?], _ names: RecordNames, _ key: FieldName?,
    _ submission: Submission, _ report: inout CheckReport
  ) {
    var first: [UInt64: Int] = [:]
    for (place, name) in names.keys.enumerated() {
      guard let name, let unit = name.organisation, let amount = amounts[place] else { continue }
      let hash = (name.whole ^ unit &* 0x9E37_79B9_7F4A_7C15)
      guard let other = first[hash] else {
        first[hash] = place
        report.pass()
        continue
      }
      guard let same = amounts[other], same.equals(amount) else { continue }
      report.report(finding(records[place], amount, records[other], same, key, submission))
    }
  }

  private static func finding(
    _ record: Record, _ amount: MoneyPlace, _ other: Record, _ same: MoneyPlace,
    _ key: FieldName?, _ submission: Submission
  ) -> Finding {
    let (x, y) = (submission.name(record.id), submission.name(other.id))
    let project = submission.printed(record[key])
    let places = (submission.at(record[key]?.printed), submission.at(other[key]?.printed))
    return Finding(
      check: entry.id, severity: .warning, verdict: .broken,
      subject: Subject(record: record.id, field: key.map(submission.profile.name)),
      records: [record.id, other.id],
      message: .worded(
        zh: "\(x.zh)\(places.0.zh)与\(y.zh)\(places.1.zh)名称、单位、金额均相同：“\(project)”，\(amount.value)。"
          + "请核对是否重复列报。",
        en:
          "\(x.opening.en)\(places.0.en) and \(y.en)\(places.1.en) have one name, one unit and one "
          + "amount: “\(project)”, \(amount.value). The unit can settle whether it is listed twice."
      ),
      values: [record, other].compactMap { record in
        record[key].map { submission.evidence("name", record, $0) }
      } + [amount, same].map(submission.evidence))
  }
}
