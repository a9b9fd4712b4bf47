import TieoutModel

/// FT03: subtotals, headed groups, carry-forwards and the totals of further columns add up.
///
/// A heading with an amount is the sum of the rows below it, up to the next heading of its kind; a
/// subtotal that of the rows above it; a carry-forward that of all rows so far. Where one row that
/// disagrees with its form explains the difference, it is that finding's (AG01). Open where an
/// addend is unreadable.
enum GroupSubtotals: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT03", name: "group-subtotals",
    title: Message(zh: "小计、分组与结转相符", en: "Subtotals, groups and carry-forwards add up"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let amount = submission.profile.summary.amount
    let columns = submission.profile.summary.columns.filter { $0.type == .amount }
    let hasSubtotals = submission.summary.pieces.contains { piece in
      piece.lines.contains { $0.owner == .subtotal && $0.label != .part }
    }
    for column in columns {
      let isMain = column.name == amount
      let total = isMain ? nil : submission.summary.total?[column.name]
      guard hasSubtotals || total != nil else { continue }
      let lines = SubtotalLines(column, paper)
      for line in lines.subtotals {
        check(line.field, line.sums, column, paper, &report)
      }
      if let total { check(total, [lines.all], column, paper, &report, ofTotal: true) }
    }
  }

  private static func check(
    _ field: Field, _ sums: [SubtotalLines.Sum], _ column: ColumnSpec, _ paper: Workpaper,
    _ report: inout CheckReport, ofTotal: Bool = false
  ) {
    let submission = paper.submission
    let unit = field.unit == .none ? column.unit : field.unit
    guard let first = sums.first, let quantity = field.quantity,
      let exponent = submission.profile.units.exponent(unit),
      let stated = Reading(
        quantity, exponent: exponent, floor: paper.context.summaryFloor,
        width: submission.profile.thresholds.width)
    else { return }
    let ladders = sums.map { sum in
      sum.isReadable ? sum.reading.flatMap { Ladder(stated, $0) } : nil
    }
    for verdict in [Verdict.exact, .rounded] {
      guard let place = ladders.firstIndex(where: { $0?.verdict == verdict }) else { continue }
      return report.pass(
        verdict, tick: tick(field, sums[place], verdict, exponent, unit, column, submission))
    }
    if !ofTotal, sums.contains(where: { isExplained($0, stated, paper) }) {
      return report.pass(.broken)
    }
    guard let reading = first.reading, let ladder = Ladder(stated, reading) else { return }
    report.report(
      finding(field, first, ladder, exponent, unit, ofTotal: ofTotal, column, submission))
  }

  /// The tick of a subtotal and the rows that add up to it.
  private static func tick(
    _ field: Field, _ sum: SubtotalLines.Sum, _ verdict: Verdict, _ exponent: Int, _ unit: UnitID,
    _ column: ColumnSpec, _ submission: Submission
  ) -> Tick {
    let subject = Subject(record: "summary", field: submission.profile.name(column.name))
    let name = submission.profile.units.name(unit)
    let added = sum.reading.map {
      DecimalText.text($0.value, scale: $0.scale + exponent, least: max(0, $0.decimals + exponent))
    }
    return Tick(
      entry.id, verdict,
      values: [
        Finding.Evidence(
          role: "subtotal", subject: subject, printed: field.printed,
          value: submission.text(field), unit: name),
        Finding.Evidence(
          role: "rows", subject: subject, printed: .none, value: added ?? "", unit: name),
      ], addends: sum.rows.count)
  }

  /// Whether one row that disagrees with its form accounts for the difference.
  private static func isExplained(
    _ sum: SubtotalLines.Sum, _ stated: Reading, _ paper: Workpaper
  ) -> Bool {
    guard sum.isMain, let reading = sum.reading else { return false }
    return sum.rows.contains { row in
      guard let link = paper.submission.link(ofRow: row), !link.isUnsure,
        let amount = paper.amounts[row], let total = paper.totals[link.detail],
        !amount.equals(total), let rest = reading.without(amount.reading),
        let mended = Reading.sum(rest, total.reading)
      else { return false }
      return Ladder(stated, mended)?.verdict == .exact
    }
  }

  private static func finding(
    _ field: Field, _ sum: SubtotalLines.Sum, _ ladder: Ladder, _ exponent: Int, _ unit: UnitID,
    ofTotal: Bool, _ column: ColumnSpec, _ submission: Submission
  ) -> Finding {
    let isOpen = !sum.isReadable
    let name = submission.profile.name(column.name)
    let label = column.labels.first.map(submission.profile.labels.word) ?? name
    let record = ofTotal ? "summary/total" : "summary"
    let subject = Subject(record: record, field: name)
    let units = submission.profile.units.name(unit)
    let added = DecimalText.text(
      ladder.right.value, scale: ladder.right.scale + exponent,
      least: max(0, ladder.right.decimals + exponent))
    let stated = submission.text(field)
    let difference = ladder.difference(exponent: exponent)
    let at = submission.at(field.printed)
    let what =
      ofTotal
      ? Message(zh: "合计", en: "total") : Message(zh: "小计", en: "subtotal")
    let words = isOpen ? Verdict.open.words : ladder.verdict.words
    let rows = sum.rows.map { submission.summary.rows[$0].id }
    var finding = Finding(
      check: entry.id,
      severity: isOpen ? .review : ladder.verdict.severity(broken: .error),
      verdict: isOpen ? .open : ladder.verdict, subject: subject, records: [record] + rows,
      message: .worded(
        zh: "汇总表“\(label)”栏\(what.zh) \(stated) \(units)\(at.zh)与\(sum.rows.count)项之和 "
          + "\(added) \(units)：\(words.zh)，相差 \(difference) \(units)。请核对原件。",
        en:
          "The summary's \(what.en) \(stated) \(units)\(at.en) of column “\(label)” and the sum of "
          + "\(sum.rows.count) rows, \(added) \(units): \(words.en), by \(difference) \(units). The "
          + "paper settles it."),
      values: [
        Finding.Evidence(
          role: "subtotal", subject: subject, printed: field.printed, value: stated, unit: units),
        Finding.Evidence(
          role: "rows", subject: subject, printed: .none, value: added, unit: units),
      ],
      identity: (subject, rows.first ?? ""))
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    if let left = ladder.left.quantity, let right = ladder.right.quantity {
      finding.diagnosis = DigitSlip.diagnose(left, right)
      if finding.diagnosis == [.lookAlike] { finding.attribution = .ocr }
    }
    return finding
  }
}

extension GroupSubtotals {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "小计、带金额的分组标题、结转数等于所属各行之和；合计行的其他金额列也各自加得起来。",
      en: """
        Subtotals, headings with an amount and carry-forwards are the sums of their rows, \
        and the further columns add up to their totals.
        """),
    why: Message(
      zh: "小计错而合计对，说明有两处错相互抵消，或合计另行计算。",
      en: """
        A wrong subtotal under a right total hides two mistakes, or shows that the total \
        was made elsewhere.
        """),
    example: Message(
      zh: "三行 10、20、30 之后的小计为 61。",
      en: "A subtotal of 61 under rows of 10, 20 and 30."),
    unless: Message(
      zh: "没有印出小计；差额全由一行与其明细表不符造成的，归 AG01。",
      en: """
        None is printed; one row that disagrees with its form explains the difference \
        (AG01).
        """),
    decided: Message(
      zh: "同 FT01；加数读不出则未决。",
      en: "As FT01; open where an addend is unreadable."))
}
