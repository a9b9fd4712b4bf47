import TieoutModel

/// DU03: two rows, or two forms, have one name, one unit and one amount.
///
/// Not where any of the three differs or is blank: one project may be split into several.
enum DuplicateRecord: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "DU03", name: "duplicate-record",
    title: Message(zh: "没有重复的项目", en: "No project stands twice"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let rows = pairs(
      submission.summary.rows, submission.profile.summary.organisation, paper.amounts,
      paper.rowNames, submission, &report)
    for (row, other) in rows {
      var finding = finding(
        submission.summary.rows[row], paper.amounts[row], submission.summary.rows[other],
        submission.profile.summary.key, submission)
      finding.records += [row, other].compactMap { submission.detail(ofRow: $0) }
        .map { submission.details[$0].id }
      report.report(finding)
    }
    let forms = pairs(
      submission.details, submission.profile.detail.organisation, paper.totals, paper.formNames,
      submission, &report)
    for (form, other) in forms {
      // A project that stands twice with both its rows and its forms is one finding.
      let left = submission.row(ofDetail: form), right = submission.row(ofDetail: other)
      if rows.contains(where: { ($0 == left && $1 == right) || ($0 == right && $1 == left) }) {
        report.pass(.broken)
        continue
      }
      report.report(
        finding(
          submission.details[form], paper.totals[form], submission.details[other],
          submission.profile.detail.key, submission))
    }
  }

  /// The records that stand twice, each with the first of its kind.
  private static func pairs(
    _ records: [Record], _ unit: FieldName?, _ amounts: [MoneyPlace?], _ names: RecordNames,
    _ submission: Submission, _ report: inout CheckReport
  ) -> [(record: Int, other: Int)] {
    var pairs: [(record: Int, other: Int)] = []
    var bodies: SameBody?
    // The record before each of those with one name, so that no list is made for the many that
    // are alone with theirs.
    var numbers = KeyNumbers(capacity: amounts.count)
    /// The last record of each number in `numbers`; −1 for none.
    var last: [Int] = []
    var before = Array(repeating: -1, count: amounts.count)
    for place in names.keys.indices {
      guard let name = names.keys[place], let own = name.organisation,
        let amount = amounts[place]?.reading
      else { continue }
      let number = numbers.number(of: name.whole)
      if number == last.count { last.append(-1) }
      before[place] = last[number]
      last[number] = place
      var first: Int?
      var next = before[place]
      while next >= 0 {
        let other = next
        next = before[other]
        guard let same = amounts[other]?.reading, Ladder(same, amount)?.verdict == .exact else {
          continue
        }
        if names.keys[other]?.organisation != own {
          var known = bodies ?? SameBody(submission.profile)
          defer { bodies = known }
          guard known.isOne(records[place][unit], records[other][unit], submission.document.text)
          else { continue }
        }
        first = other
      }
      if let first { pairs.append((place, first)) } else { report.pass() }
    }
    return pairs
  }

  private static func finding(
    _ record: Record, _ amount: MoneyPlace?, _ other: Record, _ key: FieldName?,
    _ submission: Submission
  ) -> Finding {
    let (x, y) = (submission.name(record.id), submission.name(other.id))
    let project = submission.printed(record[key])
    let value = amount?.value ?? ""
    let places = (submission.at(record[key]?.printed), submission.at(other[key]?.printed))
    return Finding(
      check: entry.id, severity: .warning, verdict: .broken,
      subject: Subject(record: record.id, field: key.map(submission.profile.name)),
      records: [record.id, other.id],
      message: .worded(
        zh: "\(x.zh)\(places.0.zh)与\(y.zh)\(places.1.zh)名称、单位、金额均相同：“\(project)”，\(value)。"
          + "请核对是否重复列报。",
        en:
          "\(x.opening.en)\(places.0.en) and \(y.en)\(places.1.en) have one name, one unit and one "
          + "amount: “\(project)”, \(value). The unit can settle whether it is listed twice."
      ),
      values: [record, other].compactMap { record in
        record[key].map { submission.evidence("name", record, $0) }
      } + [amount].compactMap(\.self).map { submission.evidence($0) })
  }
}

extension DuplicateRecord {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "没有名称、单位、金额都相同的两行或两张表。",
      en: "Whether two rows or two forms have one name, one unit and one amount."),
    why: Message(
      zh: "重复列报会使合计虚增。",
      en: "What is listed twice is paid twice."),
    example: Message(
      zh: "第 12 项与第 31 项均为某局“供暖费”86.00。",
      en: "Items 12 and 31 are both “heating”, 86.00, of one office."),
    unless: Message(
      zh: "名称、单位、金额有一项不同或空白。",
      en: "Name, unit or amount differs or is blank."),
    decided: Message(
      zh: "警告；由此引起的序号重复、缺表、合计多出归入本条，并取其中最重者。",
      en: """
        A warning; a repeated number, a missing partner and a sum that is too large for it \
        are put under it, and it takes the gravest of them.
        """))
}
