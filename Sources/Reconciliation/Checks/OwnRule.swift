import TieoutModel

/// RL01: what the papers themselves demand is kept.
///
/// Which sentence is held against which figure is the profile's relation `rule`; the least or the
/// most stands in the paper and is quoted from there. Without words of its own the rule speaks of
/// rates: indicators measured in %, with a lower bound or a bare number, whose names have one of the
/// profile's words for rates. A footnote on 率 says nothing about a share (`报销比例`), nor of rates of
/// which less is better.
enum OwnRule: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL01", name: "own-rule-broken",
    title: Message(zh: "文件自身规定得到遵守", en: "The papers keep their own rules"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for rule in paper.submission.profile.statedRules {
      let isOfIndicators = paper.submission.profile.detail.groups.contains {
        $0.kind == .indicators && $0.name == rule.figure.group
          && ($0.roles[.target] == rule.figure.field || $0.roles[.bound] == rule.figure.field)
      }
      if isOfIndicators {
        indicators(rule, paper, &report)
      } else {
        figures(rule, paper, &report)
      }
    }
  }

  private static func indicators(
    _ rule: StatedRule, _ paper: Workpaper, _ report: inout CheckReport
  ) {
    let submission = paper.submission
    let names = Names(rule, paper)
    // Without a unit for rates there is no rate.
    guard let percent = submission.profile.units.unit(named: "%") else { return }
    var demands = StatedDemands(rule, paper)
    let details = submission.details
    for detail in details.indices {
      let bounds = demands.bounds(details[detail].fields, submission)
      for bound in bounds {
        let unit = bound.unit == .none ? percent : bound.unit
        for place in paper.allIndicators(ofDetail: detail)
        where paper.indicators[place].unitOfBound == unit
          || paper.indicators[place].unitOfTarget == unit
        {
          let figures = Figures(place, unit, isLeast: bound.isLeast, paper)
          guard figures.bound != nil || figures.target != nil,
            names.holds(paper.indicators[place].indicator.title, in: submission.document.text)
          else { continue }
          guard figures.breaks(bound) else {
            report.pass()
            continue
          }
          let (row, record) = (paper.indicators[place], details[detail])
          let broken = figures.breaking(bound, row.indicator)
          let evidence = demands.evidence(bound, record, submission)
          report.report(
            finding(broken, row, bound, evidence, record, rule, unit, submission))
        }
      }
    }
  }

  /// The indicators of which a rule speaks.
  private struct Names {
    private let rates: RateWords
    private let own: WordList?

    init(_ rule: StatedRule, _ paper: Workpaper) {
      rates = paper.rateWords
      own = rule.about.isEmpty ? nil : WordList(rule.about)
    }

    func holds(_ name: Slice, in text: [UInt8]) -> Bool {
      own?.isIn(name.range, of: text) ?? rates.name(name, in: text)
    }
  }

  /// The figures of an indicator that a bound speaks of: a least, of lower bounds and bare numbers.
  private struct Figures {
    let bound: Quantity?
    let target: Quantity?

    init(_ place: Int, _ unit: UnitID, isLeast: Bool, _ paper: Workpaper) {
      // Asked one by one, so that no row is copied.
      let own = paper.indicators[place].indicator.targetComparator
      let text = paper.indicators[place].indicator.comparator
      let isTextMeant = !isLeast || text?.isUpper != true
      let isTargetMeant = !isLeast || (own ?? text)?.isUpper != true
      let isOfText = paper.indicators[place].unitOfBound == unit
      bound = isOfText && isTextMeant ? paper.indicators[place].bound : nil
      let isOfTarget = paper.indicators[place].unitOfTarget == unit
      target = isOfTarget && isTargetMeant ? paper.indicators[place].target : nil
    }

    /// Whether one of them does not keep a bound.
    func breaks(_ stated: StatedBound) -> Bool {
      if let bound, stated.isBroken(by: bound) { return true }
      if let target, stated.isBroken(by: target) { return true }
      return false
    }

    /// The fields of the figures that do not keep it, with their roles.
    func breaking(
      _ stated: StatedBound, _ indicator: Indicator
    ) -> [(role: String, field: Field)] {
      var broken: [(role: String, field: Field)] = []
      if let bound, stated.isBroken(by: bound), let field = indicator.bound {
        broken.append(("bound", field))
      }
      if let target, stated.isBroken(by: target), let field = indicator.target {
        broken.append(("target", field))
      }
      return broken
    }
  }

  private static func finding(
    _ broken: [(role: String, field: Field)], _ row: IndicatorRow, _ bound: StatedBound,
    _ rule: Finding.Evidence, _ record: Record, _ relation: StatedRule, _ unit: UnitID,
    _ submission: Submission
  ) -> Finding {
    let indicator = row.indicator
    let item = (group: row.group, place: indicator.place)
    let values = broken.map {
      submission.evidence($0.role, $0.field, record: record, item: item, unit: unit)
    }
    let stated = values.last
    let name = submission.name(record.id)
    let number = indicator.place + 1
    let title = submission.document.string(indicator.title)
    let value = stated?.value ?? ""
    let word = submission.profile.units.name(unit)
    let at = submission.at(broken.last?.field.printed)
    let quote = submission.document.string(bound.sentence)
    let (zh, en) = bound.isLeast ? ("低于", "under") : ("高于", "over")
    let isOfForm = rule.subject.record == record.id
    let source =
      isOfForm
      ? Message(zh: "本表备注", en: "the form's own note") : Message(zh: "文件", en: "the papers")
    var finding = Finding(
      check: entry.id, severity: relation.words.severity ?? .warning, verdict: .broken,
      subject: stated?.subject ?? Subject(record: record.id),
      message: .worded(
        zh:
          "\(name.zh)指标\(number)“\(title)”为 \(value)\(word)\(at.zh)，\(zh)\(source.zh)所定的 \(bound.value)："
          + "“\(quote)”。请填报单位说明或更正。",
        en:
          "\(name.opening.en) indicator \(number) “\(title)” is \(value) \(word)\(at.en), \(en) the "
          + "\(bound.value) that \(source.en) demand\(isOfForm ? "s" : ""): “\(quote)”. The unit that reported it "
          + "can explain or correct it."),
      values: values + [rule])
    finding.add(relation.words)
    if let quantity = broken.last?.field.quantity, let a = Reading(quantity),
      let b = Reading(bound.value)
    {
      finding.difference = Ladder(b, a)?.difference()
    }
    return finding
  }
}

extension StatedBound {
  /// Whether a number in the same unit does not keep it.
  fileprivate func isBroken(by number: Quantity) -> Bool {
    isLeast ? number < value : value < number
  }
}

extension OwnRule {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "文件自己写明的规则得到遵守：备注所定的最低比率、汇总表所定的起列金额，以及模板所列的其他规定。",
      en: """
        Whether the papers keep the rules that they state: the least rate of the form's \
        note, the least amount of the summary, and what else the profile relates.
        """),
    why: Message(
      zh: "规则由本文件写明并照录，不守就是自相矛盾。",
      en: "The rule is the papers' own and is quoted; not to keep it is to contradict oneself."),
    example: Message(
      zh: "备注“满意度应不低于 85”，某满意度为 80%。",
      en: "The note says “satisfaction not under 85”, an indicator says 80%."),
    unless: Message(
      zh: """
        不是比率（以 % 计、有下限或只有数、名称含模板所列比率词）；越少越好的比率；行的金额\
        不足而其明细表足够（AG01）。
        """,
      en: """
        It is no rate (in %, bounded from below or bare, named as the profile names rates); \
        less is better; the row falls short but its form does not (AG01).
        """),
    decided: Message(
      zh: "按印出的数比较，不先四舍五入；不符为警告。",
      en: "Compared as printed, nothing rounded first; broken is a warning."))
}
