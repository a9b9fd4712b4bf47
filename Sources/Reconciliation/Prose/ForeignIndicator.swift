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
    let text = paper.submission.document.text
    var letters: [UInt32] = []
    var titles: [TitleKey] = []
    for detail in paper.submission.details.indices {
      let rows = paper.indicators(ofDetail: detail)
      var passed = 0
      titles.removeAll(keepingCapacity: true)
      letters.removeAll(keepingCapacity: true)
      for place in rows {
        let title = paper.indicators[place].indicator.title
        titles.append(TitleKey(title, in: text))
        guard title.count >= 12 else { continue }
        // Nearly all titles are about nobody else's project, which their bytes show.
        guard subjects.mayMention(text.span.extracting(title.range), otherThan: detail) else {
          passed += 1
          continue
        }
        let start = letters.count
        NameText.appendLetters(of: text, title.range, to: &letters)
        if let mention = subjects.foreign(in: letters.span.extracting(start...), to: detail),
          !subjects.isOwn(detail, in: letters[start...], asMuchAs: mention.letters)
        {
          report.report(foreign(paper.indicators[place], mention, paper))
        } else {
          passed += 1
        }
      }
      report.pass(times: passed)
      repeated(rows, titles.span, paper, &report)
    }
  }

  /// The last eight bytes of a title and how many it has: a form has many pairs of titles, and few
  /// that are alike in that.
  private struct TitleKey: BitwiseCopyable {
    private let bytes: UInt64
    private let count: UInt32

    init(_ title: Slice, in text: [UInt8]) {
      let range = title.range
      bytes = text.span.word(max(range.lowerBound, range.upperBound - 8)..<range.upperBound).bits
      count = title.count
    }

    /// One of 64 bits, the same for titles that are alike.
    var bit: UInt64 { 1 &<< (((bytes ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) &>> 58) }

    func mayBe(_ other: TitleKey) -> Bool { bytes == other.bytes && count == other.count }
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
    sentence.add(title, of: submission.document)
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
    _ rows: Range<Int>, _ titles: Span<TitleKey>, _ paper: Workpaper, _ report: inout CheckReport
  ) {
    var again: [Int] = []
    // A bit for each title before: where its own is free, none of them is alike.
    var known: UInt64 = 0
    for index in titles.indices {
      let bit = titles[index].bit
      guard known & bit != 0 else {
        known |= bit
        continue
      }
      for other in 0..<index where titles[other].mayBe(titles[index]) {
        let (first, place) = (rows.lowerBound + other, rows.lowerBound + index)
        guard isRepeated(first, place, paper) else { continue }
        if !again.contains(first) { again.append(first) }
        again.append(place)
        break
      }
    }
    if !again.isEmpty { report.report(repeated(again.sorted(), paper)) }
  }

  /// Whether an indicator is called like one before it and does not bound the same from the other
  /// side.
  private static func isRepeated(_ first: Int, _ place: Int, _ paper: Workpaper) -> Bool {
    let title = paper.indicators[place].indicator.title
    return title.count >= 9 && title != paper.indicators[place].indicator.at
      && paper.submission.document.same(paper.indicators[first].indicator.title, title)
      && !areEnds(paper.indicators[first].indicator, paper.indicators[place].indicator)
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
        sentence.add(row.indicator.title, of: submission.document)
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
