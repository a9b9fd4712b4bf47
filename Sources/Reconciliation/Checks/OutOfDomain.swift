import TieoutModel

/// RL04: a rate beyond 0 to 100 %, a date outside the form's year or of no calendar, a form of another
/// year than the others, dates in the wrong order, a count of things that is no whole number.
///
/// Not for growth, which may be any percentage. Dates count where a target is one; the order of
/// fields is the profile's.
enum OutOfDomain: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL04", name: "out-of-domain",
    title: Message(zh: "比率、日期在合理范围内", en: "Rates and dates are within their domain"), manual: manual
  )

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    rates(paper, &report)
    let odd = years(paper.submission, &report)
    dates(paper, odd, &report)
    days(paper, &report)
    orders(paper, &report)
    counts(paper.submission, &report)
  }

  private static func rates(_ paper: Workpaper, _ report: inout CheckReport) {
    let profile = paper.submission.profile
    guard let percent = profile.units.unit(named: "%") else { return }
    for place in paper.indicators.indices {
      let bound =
        paper.indicators[place].unitOfBound == percent ? paper.indicators[place].bound : nil
      let target =
        paper.indicators[place].unitOfTarget == percent ? paper.indicators[place].target : nil
      guard bound != nil || target != nil else { continue }
      if isWithin(bound) && isWithin(target) || mayBeAny(paper.indicators[place], paper) {
        report.pass()
        continue
      }
      report.report(rate(paper.indicators[place], target ?? bound ?? .zero, paper))
    }
  }

  /// Whether a rate is one from 0 to 100.
  private static func isWithin(_ rate: Quantity?) -> Bool {
    guard let rate else { return true }
    if rate.scale == 0 { return rate.digits >= 0 && rate.digits <= 100 }
    return rate >= .zero && rate <= Quantity(digits: 100, scale: 0)
  }

  /// Whether an indicator's percentage is no rate, or one of growth.
  private static func mayBeAny(_ row: IndicatorRow, _ paper: Workpaper) -> Bool {
    let title = row.indicator.title
    let text = paper.submission.document.text
    return !paper.rateWords.isRate(title, in: text)
      || WordList(paper.submission.profile.rules.growthWords).isIn(title.range, of: text)
  }

  /// A rate beyond its domain.
  ///
  /// Where the indicator has no comparator and its first digit may have been one (`298%` for `≥98%`),
  /// recognition explains it.
  private static func rate(
    _ row: IndicatorRow, _ value: Quantity, _ paper: Workpaper
  ) -> Finding {
    let words = IndicatorFinding(row, paper)
    let figure = words.figure
    var finding = words.finding(
      entry.id, .warning, on: .target,
      .worded(
        zh: "比率为 \(figure)，超出 0 至 100%。请核对原件。",
        en: "the rate is \(figure), beyond 0 to 100 %. The paper settles it."))
    if !row.isBounded, let rest = withoutFirstDigit(value) {
      let grounds = Message.worded(
        zh: "首位数字可能是“≥”的误识，则为 \(rest)%",
        en: "the first digit may be a misread “≥”; then it is \(rest) %")
      finding.severity = .review
      finding.verdict = .open
      finding.attribution = .ocr
      finding.suggested = (rest.description, grounds)
      finding.message.zh += grounds.zh + "。"
      finding.message.en += " " + grounds.opening.en + "."
    }
    return finding
  }

  /// A rate over 100 without its first digit, where that is a rate of two digits, or 100.
  private static func withoutFirstDigit(_ value: Quantity) -> Quantity? {
    var power: Int64 = 1
    while value.digits / power >= 10 { power *= 10 }
    let rest = Quantity(digits: value.digits % power, scale: value.scale)
    let isRate =
      rest >= Quantity(digits: 10, scale: 0) && rest <= Quantity(digits: 100, scale: 0)
    return value.digits > 0 && value.digits / power > 1 && isRate ? rest : nil
  }

  private static func dates(
    _ paper: Workpaper, _ odd: [Int: YearInText], _ report: inout CheckReport
  ) {
    let submission = paper.submission
    let text = submission.document.text
    for place in paper.indicators.indices where paper.indicators[place].target == nil {
      guard let target = paper.indicators[place].indicator.target,
        let date = date(target.printed, text), date.year > 0, date.month > 0, date.isOfCalendar,
        let title = submission.details[paper.indicators[place].detail][
          submission.profile.detail.title],
        let year = YearInText.first(in: title.printed.range, text)
      else { continue }
      // Where the form's year is the wrong one, dates of the others' are right.
      let usual = odd[paper.indicators[place].detail]?.value
      guard year.value != Int(date.year), usual != Int(date.year) else {
        report.pass()
        continue
      }
      report.report(
        IndicatorFinding(paper.indicators[place], paper).finding(
          entry.id, .warning, on: .target,
          .worded(
            zh: "日期 \(date.description) 不在本表的 \(year.value) 年。请核对原件。",
            en: "the date \(date.description) is not in the form's year, \(year.value). "
              + "The paper settles it.")))
    }
  }

  /// The date that a target is, or up to which it goes: `2025年12月底前`.
  private static func date(_ printed: Slice, _ text: [UInt8]) -> PartialDate? {
    if let date = PartialDate.read(text, printed) { return date }
    guard let first = text[printed.range].first, first.isDigitASCII else { return nil }
    var end = printed.range.upperBound
    for word in limits where text[printed.range.lowerBound..<end].suffix(word.count) == word[...] {
      end -= word.count
    }
    guard end < printed.range.upperBound else { return nil }
    return PartialDate.read(text, Slice(printed.range.lowerBound..<end))
  }

  /// What may stand behind a date that is a limit, the last first.
  private static let limits = ["前", "以", "之", "底", "末", "份"].map { Array($0.utf8) }

  private static func orders(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    for relation in submission.profile.rules.relations where relation.kind == .order {
      for instance in RelationInstance.all(of: relation, submission) {
        for (left, right) in zip(instance.fields, instance.fields.dropFirst()) {
          guard let left, let right, let isOrdered = isOrdered(left, right, submission) else {
            continue
          }
          if isOrdered {
            report.pass()
          } else {
            report.report(order(left, right, instance, relation, submission))
          }
        }
      }
    }
  }

  /// Whether a field is not later, or not more, than another one; `nil` where they are unlike.
  private static func isOrdered(_ left: Field, _ right: Field, _ submission: Submission) -> Bool? {
    switch (left.value, right.value) {
    case (.date(let a), .date(let b)):
      guard a.year > 0, b.year > 0 else { return nil }
      return (a.year, a.month, a.day) <= (b.year, b.month, b.day)
    case (.quantity(let a), .quantity(let b)):
      let units = submission.profile.units
      let x = units.exponent(left.unit) ?? 0, y = units.exponent(right.unit) ?? 0
      return a.scaled(byPowerOfTen: x) <= b.scaled(byPowerOfTen: y)
    default: return nil
    }
  }

  private static func order(
    _ left: Field, _ right: Field, _ instance: RelationInstance, _ relation: RelationSpec,
    _ submission: Submission
  ) -> Finding {
    let values = [left, right].map { instance.evidence($0, submission) }
    let name = submission.name(instance.record.id)
    let what = [left, right].map { submission.words(for: $0.name, in: instance.item?.group) }
    let places = [submission.at(left.printed), submission.at(right.printed)]
    let figures = values.indices.map { place in
      let unit = values[place].unit.isEmpty ? "" : " \(values[place].unit)"
      return Message(
        zh: "\(what[place].zh) \(values[place].value)\(unit)\(places[place].zh)",
        en: "\(what[place].en) \(values[place].value)\(unit)\(places[place].en)")
    }
    let ladder = instance.reading(left, submission).flatMap { left in
      instance.reading(right, submission).flatMap { Ladder(left, $0) }
    }
    let exponent = submission.profile.units.exponent(left.unit) ?? 0
    let difference = ladder?.difference(exponent: exponent)
    let more = difference.map { gap in
      let unit = values[0].unit.isEmpty ? "" : " \(values[0].unit)"
      return Message(zh: "，多 \(gap)\(unit)", en: ", by \(gap)\(unit)")
    }
    var finding = Finding(
      check: entry.id, severity: relation.words.severity ?? .warning, verdict: .broken,
      subject: values[1].subject,
      message: .worded(
        zh: "\(name.zh)：\(figures[0].zh)\(more == nil ? "晚于" : "大于") \(figures[1].zh)"
          + "\(more?.zh ?? "")。请核对原件。",
        en: "\(name.opening.en): \(figures[0].en) is \(more == nil ? "later" : "more") than "
          + "\(figures[1].en)\(more?.en ?? ""). The paper settles it."),
      values: values)
    finding.difference = difference
    if submission.profile.units.exponent(left.unit) != nil {
      finding.differenceInYuan = ladder?.difference()
    }
    finding.add(relation.words)
    return finding
  }
}

extension OutOfDomain {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "比率在 0 至 100% 之间，日期确有其日、在本表年度之内，各表年度相同，先后与大小按配置所列，件数为整数。",
      en: """
        Whether rates lie within 0 to 100 %, whether dates are of the calendar and within the \
        form's year, whether the forms are of one year, fields in the order that the profile \
        states, and counts of things whole numbers.
        """),
    why: Message(
      zh: "不可能的数值必有一错。",
      en: "What cannot be is a mistake."),
    example: Message(
      zh: "“验收合格率≥150%”；2025 年度的表写“2026年3月”。",
      en: "“pass rate ≥150 %”; a form of 2025 with the date March 2026."),
    unless: Message(
      zh: "增长、提高等可超过 100% 的指标；名称不是比率；没有年份的日期；各表本就分属几个年度。",
      en: """
        Growth, which may be any percentage; the name is no rate; a date without a year; papers \
        of several years.
        """),
    decided: Message(
      zh: "每处一个警告；没有比较符而首位数字可能是“≥”误识的，待复核并给出应为的数。",
      en: """
        Each is a warning; where the first digit may be a misread ≥, it is for review, with \
        the figure that it then is.
        """))
}
