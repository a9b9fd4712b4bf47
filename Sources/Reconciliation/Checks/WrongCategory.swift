import TieoutModel

/// RL05: an indicator stands in the wrong category: an area or a count under costs, a cost under
/// quantities.
///
/// Social and ecological costs may be counted in anything. Money under quantities is a cost where
/// its name says so, or where it is the form's total with a ceiling.
enum WrongCategory: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL05", name: "wrong-category",
    title: Message(zh: "指标归类正确", en: "Indicators stand in their category"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let units = submission.profile.units
    // A share of costs is one, and an answer in words counts nothing.
    let percent = units.unit(named: "%") ?? .none
    for place in paper.indicators.indices where paper.indicators[place].kind != .other {
      let unit = paper.indicators[place].unitOfTarget
      guard unit != .none, paper.indicators[place].hasNumber else { continue }
      let isMoney = units.exponent(unit) != nil
      switch paper.indicators[place].kind {
      case .money where !isMoney && unit != percent && paper.measure(unit)?.base != "%":
        report.report(finding(paper.indicators[place], isCost: false, paper))
      case .quantity where isMoney && isCost(paper.indicators[place], paper):
        report.report(finding(paper.indicators[place], isCost: true, paper))
      default: report.pass()
      }
    }
  }

  /// Whether an amount among quantities is a cost.
  private static func isCost(_ row: IndicatorRow, _ paper: Workpaper) -> Bool {
    let text = paper.submission.document.text
    if text.contains(Array("成本".utf8), in: row.indicator.title.range) { return true }
    guard row.indicator.comparatorOfTarget?.isUpper == true,
      let total = paper.totals[row.detail]?.yuan,
      let amount = paper.submission.profile.units.yuan(row.target ?? row.bound, row.unitOfTarget)
    else { return false }
    return amount.equals(total)
  }

  private static func finding(_ row: IndicatorRow, isCost: Bool, _ paper: Workpaper) -> Finding {
    let finding = IndicatorFinding(row, paper)
    let figure = finding.figure
    let level = level(row, paper)
    return finding.finding(
      entry.id, .review, on: .text,
      isCost
        ? .worded(
          zh: "列于“\(level)”之下，\(figure) 却是成本。请核对归类。",
          en:
            "it stands under “\(level)”, but \(figure) is a cost. The unit can settle the category."
        )
        : .worded(
          zh: "列于“\(level)”之下，\(figure) 却不是金额。请核对归类。",
          en:
            "it stands under “\(level)”, but \(figure) is no money. The unit can settle the category."
        ))
  }

  /// The word under which an indicator stands.
  private static func level(_ row: IndicatorRow, _ paper: Workpaper) -> String {
    let spec = paper.submission.profile.detail.groups.first { $0.name == row.group }
    for role in [GroupSpec.Role.level2, .level1] {
      if let field = row.indicator.field(spec?.roles[role]) { return paper.submission.text(field) }
    }
    return ""
  }
}
