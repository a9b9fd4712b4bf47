import TieoutModel

/// FT03: subtotals, headed groups, carry-forwards and the totals of further columns add up.
///
/// A heading with an amount is the sum of the rows below it, up to the next heading of its kind; a
/// subtotal that of the rows above it; a carry-forward that of all rows so far. Where one row that
/// disagrees with its form explains the difference, it is that finding's (AG01). Open where an
/// addend is unreadable. So do the rows of a form that add up its lines (`LineSums`).
enum GroupSubtotals: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT03", name: "group-subtotals",
    title: Message(zh: "小计、分组与结转相符", en: "Subtotals, groups and carry-forwards add up"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    defer { LineSums.run(entry.id, paper, &report) }
    let submission = paper.submission
    let amount = submission.profile.summary.amount
    let columns = submission.profile.summary.columns.filter { $0.type == .amount }
    let hasSubtotals = submission.summary.pieces.contains { piece in
      piece.lines.contains { $0.owner == .subtotal && $0.label != .part && !$0.isSigned }
    }
    for column in columns {
      let isMain = column.name == amount
      // What the profile says that the column foots to is FT01's.
      let isDeclared = submission.profile.relations.contains {
        $0.kind == .foot && $0.result.field == column.name
      }
      let total = isMain || isDeclared ? nil : submission.summary.total?[column.name]
      guard hasSubtotals || total != nil else { continue }
      let lines = SubtotalLines(column, paper)
      for line in lines.subtotals {
        check(line.field, line.sums, column, paper, &report)
      }
      if let total { check(total, lines.all, column, paper, &report, ofTotal: true) }
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
      guard let place = ladders.firstIndex(where: { $0?.verdict == verdict }),
        let ladder = ladders[place]
      else { continue }
      return report.pass(
        verdict,
        tick: Tick(
          entry.id, verdict,
          values: evidence(field, ladder, exponent, unit, ofTotal: ofTotal, column, submission),
          addends: sums[place].rows.count))
    }
    if !ofTotal, sums.contains(where: { isExplained($0, stated, paper) }) {
      return report.pass(.broken)
    }
    guard let reading = first.reading, let ladder = Ladder(stated, reading) else { return }
    report.report(
      finding(field, first, ladder, exponent, unit, ofTotal: ofTotal, column, submission))
  }

  /// Whether one row that disagrees with its form accounts for the difference.
  private static func isExplained(
    _ sum: SubtotalLines.Sum, _ stated: Reading, _ paper: Workpaper
  ) -> Bool {
    guard sum.isMain, let reading = sum.reading else { return false }
    return sum.rows.contains { row in
      guard let detail = paper.submission.sureDetail(ofRow: row),
        let amount = paper.amounts[row], let total = paper.totals[detail],
        !amount.equals(total), let rest = reading.without(amount.reading),
        let mended = Reading.sum(rest, total.reading)
      else { return false }
      return Ladder(stated, mended)?.verdict == .exact
    }
  }

  /// The printed figure and the sum of the rows.
  private static func evidence(
    _ field: Field, _ ladder: Ladder, _ exponent: Int, _ unit: UnitID, ofTotal: Bool,
    _ column: ColumnSpec, _ submission: Submission
  ) -> [Finding.Evidence] {
    let subject = Subject(
      record: ofTotal ? "summary/total" : "summary", field: submission.profile.name(column.name))
    let units = submission.profile.units.name(unit)
    let added = DecimalText.text(
      ladder.right.value, scale: ladder.right.scale + exponent,
      least: max(0, ladder.right.decimals + exponent))
    return [
      Finding.Evidence(
        role: "subtotal", subject: subject, printed: field.printed, value: submission.text(field),
        unit: units),
      Finding.Evidence(role: "rows", subject: subject, printed: .none, value: added, unit: units),
    ]
  }

  private static func finding(
    _ field: Field, _ sum: SubtotalLines.Sum, _ ladder: Ladder, _ exponent: Int, _ unit: UnitID,
    ofTotal: Bool, _ column: ColumnSpec, _ submission: Submission
  ) -> Finding {
    let isOpen = !sum.isReadable
    let name = submission.profile.name(column.name)
    let label = submission.printedWord(column)
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
    let lines = sum.signed == .zero ? Message(zh: "", en: "") : SignedLines.words
    var finding = Finding(
      check: entry.id,
      severity: isOpen ? .review : ladder.verdict.severity(broken: .error),
      verdict: isOpen ? .open : ladder.verdict, subject: subject, records: [record] + rows,
      message: .worded(
        zh: "汇总表“\(label)”栏\(what.zh) \(stated) \(units)\(at.zh)与\(sum.rows.count)项之和\(lines.zh) "
          + "\(added) \(units)：\(words.zh)，相差 \(difference) \(units)。请核对原件。",
        en:
          "The summary's \(what.en) \(stated) \(units)\(at.en) of column “\(label)” and the sum of "
          + "\(sum.rows.count) rows\(lines.en), \(added) \(units): \(words.en), by \(difference) \(units). The "
          + "paper settles it."),
      values: evidence(field, ladder, exponent, unit, ofTotal: ofTotal, column, submission),
      identity: (subject, rows.first ?? ""))
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    if let left = ladder.left.quantity, let right = ladder.right.quantity {
      finding.diagnosis = DigitSlip.diagnose(left, right)
    }
    return finding
  }
}

extension GroupSubtotals {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "小计、分组行金额、承前页与过次页，合计行其他各栏，以及明细表内各行的小计与合计，与所属各行之和一致。",
      en: """
        Foot each subtotal, each headed group, each carry-forward, the further columns of \
        the total, and the sums of the lines inside a form.
        """),
    why: Message(
      zh: "小计把差错限定在一组之内，比合计更容易查到。",
      en: """
        A subtotal narrows an error down to its group, where the total only shows that \
        there is one.
        """),
    example: Message(
      zh: "“一、甲局”为 512.40，其下各行相加 521.40：不一致，相差 9.00。",
      en: """
        “I. Office A” says 512.40, the rows below it add up to 521.40: they disagree, by \
        9.00.
        """),
    unless: Message(
      zh: """
        没有小计；某行与其明细表不符足以解释差额，则归 AG01；某行金额读不出则未决；与合计相\
        同的差额归入 FT01。
        """,
      en: """
        There is no subtotal; a row that disagrees with its form explains the difference \
        (AG01); an amount that is unreadable leaves it open; a difference that the total \
        shares is put under FT01.
        """),
    decided: Message(
      zh: """
        分组可一直到下一分组或更后的分组，小计可为本组、本页或累计：任一相等即通过；四舍五入相合\
        也通过；都不相等为错误。
        """,
      en: """
        A group may end at the next heading or a later one, a subtotal may be of its group, \
        its page or all rows so far: one that agrees is enough, after rounding too; none is \
        an error.
        """))
}
