import TieoutModel

extension FootingFinding {
  /// A total or an addend is missing.
  func undecided() -> Finding {
    let missing = footing.rows.missing
    var message = Message(
      zh: "汇总表合计无法核对：", en: "The summary's total cannot be verified: ")
    if footing.total == nil {
      message.zh += "未见可辨认的合计。"
      message.en += "no readable total is printed."
    } else {
      let lines = footing.unreadableLines.map { submission.document.string($0.printed) }
      let names =
        missing.map { submission.name(submission.summary.rows[$0].id) }
        + lines.map { .worded(zh: "“\($0)”", en: "“\($0)”") }
      message.zh += names.map(\.zh).joined(separator: "、") + "的金额空白或无法辨认。"
      message.en += "the amount is blank or unreadable in "
      message.en += names.map(\.en).joined(separator: ", ") + "."
    }
    var finding = open(message)
    if missing.count == 1, let total = footing.total, let sum = footing.rows.sum,
      let gap = total.reading.without(sum)
    {
      complete(&finding, row: missing[0], gap: gap, total)
    }
    return finding
  }

  /// A blank row, where the total leaves nothing for it.
  func blankIsNothing() -> Finding {
    let names = footing.rows.blanks.map { submission.name(submission.summary.rows[$0].id) }
    return Finding(
      check: check, severity: .note, verdict: .exact, subject: subject,
      message: Message(
        zh: names.map(\.zh).joined(separator: "、") + "金额空白，其余各项之和恰等于合计，按 0 计。",
        en: "The amount is blank in " + names.map(\.en).joined(separator: ", ")
          + "; the other rows add up to the total, so it counts as 0."),
      values: stated + [footing.rows.sum.map { computed("rows", $0) }].compactMap(\.self))
  }

  /// Rows and forms do not stand one to one.
  func unpaired(rows: Int, pairs: Int) -> Finding {
    open(
      .worded(
        zh: "汇总表 \(rows) 项与明细表 \(submission.details.count) 张中确定配对 \(pairs) 对，"
          + "明细之和暂不与合计比较；请先解决未配对的项目。",
        en: "\(pairs) of \(rows) rows and \(submission.details.count) forms are surely paired, so "
          + "the forms' sum is not compared with the total; settle the others first."))
  }

  /// A form's total is missing.
  func incompleteDetails() -> Finding {
    let missing = footing.details.missing
    let names = missing.map { submission.name(submission.details[$0].id) }
    return open(
      Message(
        zh: names.map(\.zh).joined(separator: "、") + "的合计空白或无法辨认，明细之和无法核对。",
        en: "The total is blank or unreadable in " + names.map(\.en).joined(separator: ", ")
          + ", so the forms' sum cannot be verified."))
  }

  private func open(_ message: Message) -> Finding {
    var finding = Finding(
      check: check, severity: .review, verdict: .open, subject: subject, message: message,
      values: stated)
    if let sum = footing.rows.sum, footing.rows.count > 0 {
      finding.values.append(computed("rows", sum))
    }
    return finding
  }

  /// Says what the one missing addend would have to be, and whether its form states just that.
  private func complete(
    _ finding: inout Finding, row: Int, gap: Reading, _ total: MoneyPlace
  ) {
    let value = computed("missing", gap).value
    let form = submission.sureDetail(ofRow: row).flatMap { paper.totals[$0] }
    let verdict = form.flatMap { Ladder($0.reading, gap)?.verdict }
    guard let form, verdict == .exact || verdict == .rounded else {
      finding.message.zh += "若合计无误，应为 \(value)。"
      finding.message.en += " If the total is right, it must be \(value)."
      return
    }
    finding.values.append(submission.evidence(form))
    if verdict == .exact {
      finding.suggested = (
        form.value,
        Message(zh: "合计减其余各项与明细表合计相同", en: "total less other rows equals the form's total")
      )
      finding.message.zh += "若合计无误，应为 \(value)。其明细表合计正是此数。"
      finding.message.en +=
        " If the total is right, it must be \(value). Its form states just that."
    } else {
      finding.suggested = (
        form.value,
        .worded(
          zh: "合计减其余各项为 \(value)，四舍五入后与明细表合计相同",
          en: "total less other rows is \(value), after rounding the form's total")
      )
      finding.message.zh += "其明细表合计为 \(form.value)，与合计减其余各项所余 \(value) 四舍五入后一致。"
      finding.message.en +=
        " Its form states \(form.value), which agrees after rounding with the \(value) that the "
        + "total leaves for it."
    }
  }
}
