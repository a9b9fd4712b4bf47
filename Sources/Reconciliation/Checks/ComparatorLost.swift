import TieoutModel

/// RL03: an indicator states a number without a comparator, though its siblings in the form have one.
///
/// Not in forms that write their indicators without comparators, and not for answers in words.
enum ComparatorLost: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL03", name: "comparator-lost",
    title: Message(zh: "指标带有比较符", en: "Indicators have a comparator"), manual: manual)

  /// The fewest siblings that make a habit, and how many of them there must be for each without.
  private static let fewest = 3

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for detail in paper.totals.indices {
      var bounded = 0
      var bare = 0
      for place in paper.indicators(ofDetail: detail) where paper.indicators[place].hasNumber {
        if paper.indicators[place].isBounded { bounded += 1 } else { bare += 1 }
      }
      guard bounded >= fewest * max(bare, 1) else { continue }
      report.pass(times: bounded)
      guard bare > 0 else { continue }
      for place in paper.indicators(ofDetail: detail)
      where paper.indicators[place].hasNumber && !paper.indicators[place].isBounded {
        report.report(finding(paper.indicators[place], bounded, paper))
      }
    }
  }

  private static func finding(
    _ row: IndicatorRow, _ siblings: Int, _ paper: Workpaper
  ) -> Finding {
    let finding = IndicatorFinding(row, paper)
    let figure = finding.figure
    return finding.finding(
      entry.id, .review, on: .target,
      .worded(
        zh: "只有数值 \(figure)，没有比较符，而本表另有\(siblings)项指标带有比较符。请核对原件。",
        en: "it states \(figure) without a comparator, where \(siblings) others of the form have "
          + "one. The paper settles it."))
  }
}

extension ComparatorLost {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "同表其他指标都带比较符，而此指标只有数。",
      en: "An indicator states a bare number where its siblings have a comparator."),
    why: Message(
      zh: "识别常丢“≥”“≤”，丢了就不知道是下限还是上限。",
      en: "Recognition often loses ≥ and ≤; without it nobody knows which way the bound goes."),
    example: Message(
      zh: "同表为“≥90%”“≥95%”，此处为“92%”。",
      en: "Siblings say “≥90%” and “≥95%”, this one “92%”."),
    unless: Message(
      zh: "整张表都不写比较符；目标值是文字。",
      en: "The form writes its indicators without comparators; the answer is in words."),
    decided: Message(
      zh: "待复核。",
      en: "For review."))
}
