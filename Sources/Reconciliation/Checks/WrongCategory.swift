import TieoutModel

/// RL05: an indicator stands in the wrong category: an area or a count under costs, a cost under
/// quantities.
///
/// Social and ecological costs may be counted in anything. Money under quantities is a cost where
/// its name says so; there, and under benefits, it is one where it is the form's total with a
/// ceiling. Two that stand in each other's place are one finding.
enum WrongCategory: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL05", name: "wrong-category",
    title: Message(zh: "指标归类正确", en: "Indicators stand in their category"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    // A share of costs is one, and an answer in words counts nothing.
    let percent = submission.profile.units.unit(named: "%") ?? .none
    // Where nothing says which words are costs, none stands elsewhere.
    let knowsCosts = submission.profile.detail.groups.contains { !$0.costTerms.isEmpty }
    for detail in submission.details.indices {
      // By place: no row is copied.
      var wrong: [(place: Int, isCost: Bool)] = []
      var benefits: [Int] = []
      for place in paper.indicators(ofDetail: detail) where paper.indicators[place].hasNumber {
        let unit = paper.indicators[place].unitOfTarget
        guard unit != .none else { continue }
        let isMoney = paper.indicators[place].exponentOfTarget != nil
        switch paper.indicators[place].kind {
        case .money where !isMoney && unit != percent && paper.measure(unit)?.base != "%":
          wrong.append((place, false))
        case .quantity where isMoney && isCost(paper.indicators[place], paper):
          wrong.append((place, true))
        case .other where isMoney && knowsCosts && !paper.indicators[place].indicator.isCost:
          if isCeiling(paper.indicators[place], paper), hasKind(paper.indicators[place], paper) {
            benefits.append(place)
          }
        case .other: continue
        default: report.pass()
        }
      }
      if wrong.count == 2, wrong[0].isCost != wrong[1].isCost {
        let rows = wrong.map { paper.indicators[$0.place] }
        report.report(exchange(rows, isCost: wrong[0].isCost, paper))
      } else {
        for (place, isCost) in wrong {
          report.report(finding(paper.indicators[place], isCost: isCost, paper))
        }
      }
      for place in benefits {
        report.report(finding(paper.indicators[place], isCost: true, paper))
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
    return text.contains(Array("成本".utf8), in: row.indicator.title.range) || isCeiling(row, paper)
  }

  /// Whether an indicator stands under a word of the second level: forms without one know families
  /// alone, and all outputs are one of them.
  private static func hasKind(_ row: IndicatorRow, _ paper: Workpaper) -> Bool {
    let spec = paper.submission.profile.detail.groups.first { $0.name == row.group }
    return row.indicator.field(spec?.roles[.level2]) != nil
  }

  /// Whether an amount is the form's total with a ceiling.
  private static func isCeiling(_ row: IndicatorRow, _ paper: Workpaper) -> Bool {
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
      zh: "成本指标之下是金额，数量指标、效益指标之下不是成本。",
      en: "Whether costs stand under costs, and neither under quantities nor under benefits."),
    why: Message(
      zh: "归类错了，该类就等于没有填。",
      en: "An indicator in the wrong category leaves its own one empty."),
    example: Message(
      zh: "“成本指标”之下为“绿化面积≥500平方米”。",
      en: "Under costs stands “planted area ≥500 m²”."),
    unless: Message(
      zh: """
        社会成本、生态环境成本；成本之下的百分比；数量之下不写明成本、也不以总额为上限的金额；单\
        位不明。
        """,
      en: """
        Social and ecological costs; percentages under costs; money under quantities that \
        neither is called a cost nor is the total with a ceiling; unknown units.
        """),
    decided: Message(
      zh: "待复核；一表之内互换的两项为一条。",
      en: "For review; two that stand in each other's place are one finding."))
}
