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
        // A rate over 100 has lost it to a digit: RL04 speaks of it.
        if isOverAll(paper.indicators[place], paper) { continue }
        report.report(finding(paper.indicators[place], bounded, paper))
      }
    }
  }

  private static func isOverAll(_ row: IndicatorRow, _ paper: Workpaper) -> Bool {
    guard let percent = paper.submission.profile.units.unit(named: "%"),
      row.unitOfTarget == percent, let rate = row.target ?? row.bound
    else { return false }
    return rate > Quantity(digits: 100, scale: 0)
      && paper.rateWords.isRate(row.indicator.title, in: paper.submission.document.text)
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
      zh: "各指标都有比较符，唯独一项只有数值。",
      en: "Whether an indicator states a bare number where its siblings have a comparator."),
    why: Message(
      zh: "没有比较符，就不知是至少还是至多。",
      en: "Without a comparator nobody knows whether it is a floor or a ceiling."),
    example: Message(
      zh: "8 项均有“≥”或“≤”，一项只写“60人”。",
      en: "Eight indicators have ≥ or ≤, one says “60 persons”."),
    unless: Message(
      zh: "整张表都不用比较符；以文字作答的指标；超过 100% 的比率（归 RL04）。",
      en: "The form uses none; the answer is in words; a rate over 100 % (RL04)."),
    decided: Message(
      zh: "带比较符的至少三项，且三倍于不带的，不带的待复核；该行版面受损则未决。",
      en: """
        At least three have one, and three for each that has none: that one is for review, \
        open where its row is damaged.
        """))
}
