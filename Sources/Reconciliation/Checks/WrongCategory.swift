import TieoutModel

/// RL05: an indicator stands in the wrong category: an area or a count under costs, a cost under
/// quantities.
///
/// Social and ecological costs may be counted in anything. Money under quantities is a cost where
/// its name says so, or where it is the form's total with a ceiling. Two that stand in each other's
/// place are one finding.
enum WrongCategory: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL05", name: "wrong-category",
    title: Message(zh: "指标归类正确", en: "Indicators stand in their category"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let units = submission.profile.units
    // A share of costs is one, and an answer in words counts nothing.
    let percent = units.unit(named: "%") ?? .none
    for detail in submission.details.indices {
      var wrong: [(row: IndicatorRow, isCost: Bool)] = []
      for place in paper.indicators(ofDetail: detail)
      where paper.indicators[place].kind != .other && paper.indicators[place].hasNumber {
        let unit = paper.indicators[place].unitOfTarget
        guard unit != .none else { continue }
        let isMoney = units.exponent(unit) != nil
        switch paper.indicators[place].kind {
        case .money where !isMoney && unit != percent && paper.measure(unit)?.base != "%":
          wrong.append((paper.indicators[place], false))
        case .quantity where isMoney && isCost(paper.indicators[place], paper):
          wrong.append((paper.indicators[place], true))
        default: report.pass()
        }
      }
      if wrong.count == 2, wrong[0].isCost != wrong[1].isCost {
        report.report(exchange(wrong.map(\.row), isCost: wrong[0].isCost, paper))
      } else {
        for (row, isCost) in wrong { report.report(finding(row, isCost: isCost, paper)) }
      }
    }
  }

  /// A cost and a count that stand in each other's place are one finding.
  private static func exchange(
    _ rows: [IndicatorRow], isCost: Bool, _ paper: Workpaper
  ) -> Finding {
    var finding = finding(rows[0], isCost: isCost, paper)
    let other = IndicatorFinding(rows[1], paper)
    let title = paper.submission.document.string(rows[1].indicator.title)
    let number = rows[1].indicator.place + 1
    let level = level(rows[1], paper)
    finding.message.zh += "指标\(number)“\(title)”反而列于“\(level)”之下，二者似互换。"
    finding.message.en += " Indicator \(number), “\(title)”, stands under “\(level)” instead."
    finding.values += other.values
    return finding
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

extension WrongCategory {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "指标归在恰当的类别：面积、数量不在成本下，成本不在数量下。",
      en: """
        An indicator stands in its category: no area or count under costs, no cost under \
        quantities.
        """),
    why: Message(
      zh: "归错类的指标在汇总与评分时被算错。",
      en: "In a wrong category it is added up and scored as what it is not."),
    example: Message(
      zh: "成本指标“绿化面积 500 平方米”。",
      en: "“500 m² planted” under costs."),
    unless: Message(
      zh: "社会成本、生态成本可用任何单位；数量下的金额，须名称写明成本，或等于合计且有上限。",
      en: """
        Social and ecological costs may be counted in anything; money under quantities only \
        where its name says cost, or where it is the total with a ceiling.
        """),
    decided: Message(
      zh: "待复核；互换位置的两项合为一处。",
      en: "For review; two that stand in each other's place are one finding."))
}
