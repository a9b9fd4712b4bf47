import TieoutModel

/// DU04: rows of several units have one project name.
///
/// A note, one a name: what is told apart by its unit alone is easily mistaken. Prefixes that do not
/// distinguish projects are left out.
enum NameShared: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "DU04", name: "name-shared",
    title: Message(zh: "项目名称不与他单位相同", en: "No two units use one project name"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let names = paper.rowNames.keys
    var keys = KeyNumbers(capacity: names.count)
    var numbers: [Int] = []
    numbers.reserveCapacity(names.count)
    for place in names.indices {
      if let name = names[place], name.organisation != nil {
        numbers.append(keys.number(of: name.name))
      } else {
        numbers.append(-1)
      }
    }
    let groups = PlaceGroups(numbers, count: keys.count)
    for group in 0..<groups.count {
      let rows = groups[group]
      let units = units(rows, names, submission)
      if units < 2 {
        report.pass()
      } else {
        report.report(finding(rows.map { submission.summary.rows[$0] }, units, submission))
      }
    }
  }

  /// How many units rows are of, a unit and its short name being one.
  private static func units(
    _ rows: ArraySlice<Int>, _ names: [RecordNames.Key?], _ submission: Submission
  ) -> Int {
    guard let first = rows.first,
      rows.contains(where: { names[$0]?.organisation != names[first]?.organisation })
    else { return 1 }
    let fields = rows.compactMap {
      submission.summary.rows[$0][submission.profile.summary.organisation]
    }
    var bodies = SameBody(submission.profile)
    return bodies.count(fields, submission.document.text)
  }

  private static func finding(
    _ rows: [Record], _ units: Int, _ submission: Submission
  ) -> Finding {
    let key = submission.profile.summary.key
    let project = submission.printed(rows[0][key])
    let list = Message.joined(rows.map { submission.name($0.id) }, zh: "、", en: ", ")
    return Finding(
      check: entry.id, severity: .note, verdict: .broken,
      subject: Subject(record: rows[0].id, field: key.map(submission.profile.name)),
      records: rows.map(\.id),
      message: .worded(
        zh: "\(units)个单位的项目同名“\(project)”：\(list.zh)。",
        en: "\(units) units have a project of one name, “\(project)”: \(list.en)."),
      values: rows.compactMap { row in row[key].map { submission.evidence("name", row, $0) } })
  }
}

extension NameShared {
  fileprivate static let manual = CheckManual(
    gravest: .note,
    what: Message(
      zh: "不同单位的项目不同名。",
      en: "Whether projects of several units have one name."),
    why: Message(
      zh: "只靠单位区分的项目容易张冠李戴。",
      en: "What only its unit tells apart is easily mistaken."),
    example: Message(
      zh: "两个分局各有一项“值勤津贴”。",
      en: "Two branches each have a project “duty allowance”."),
    unless: Message(
      zh: "同一单位的同名项目（金额也相同则归 DU03）；前缀不计。",
      en: "Projects of one unit (DU03 where the amount is the same too); prefixes do not count."),
    decided: Message(
      zh: "每个名称一条提示。",
      en: "One note a name."))
}
