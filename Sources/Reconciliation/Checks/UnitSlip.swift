import TieoutModel

/// UN01: two places of one figure differ by exactly a step between units.
///
/// Not where the units already reconcile them. Such a pair is UN01's alone, never AG01's, AG02's,
/// FT04's or AG03's as well.
enum UnitSlip: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "UN01", name: "unit-slip",
    title: Message(zh: "同一数值相差单位倍数", en: "One figure in two places, a unit apart"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    if let slip = paper.slip { report.report(slip.finding(paper.submission)) }
    for detail in paper.totals.indices {
      var fact: MoneyFact?
      if case .divided = paper.outlook(ofDetail: detail) { fact = paper.fact(ofDetail: detail) }
      if let fact {
        for deviation in fact.deviations where deviation.isUnitSlip {
          report.report(paper.submission.finding(entry.id, fact, deviation, broken: .error))
        }
      }
      for place in paper.indicators(ofDetail: detail)
      where paper.indicators[place].isPair && !paper.indicators[place].agrees {
        let row = paper.indicators[place]
        guard let pair = IndicatorPair(row, paper), let step = pair.unitStep,
          let ladder = Ladder(pair.bound, pair.target), pair.verdict == .broken,
          !row.indicator.contradicts,
          !(fact?.speaks(ofIndicator: row.indicator.place, in: row.group) ?? false)
        else { continue }
        let record = paper.submission.details[detail]
        report.report(finding(pair, step, ladder, record, row.group, paper.submission))
      }
    }
  }

  private static func finding(
    _ pair: IndicatorPair, _ step: Int, _ ladder: Ladder, _ record: Record, _ group: FieldName,
    _ submission: Submission
  ) -> Finding {
    let values = pair.evidence(record, group, submission)
    let name = submission.name(record.id)
    let number = pair.indicator.place + 1
    let power = abs(step)
    let bound = values[0], target = values[1]
    let places = (submission.at(bound.printed), submission.at(target.printed))
    var finding = Finding(
      check: entry.id, severity: .error, verdict: .broken, subject: target.subject,
      message: .worded(
        zh: "\(name.zh)指标\(number)文本为 \(bound.value)\(bound.unit)\(places.0.zh)，"
          + "目标值为 \(target.value)\(target.unit)\(places.1.zh)，恰差 10 的 \(power) 次方倍。"
          + "请核对原件的数值与计量单位。",
        en: "\(name.opening.en) indicator \(number): its text says \(bound.value) \(bound.unit)"
          + "\(places.0.en), its target \(target.value) \(target.unit)\(places.1.en), exactly 10 to "
          + "the power \(power) apart. The paper settles figure and unit."),
      values: values)
    finding.difference = ladder.difference(exponent: pair.exponent)
    if pair.isMoney { finding.differenceInYuan = ladder.difference() }
    finding.diagnosis = [.unitSlip]
    return finding
  }
}

extension UnitSlip {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "同一数值在两处是否恰差单位之间的倍数（10、100、1000、万、亿）。",
      en: """
        Whether two places of one figure differ by exactly a step between units (10, 100, \
        1000, 10⁴, 10⁸).
        """),
    why: Message(
      zh: "元与万元之差，是最大也最易漏看的错误。",
      en: "元 for 万元 is the largest mistake there is and the easiest to overlook."),
    example: Message(
      zh: "合计 35 万元，指标“≤350000万元”。",
      en: "Total 35 万元, indicator “≤350000万元”."),
    unless: Message(
      zh: "换算单位后一致。同一对数只归 UN01，不再归 AG01、AG02、AG03、FT04。",
      en: """
        The units reconcile them. Such a pair is UN01's alone, not AG01's, AG02's, AG03's \
        or FT04's too.
        """),
    decided: Message(
      zh: "不符为错误；只作判断，从不自动换算。",
      en: "Broken, an error; it is told and never put right by itself."))
}
