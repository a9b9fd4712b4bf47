import TieoutModel

/// AG03: the number in an indicator's text is its target.
///
/// Does not run where the text holds no bound, the target is no number, or the units cannot be
/// converted (UN02). Not where the comparators contradict one another (RL02), where only a power of
/// ten is between them (UN01), or where the figures are places of the form's own sum (AG02).
enum TextAgainstTarget: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG03", name: "text-against-target",
    title: Message(zh: "指标文本数值与目标值一致", en: "The number in an indicator's text is its target"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for place in paper.indicators.indices where paper.indicators[place].isPair {
      if paper.indicators[place].isTrivial {
        report.pass()
        continue
      }
      let row = paper.indicators[place]
      guard let pair = IndicatorPair(row.indicator, paper), let verdict = pair.verdict
      else { continue }
      if verdict == .exact {
        report.pass()
      } else if !isElsewhere(pair, verdict, row, paper) {
        let record = paper.submission.details[row.detail]
        report.report(finding(pair, verdict, record, row.group, paper.submission))
      }
    }
  }

  /// Whether another check speaks of these two figures.
  private static func isElsewhere(
    _ pair: IndicatorPair, _ verdict: Verdict, _ row: IndicatorRow, _ paper: Workpaper
  ) -> Bool {
    if row.indicator.contradicts { return true }
    if verdict == .broken, pair.unitStep != nil { return true }
    return pair.isMoney
      && paper.fact(ofDetail: row.detail)?
        .speaks(ofIndicator: row.indicator.place, in: row.group) ?? false
  }

  private static func finding(
    _ pair: IndicatorPair, _ verdict: Verdict, _ record: Record, _ group: FieldName,
    _ submission: Submission
  ) -> Finding {
    let values = pair.evidence(record, group, submission)
    let ladder = Ladder(pair.bound, pair.target)
    let difference = ladder?.difference(exponent: pair.exponent) ?? ""
    let diagnosis = pair.diagnosis
    let pattern = diagnosis.words
    let words = verdict.words
    let name = submission.name(record.id)
    let number = pair.indicator.place + 1
    let title = submission.document.string(pair.indicator.title)
    let bound = values[0], target = values[1]
    let space = bound.unit.isEmpty ? "" : " "
    let places = (submission.at(bound.printed), submission.at(target.printed))
    var finding = Finding(
      check: entry.id, severity: verdict.severity(broken: .warning),
      verdict: verdict,
      attribution: diagnosis == [.lookAlike] && verdict == .broken ? .ocr : .undetermined,
      subject: target.subject,
      message: .worded(
        zh: "\(name.zh)指标\(number)“\(title)”文本为 \(bound.value)\(bound.unit)\(places.0.zh)，"
          + "目标值为 \(target.value)\(target.unit)\(places.1.zh)：\(words.zh)，"
          + "相差 \(difference)\(bound.unit)\(pattern.zh)。请核对原件两处。",
        en:
          "\(name.opening.en) indicator \(number) “\(title)”: its text says \(bound.value) \(bound.unit)"
          + "\(places.0.en), its target \(target.value) \(target.unit)\(places.1.en); "
          + "\(words.en), by \(difference)\(space)\(bound.unit)\(pattern.en). The paper settles both."
      ),
      values: values)
    if let ladder {
      finding.intervals = [
        ladder.interval(ladder.left, role: bound.role, exponent: pair.exponent),
        ladder.interval(ladder.right, role: target.role, exponent: pair.exponent),
      ]
      finding.difference = difference
      if pair.isMoney { finding.differenceInYuan = ladder.difference() }
    }
    finding.diagnosis = diagnosis
    return finding
  }
}
