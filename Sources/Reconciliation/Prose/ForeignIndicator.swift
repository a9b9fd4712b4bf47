import TieoutModel

/// RL07: an indicator speaks of its own project, and is called otherwise than its neighbours.
///
/// Not where two indicators of one name bound it from both sides, and not where an indicator has
/// more of its own project's name in it than of another one's.
enum ForeignIndicator: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL07", name: "foreign-wording",
    title: Message(zh: "指标写的是本项目且名称不重复", en: "An indicator speaks of its own project, once"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let subjects = paper.subjects
    var letters: [UInt32] = []
    for detail in paper.submission.details.indices {
      let rows = paper.indicators(ofDetail: detail)
      for place in rows {
        let title = paper.indicators[place].indicator.title
        guard title.count >= 12 else { continue }
        letters.removeAll(keepingCapacity: true)
        NameText.appendLetters(of: paper.submission.document.text, title.range, to: &letters)
        if let mention = subjects.foreign(in: letters.span, to: detail),
          !subjects.isOwn(detail, in: letters, asMuchAs: mention.letters)
        {
          report.report(foreign(paper.indicators[place], mention, paper))
        } else {
          report.pass()
        }
      }
      repeated(rows, paper, &report)
    }
  }

  private static func foreign(
    _ row: IndicatorRow, _ mention: Subjects.Mention, _ paper: Workpaper
  ) -> Finding {
    let submission = paper.submission
    let record = submission.details[row.detail], other = submission.details[mention.detail]
    let key = submission.profile.detail.key
    let title = row.indicator.title
    let subject = Subject(
      record: record.id, field: submission.path(row, .text))
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("指标", " indicator ")
    sentence.add(row.indicator.place + 1)
    sentence.add("“", " “")
    sentence.add(submission.document.string(title))
    sentence.add("”", "”")
    sentence.addPlace(of: title, submission.document)
    sentence.add("写的是", " speaks of ")
    sentence.addName(of: other.id)
    sentence.add("“", "'s “")
    sentence.add(submission.printed(other[key]))
    sentence.add("”的内容。请核对是否误抄。", "”. Ask whether it was copied by mistake.")
    return Finding(
      check: entry.id, severity: .review, verdict: .broken, subject: subject,
      records: [record.id, other.id], message: sentence.message,
      values: [submission.evidence("indicator", title, subject)]
        + [other[key]].compactMap { $0.map { submission.evidence("project", other, $0) } })
  }

  /// Indicators of one form that are called alike.
  private static func repeated(
    _ rows: Range<Int>, _ paper: Workpaper, _ report: inout CheckReport
  ) {
    var again: [Int] = []
    for place in rows {
      // Titles are looked at where they stand: a form has many pairs, and few of one name.
      let title = paper.indicators[place].indicator.title
      guard title.count >= 9, title != paper.indicators[place].indicator.at else { continue }
      let first = (rows.lowerBound..<place).first { other in
        let known = paper.indicators[other].indicator.title
        return known.count == title.count && paper.submission.document.same(known, title)
          && !areEnds(paper.indicators[other].indicator, paper.indicators[place].indicator)
      }
      guard let first else { continue }
      if !again.contains(first) { again.append(first) }
      again.append(place)
    }
    if !again.isEmpty { report.report(repeated(again.sorted(), paper)) }
  }

  /// Whether two indicators bound one thing from both sides.
  private static func areEnds(_ left: Indicator, _ right: Indicator) -> Bool {
    guard let first = left.comparator ?? left.targetComparator,
      let second = right.comparator ?? right.targetComparator
    else { return false }
    return first.isLower && second.isUpper || first.isUpper && second.isLower
  }

  private static func repeated(_ places: [Int], _ paper: Workpaper) -> Finding {
    let submission = paper.submission
    let rows = places.map { paper.indicators[$0] }
    let record = submission.details[rows[0].detail]
    let subject = Subject(record: record.id, field: submission.path(rows[1], .text))
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("指标", " indicators ")
    for (place, row) in rows.enumerated() {
      if place > 0 { sentence.add("、", place + 1 < rows.count ? ", " : " and ") }
      sentence.add(row.indicator.place + 1)
      if place == 0
        || !submission.document.same(rows[place - 1].indicator.title, row.indicator.title)
      {
        sentence.add("“", " “")
        sentence.add(submission.document.string(row.indicator.title))
        sentence.add("”", "”")
      }
      sentence.addPlace(of: row.indicator.title, submission.document)
    }
    sentence.add("名称相同。请核对其所指。", " are called alike. Ask what each of them measures.")
    return Finding(
      check: entry.id, severity: .review, verdict: .broken, subject: subject,
      message: sentence.message,
      values: rows.map {
        submission.evidence(
          "indicator", $0.indicator.title,
          Subject(record: record.id, field: submission.path($0, .text)))
      })
  }
}

extension Submission {
  /// The path of a column of an indicator.
  fileprivate func path(_ row: IndicatorRow, _ role: GroupSpec.Role) -> String {
    let name = profile.detail.groups.first { $0.name == row.group }?.roles[role]
    guard let name else { return "\(profile.name(row.group))[\(row.indicator.place)]" }
    return path(name, item: (row.group, row.indicator.place))
  }

  /// Characters as evidence.
  fileprivate func evidence(
    _ role: String, _ printed: Slice, _ subject: Subject
  ) -> Finding.Evidence {
    Finding.Evidence(
      role: role, subject: subject, printed: printed, value: document.string(printed))
  }
}

extension ForeignIndicator {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "指标写的是本项目，且与相邻指标不重名。",
      en: "An indicator speaks of its own project, and is called otherwise than its neighbours."),
    why: Message(
      zh: "照抄他表的指标考核的是别的事。",
      en: "An indicator that was copied from another form measures something else."),
    example: Message(
      zh: "“道路维修”一表中的指标“图书采购数量”。",
      en: "“Books bought” in a form on road repair."),
    unless: Message(
      zh: "同名两项分别设上下限；与本项目名称相同的字更多。",
      en: """
        Two of one name bound it from both sides; it has more of its own project's name in \
        it.
        """),
    decided: Message(
      zh: "待复核。",
      en: "For review."))
}
