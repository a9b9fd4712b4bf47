import TieoutModel

/// RL01: what the papers themselves demand is kept.
///
/// The least rate stands in a form's footnote and is quoted from there; the least amount of an item
/// stands above the summary. A rate is an indicator measured in %, with a lower bound or a bare
/// number, whose name has one of the profile's words for rates: a footnote on 率 says nothing about
/// a share (`报销比例`). Not for rates of which less is better.
enum OwnRule: Check {
  static let entry = CatalogueEntry(
    id: "RL01", name: "own-rule-broken",
    title: Message(zh: "文件自身规定得到遵守", en: "The papers keep their own rules"))

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    rates(submission, &report)
    threshold(submission, &report)
  }

  private static func rates(_ submission: Submission, _ report: inout CheckReport) {
    let words = RateWords(submission.profile)
    let groups = IndicatorColumns.all(submission.profile)
    var last: (footnote: Slice, floor: StatedFloor?)?
    for record in submission.details {
      guard let footnote = record[submission.profile.detail.footnote]?.printed else { continue }
      // Forms of one family share their footnote.
      if let known = last, submission.document.same(known.footnote, footnote) {
        last = (footnote, known.floor?.moved(from: known.footnote, to: footnote))
      } else {
        last = (footnote, StatedFloor(in: footnote, words, submission))
      }
      guard let floor = last?.floor else { continue }
      for columns in groups {
        guard let group = record.group(columns.group) else { continue }
        for (place, item) in group.items.enumerated() {
          let indicator = columns.read(item, place: place)
          guard let low = lowRates(indicator, words, floor.value, submission) else { continue }
          if low.isEmpty {
            report.pass()
          } else {
            report.report(finding(low, indicator, floor, record, columns.group, submission))
          }
        }
      }
    }
  }

  /// The figures of a rate that are under the floor; `nil` where the indicator is no rate.
  private static func lowRates(
    _ indicator: Indicator, _ words: RateWords, _ floor: Quantity, _ submission: Submission
  ) -> [(role: String, field: Field)]? {
    func isRate(_ field: Field?, _ unit: UnitID, _ comparator: Comparator?) -> Bool {
      field?.quantity != nil && comparator?.isUpper != true
        && submission.profile.units.name(unit) == "%"
    }
    var figures: [(role: String, field: Field)] = []
    if let bound = indicator.bound,
      isRate(bound, submission.boundUnit(indicator), indicator.comparator)
    {
      figures.append(("bound", bound))
    }
    if let target = indicator.target,
      isRate(target, submission.targetUnit(indicator), indicator.comparatorOfTarget)
    {
      figures.append(("target", target))
    }
    guard !figures.isEmpty, words.name(indicator.title, in: submission.document.text) else {
      return nil
    }
    return figures.filter { ($0.field.quantity ?? floor) < floor }
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
      message: Message(
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
  private static func threshold(_ submission: Submission, _ report: inout CheckReport) {
    guard let stated = StatedThreshold(submission) else { return }
    let context = MoneyContext(submission)
    for row in submission.summary.rows.indices {
      guard !submission.isNoAddend(submission.summary.rows[row]),
        let amount = submission.amount(ofRow: row, context)
      else { continue }
      guard amount.reading.isLess(than: stated.reading) else {
        report.pass()
        continue
      }
      // A row whose form states enough is misprinted, and AG01 says so.
      if let link = submission.link(ofRow: row), !link.isUnsure,
        let total = submission.total(ofDetail: link.detail, context),
        !total.reading.isLess(than: stated.reading)
      {
        continue
      }
      report.report(stated.finding(entry.id, amount, submission))
    }
  }
}
