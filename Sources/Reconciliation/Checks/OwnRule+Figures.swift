import TieoutModel

extension OwnRule {
  /// Holds figures of rows, forms or lines against what a sentence demands.
  static func figures(_ rule: StatedRule, _ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    var demands = StatedDemands(rule, paper)
    let all = rule.figure.isOfSummary ? submission.summary.rows : submission.details
    let records = all.span
    var side = RelationSide()
    for place in records.indices {
      if rule.figure.isOfSummary, !paper.isAddend[place] { continue }
      let bounds = demands.bounds(records[place].fields, submission)
      guard !bounds.isEmpty else { continue }
      side.replaceFigures(with: rule.figure, in: records[place], submission)
      // By place: no figure is copied.
      for number in side.figures.indices {
        guard let own = side.figures[number].reading(submission) else { continue }
        for bound in bounds {
          guard let limit = limit(bound, side.figures[number].unit, paper) else { continue }
          guard bound.isLeast ? own.isLess(than: limit) : limit.isLess(than: own) else {
            report.pass()
            continue
          }
          if bound.isLeast, isMisprinted(rule.figure, place, limit, paper) { continue }
          let evidence = demands.evidence(bound, records[place], submission)
          report.report(
            finding(side.figures[number], bound, limit, own, evidence, rule, submission))
        }
      }
    }
  }

  /// The bound as the figure counts; `nil` where the two count different things.
  private static func limit(
    _ bound: StatedBound, _ unitOfFigure: UnitID, _ paper: Workpaper
  ) -> Reading? {
    let unit = bound.unit == .none ? unitOfFigure : bound.unit
    if unitOfFigure != .none, unitOfFigure != unit {
      guard paper.measure(unitOfFigure)?.base == paper.measure(unit)?.base else { return nil }
    }
    return Reading(bound.value, exponent: paper.submission.profile.units.exponent(unit) ?? 0)
  }

  /// Whether a row's amount is less than its form states, which is enough: AG01 speaks of it.
  private static func isMisprinted(
    _ place: FigureRelation.Place, _ row: Int, _ limit: Reading, _ paper: Workpaper
  ) -> Bool {
    guard place.isOfSummary, place.field == paper.submission.profile.summary.amount,
      let detail = paper.submission.sureDetail(ofRow: row), let total = paper.totals[detail]
    else { return false }
    return !total.reading.isLess(than: limit)
  }

  private static func finding(
    _ figure: RelationSide.Figure, _ bound: StatedBound, _ limit: Reading, _ own: Reading,
    _ evidence: Finding.Evidence, _ rule: StatedRule, _ submission: Submission
  ) -> Finding {
    let name = figure.words(submission)
    let words = "\(bound.value) \(submission.profile.units.name(bound.unit))"
    let quote = submission.document.string(bound.sentence)
    let (zh, en) = bound.isLeast ? ("低于", "under") : ("高于", "over")
    let subject = figure.subject(submission)
    var finding = Finding(
      check: entry.id, severity: rule.words.severity ?? .warning, verdict: .broken,
      subject: subject,
      message: .worded(
        zh: "\(name.zh)，\(zh)文件所定的 \(words)：“\(quote)”。请核对数值或依据。",
        en: "\(name.opening.en) is \(en) the \(words) that the papers themselves set: “\(quote)”. "
          + "The paper settles figure and grounds."),
      values: [
        Finding.Evidence(
          role: submission.profile.name(figure.field.name), subject: subject,
          printed: figure.field.printed, value: figure.field.quantity?.description ?? "",
          unit: submission.profile.units.name(figure.unit)),
        evidence,
      ])
    finding.add(rule.words)
    if let ladder = Ladder(limit, own) {
      let exponent = submission.profile.units.exponent(figure.unit)
      finding.difference = ladder.difference(exponent: exponent ?? 0)
      if exponent != nil { finding.differenceInYuan = ladder.difference() }
    }
    return finding
  }
}

extension RelationSide.Figure {
  /// What the figure is called, and where it is printed.
  func words(_ submission: Submission) -> Message {
    let record = submission.name(record)
    let path = submission.words(forField: submission.path(field.name, item: item))
    let value = field.quantity?.description ?? ""
    let unit = submission.profile.units.name(unit)
    let at = submission.at(field.printed)
    return .worded(
      zh: "\(record.zh) \(path.zh) \(value) \(unit)\(at.zh)",
      en: "\(record.en) \(path.en) \(value) \(unit)\(at.en)")
  }

  /// Where the figure stands.
  func subject(_ submission: Submission) -> Subject {
    Subject(record: record, field: submission.path(field.name, item: item))
  }
}
