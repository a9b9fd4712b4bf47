import TieoutModel

/// FT04: the parts of a form add up to its total.
///
/// Parts that are printed as part of another are no addends. A blank is absent: taken as 0 where the
/// total proves it, and else what keeps the check open. A form whose parts are all blank says
/// nothing, and lone parts that are printed as some of the total may be less, never more. Fields that
/// the profile relates as parts and sum add up as well, and lines that begin with their whole
/// (`LinesOfWhole`).
enum CrossFoot: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT04", name: "cross-foot-a-record",
    title: Message(zh: "资金来源合计等于总额", en: "The parts of a form add up to its total"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    parts(paper, &report)
    LinesOfWhole.run(entry.id, paper, &report)
    var sums = paper.submission.profile.rules.relations.filter { $0.kind == .sum }
    while let first = sums.first {
      DeclaredSum.run(entry.id, sums.filter { $0.result == first.result }, paper, &report)
      sums.removeAll { $0.result == first.result }
    }
  }

  private static func parts(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    defer { StatedRelations.run(entry.id, paper, &report) }
    for (detail, total) in paper.totals.enumerated() {
      guard let total else { continue }
      for group in paper.context.parts.indices {
        guard let isFooted = paper.isFooted(detail, group) else {
          beyond(total, detail, paper.context.parts[group], paper, &report)
          continue
        }
        if isFooted {
          report.pass(
            tick: submission.tick(
              entry.id, total, parts: paper.parts(ofDetail: detail, group)))
          continue
        }
        guard let parts = paper.parts(ofDetail: detail, group), let sum = parts.sum else {
          continue
        }
        if let ladder = Ladder(total.reading, sum.reading), ladder.verdict == .exact {
          report.pass(tick: submission.tick(entry.id, total, parts: parts))
          continue
        }
        guard let fact = paper.fact(ofDetail: detail) else { continue }
        let deviation = fact.deviations.first { $0.places.contains { $0.equals(sum) } }
        if deviation == nil, parts.mayHold(whatIsMissingTo: total) {
          report.report(open(parts, sum, total, submission))
        } else if let deviation, deviation.first.kind == .parts, !deviation.isUnitSlip {
          report.report(finding(fact, deviation, parts, submission))
        }
      }
    }
  }

  /// Finds a part of the total (`其中：财政资金`) that is more than all of it; where another place states
  /// the part's figure, the total is what is wrong, and AG01 speaks of it.
  private static func beyond(
    _ total: MoneyPlace, _ detail: Int, _ columns: PartColumns, _ paper: Workpaper,
    _ report: inout CheckReport
  ) {
    let submission = paper.submission
    let record = submission.details[detail]
    let items = record.group(columns.group)?.items ?? []
    // Sources that stand unmarked beside them may be of another sum, and less than nothing has no parts.
    guard total.reading.value > 0,
      items.allSatisfy({ $0[columns.amount] == nil || submission.isMarked($0, columns) })
    else {
      return
    }
    for (place, item) in items.enumerated() {
      // A source that is listed for each of several sums may be of a greater one.
      let isOfSeveral = items.count { $0[columns.source]?.value == item[columns.source]?.value } > 1
      let part = submission.place(
        .parts, of: record.id, item: (columns.group, place), field: item[columns.amount],
        unit: columns.unit, floor: paper.context.floor(columns.unit, submission.profile))
      guard !isOfSeveral, let part, let ladder = Ladder(total.reading, part.reading),
        ladder.verdict == .broken, total.reading.isLess(than: part.reading),
        let fact = paper.fact(ofDetail: detail), !fact.others.contains(where: { $0.equals(part) })
      else { continue }
      let left = submission.name(total), right = submission.name(part, after: total)
      let gap = ladder.difference(exponent: total.exponent)
      let unit = submission.profile.units.name(total.unit)
      var finding = Finding(
        check: entry.id, severity: .error, verdict: .broken, subject: submission.subject(part),
        message: .worded(
          zh: "\(right.zh)是其中的一部分，却比\(left.zh)多 \(gap) \(unit)。请核对原件。",
          en:
            "\(right.opening.en) is part of \(left.en), but \(gap) \(unit) more. The paper settles it."
        ),
        values: [total, part].map { submission.evidence($0) })
      finding.difference = gap
      finding.differenceInYuan = ladder.difference()
      if let whole = total.yuan, let own = part.yuan {
        finding.diagnosis = DigitSlip.diagnose(whole, own)
      }
      return report.report(finding)
    }
  }

  private static func finding(
    _ fact: MoneyFact, _ deviation: MoneyFact.Deviation, _ parts: Parts, _ submission: Submission
  ) -> Finding {
    var finding = submission.finding(entry.id, fact, deviation, broken: .error)
    if parts.addends.count > 1 { finding.values += parts.addends.map { submission.evidence($0) } }
    finding.slack = parts.sum.flatMap { Ladder($0.reading, fact.total.reading) }?
      .slack(exponent: fact.total.exponent)
    return finding
  }

  private static func open(
    _ parts: Parts, _ sum: MoneyPlace, _ total: MoneyPlace, _ submission: Submission
  ) -> Finding {
    let missing = parts.blanks + parts.unreadable.count
    let left = submission.name(total), right = submission.name(sum, after: total)
    let gap = Ladder(total.reading, sum.reading)?.difference(exponent: total.exponent) ?? ""
    let unit = submission.profile.units.name(total.unit)
    var finding = Finding(
      check: entry.id, severity: .review, verdict: .open, subject: submission.subject(total),
      message: .worded(
        zh: "\(left.zh)与\(right.zh)相差 \(gap) \(unit)，但有\(missing)项来源空白或无法辨认；"
          + "请在原件上核对这些来源。",
        en:
          "\(left.opening.en) and \(right.en) differ by \(gap) \(unit), but \(missing) parts are blank or "
          + "unreadable; the paper settles what they hold."),
      values: ([total] + parts.addends).map { submission.evidence($0) })
    finding.difference = gap
    return finding
  }
}

extension CrossFoot {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "明细表各资金来源之和等于其合计（横加）；执行情况各行之和等于首行总额；汇总表一行的分项之和等于其金额。",
      en: """
        Cross-foot a form: its sources of funding add up to its total, the lines of its \
        execution to the first of them, the parts of a summary row to its amount.
        """),
    why: Message(
      zh: "拆分加不回总额，就说明钱的来路不清。",
      en: "Parts that do not make the whole leave it unsaid where the money comes from."),
    example: Message(
      zh: "合计 512.40，财政 500.00，自筹 21.40：相差 9.00。",
      en: "Total 512.40, from the budget 500.00, own 21.40: they differ by 9.00."),
    unless: Message(
      zh: """
        标明“其中”的部分不作加数（其前没有别的来源时，是总额的一部分，仍作加数）；各部分全空则不检\
        查；空白正好补足差额的，未决；某一部分的栏目未印出，或各行都加不起来，则不检查。来源按期并列的，\
        只加与总额同期的各项。
        """,
      en: """
        Parts marked 其中 are no addends (unless none stands before them: then they are parts \
        of the total); a form whose parts are all blank says nothing; a blank that may hold \
        just what is missing leaves it open; a part whose label is not printed, or columns that \
        add up nowhere, leave nothing to check. Of sources that are listed anew for each of \
        several sums, those of the total are added.
        """),
    decided: Message(
      zh: "同 FT01；汇总表和指标的数字列在旁边，作为多数的依据；“其中”一项多于总额也是错误。",
      en: """
        As FT01; the figures of the summary and of indicators stand beside it for the \
        majority. A part marked 其中 that is more than the total is an error too.
        """))
}
