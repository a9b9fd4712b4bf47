import TieoutModel

/// RL03: an indicator states a number without a comparator, though its siblings in the form have one.
///
/// Not in forms that write their indicators without comparators, and not for answers in words.
enum ComparatorLost: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL03", name: "comparator-lost",
    title: Message(zh: "指标带有比较符", en: "Indicators have a comparator"))

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
      && RateWords(paper.submission.profile)
        .isRate(row.indicator.title, in: paper.submission.document.text)
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
