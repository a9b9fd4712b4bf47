import TieoutModel

/// DU01: no goal is another one's copy.
///
/// Goals are compared without numbers, without the names of their own project and bodies, and without
/// the decrees that they quote. Not for goals of fewer than 30 letters, unless they are the same and
/// have 15; not for wording that stands in three forms or more; not between forms of one project.
enum CopiedProse: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "DU01", name: "copied-prose",
    title: Message(zh: "各项目的目标不是照抄", en: "No goal is a copy of another project's"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let copies = paper.goalCopies
    // Where several goals only fill in a name, that is how the papers are worded.
    let forms = copies.families.count { $0.isNamed && !$0.isVerbatim }
    let isWorded = forms > 1 || copies.hasCommonWording
    for family in copies.families {
      report.report(finding(family, isHouseStyle: isWorded, paper))
    }
    let copied = copies.families.reduce(0) { $0 + $1.details.count }
    report.pass(times: max(0, copies.count - copied))
  }

  private static func finding(
    _ family: GoalCopies.Family, isHouseStyle: Bool, _ paper: Workpaper
  ) -> Finding {
    let submission = paper.submission
    let field = submission.profile.detail.goal
    let records = family.details.map { submission.details[$0] }
    let isExplained = family.details.contains { paper.foreignGoals[$0] != nil }
    let isNote = isExplained || family.isNamed && !family.isVerbatim && isHouseStyle
    var sentence = Sentence()
    for (place, record) in records.enumerated() {
      if place > 0 { sentence.add("、", place + 1 < records.count ? ", " : " and ") }
      sentence.addName(of: record.id, isOpening: place == 0)
    }
    sentence.add("的目标", " have ")
    sentence.add(
      family.isVerbatim
        ? Message(zh: "逐字相同", en: "one and the same goal")
        : Message(zh: "除名称与数字外几乎相同", en: "goals that differ in little but names and numbers"))
    if let first = records.first?[field] {
      sentence.add("：“", ": “")
      sentence.add(submission.excerpt(first.printed))
      sentence.add("”", "”")
      sentence.addPlace(of: first.printed, submission.document)
    }
    sentence.add("。请核对各项目的目标是否为本项目所写。", ". Ask whether each was written for its own project.")
    // The later one was copied, as far as the order tells.
    let last = records[records.count - 1]
    return Finding(
      check: entry.id, severity: isNote ? .note : .review, verdict: .broken,
      subject: Subject(record: last.id, field: field.map { submission.profile.name($0) }),
      records: [last.id] + records.dropLast().map(\.id), message: sentence.message,
      values: records.reversed().compactMap { record in
        record[field].map { submission.evidence("goal", record, $0) }
      })
  }
}

extension Submission {
  /// The first characters of a text, for quoting.
  func excerpt(_ slice: Slice, most: Int = 72) -> String {
    var end = min(slice.range.upperBound, slice.range.lowerBound + most)
    while end < slice.range.upperBound, !document.text[end].isScalarStart { end += 1 }
    let text = document.string(Slice(slice.range.lowerBound..<end))
    return end < slice.range.upperBound ? text + "…" : text
  }
}

extension CopiedProse {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "没有两个项目的目标互相照抄。",
      en: "No goal is a copy of another project's."),
    why: Message(
      zh: "照抄的目标说明没有人想过这个项目。",
      en: "A copied goal shows that nobody thought about the project."),
    example: Message(
      zh: "两张表的目标除名称和金额外逐字相同。",
      en: "Two goals are the same word for word, but for names and amounts."),
    unless: Message(
      zh: "不足 30 字（完全相同的不足 15 字）；三张以上表共有的套话；同一项目的几张表。",
      en: """
        Under 30 characters (15 where they are identical); wording that stands in three \
        forms or more; forms of one project.
        """),
    decided: Message(
      zh: "去掉数、名称、引文后相似度达 0.9：待复核；已由 DU02 说明的为提示。",
      en: """
        At 0.9 alike once numbers, names and quotations are out: for review, a note where DU02 \
        explains it.
        """))
}
