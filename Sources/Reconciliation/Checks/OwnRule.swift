import TieoutModel

/// RL01: what the papers themselves demand is kept.
///
/// The least rate stands in a form's footnote and is quoted from there; the least amount of an item
/// stands above the summary. A rate is an indicator measured in %, with a lower bound or a bare
/// number, whose name has one of the profile's words for rates: a footnote on 率 says nothing about
/// a share (`报销比例`). Not for rates of which less is better.
enum OwnRule: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL01", name: "own-rule-broken",
    title: Message(zh: "文件自身规定得到遵守", en: "The papers keep their own rules"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    rates(paper, &report)
    threshold(paper, &report)
  }

  private static func rates(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    // Without a unit for rates there is no rate.
    guard let percent = submission.profile.units.unit(named: "%") else { return }
    let words = paper.rateWords
    var known: [(footnote: Slice, floor: StatedFloor?)] = []
    for (detail, record) in submission.details.enumerated() {
      guard let footnote = record[submission.profile.detail.footnote]?.printed else { continue }
      // Forms of one family share their footnote, in a few spellings.
      let floor: StatedFloor?
      if let same = known.first(where: { submission.document.same($0.footnote, footnote) }) {
        floor = same.floor?.moved(from: same.footnote, to: footnote)
      } else {
        floor = StatedFloor(in: footnote, words, submission)
        if known.count < 8 { known.append((footnote, floor)) }
      }
      guard let floor else { continue }
      for place in paper.indicators(ofDetail: detail)
      where paper.indicators[place].unitOfBound == percent
        || paper.indicators[place].unitOfTarget == percent
      {
        let rates = Rates(paper.indicators[place], percent)
        guard rates.bound != nil || rates.target != nil,
          words.name(paper.indicators[place].indicator.title, in: submission.document.text)
        else { continue }
        guard rates.isUnder(floor.value) else {
          report.pass()
          continue
        }
        let row = paper.indicators[place]
        let low = rates.under(floor.value, row.indicator)
        report.report(finding(low, row.indicator, floor, record, row.group, submission))
      }
    }
  }

  /// The figures of an indicator that are rates with a lower bound or bare numbers.
  private struct Rates {
    let bound: Quantity?
    let target: Quantity?

    init(_ row: borrowing IndicatorRow, _ percent: UnitID) {
      bound =
        row.unitOfBound == percent && row.indicator.comparator?.isUpper != true ? row.bound : nil
      target =
        row.unitOfTarget == percent && row.indicator.comparatorOfTarget?.isUpper != true
        ? row.target : nil
    }

    /// Whether one of them is under a floor.
    func isUnder(_ floor: Quantity) -> Bool {
      if let bound, bound < floor { return true }
      if let target, target < floor { return true }
      return false
    }

    /// The fields of the figures that are under a floor, with their roles.
    func under(_ floor: Quantity, _ indicator: Indicator) -> [(role: String, field: Field)] {
      var low: [(role: String, field: Field)] = []
      if let bound, bound < floor, let field = indicator.bound { low.append(("bound", field)) }
      if let target, target < floor, let field = indicator.target { low.append(("target", field)) }
      return low
    }
  }

  private static func finding(
    _ low: [(role: String, field: Field)], _ indicator: Indicator, _ floor: StatedFloor,
    _ record: Record, _ group: FieldName, _ submission: Submission
  ) -> Finding {
    let item = (group: group, place: indicator.place)
    let percent = submission.profile.units.unit(named: "%") ?? .none
    var values = low.map {
      submission.evidence($0.role, $0.field, record: record, item: item, unit: percent)
    }
    let stated = values.last
    values.append(floor.evidence(record, submission))
    let name = submission.name(record.id)
    let number = indicator.place + 1
    let title = submission.document.string(indicator.title)
    let value = stated?.value ?? ""
    let at = submission.at(low.last?.field.printed)
    let quote = submission.document.string(floor.sentence)
    var finding = Finding(
      check: entry.id, severity: .warning, verdict: .broken,
      subject: stated?.subject ?? Subject(record: record.id),
      message: .worded(
        zh: "\(name.zh)指标\(number)“\(title)”为 \(value)%\(at.zh)，低于本表备注所定的 \(floor.value)："
          + "“\(quote)”。请填报单位说明或更正。",
        en: "\(name.opening.en) indicator \(number) “\(title)” is \(value) %\(at.en), under the "
          + "\(floor.value) that the form's own note demands: “\(quote)”. The unit that reported it "
          + "can explain or correct it."),
      values: values)
    if let quantity = low.last?.field.quantity, let a = Reading(quantity),
      let b = Reading(floor.value)
    {
      finding.difference = Ladder(b, a)?.difference()
    }
    return finding
  }

  /// Items under the amount from which the summary lists them.
  private static func threshold(_ paper: Workpaper, _ report: inout CheckReport) {
    guard let stated = StatedThreshold(paper.submission) else { return }
    for (row, amount) in paper.amounts.enumerated() where paper.isAddend[row] {
      guard let amount else { continue }
      guard amount.reading.isLess(than: stated.reading) else {
        report.pass()
        continue
      }
      // A row whose form states enough is misprinted, and AG01 says so.
      if let link = paper.submission.link(ofRow: row), !link.isUnsure,
        let total = paper.totals[link.detail], !total.reading.isLess(than: stated.reading)
      {
        continue
      }
      report.report(stated.finding(entry.id, amount, paper.submission))
    }
  }
}

extension OwnRule {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "文件自己写明的规则得到遵守：备注所定的最低比率、汇总表所定的起列金额。",
      en: """
        Whether the papers keep the rules that they state: the least rate of the form's \
        note, the least amount of the summary.
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
