import TieoutModel

/// AG03: the number in an indicator's text is its target.
///
/// Does not run where the text holds no bound, the target is no number, or the units cannot be
/// converted (UN02). Not where the comparators contradict one another (RL02), where only a power of
/// ten is between them (UN01), or where the figures are places of the form's own sum (AG02).
enum TextAgainstTarget: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG03", name: "text-against-target",
    title: Message(zh: "指标文本数值与目标值一致", en: "The number in an indicator's text is its target"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for place in paper.indicators.indices where paper.indicators[place].isPair {
      if paper.indicators[place].agrees {
        report.pass(tick: paper.submission.tick(entry.id, paper.indicators[place]))
        continue
      }
      let row = paper.indicators[place]
      guard let pair = IndicatorPair(row, paper), let verdict = pair.verdict
      else { continue }
      if verdict == .exact {
        report.pass(tick: paper.submission.tick(entry.id, row))
      } else if !isElsewhere(pair, verdict, row, paper) {
        let record = paper.submission.details[row.detail]
        var finding = finding(pair, verdict, record, row.group, paper.submission)
        if verdict == .broken, let witness = GoalWitness(of: place, paper) {
          finding.weigh(witness, paper.submission)
        }
        report.report(finding)
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
    let bound = values[0], target = values[1]
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("指标", " indicator ")
    sentence.add(pair.indicator.place + 1)
    sentence.add("“", " “")
    sentence.add(submission.document.string(pair.indicator.title))
    sentence.add("”文本为 ", "”: its text says ")
    sentence.add(bound.value)
    sentence.add("", " ")
    sentence.add(bound.unit)
    sentence.addPlace(of: bound.printed, submission.document)
    sentence.add("，目标值为 ", ", its target ")
    sentence.add(target.value)
    sentence.add("", " ")
    sentence.add(target.unit)
    sentence.addPlace(of: target.printed, submission.document)
    sentence.add("：", "; ")
    sentence.add(verdict.words)
    sentence.add("，相差 ", ", by ")
    sentence.add(difference)
    sentence.add("", bound.unit.isEmpty ? "" : " ")
    sentence.add(bound.unit)
    sentence.add(diagnosis.words)
    sentence.add("。请核对原件两处。", ". The paper settles both.")
    var finding = Finding(
      check: entry.id, severity: verdict.severity(broken: .warning),
      verdict: verdict, subject: target.subject, message: sentence.message, values: values)
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

extension TextAgainstTarget {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "指标文本中的数值与其目标值一致。",
      en: "Agree the number in an indicator's text with its target."),
    why: Message(
      zh: "考核按目标值，读者看文本，两者不同就无从考核。",
      en: """
        The target is measured, the text is read; where they differ nobody can be held to \
        either.
        """),
    example: Message(
      zh: "文本“培训≥12次”，目标值 15。",
      en: "The text says “training ≥12”, the target 15."),
    unless: Message(
      zh: """
        文本无数值；目标值不是数；单位不能换算（UN02）；比较符相反（RL02）；恰差 10 的幂次（\
        UN01）；属于本表总额（AG02）。
        """,
      en: """
        The text has no number; the target is no number; units cannot be converted (UN02); \
        comparators contradict (RL02); only a power of ten (UN01); a place of the form's \
        sum (AG02).
        """),
    decided: Message(
      zh: "按印出的数比较，小数位数相同而不等即为不符（警告）。",
      en: "Compared as printed: with equal decimals any difference is broken, a warning."))
}
