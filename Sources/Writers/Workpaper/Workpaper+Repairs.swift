internal import TieoutModel

extension Workpaper {
  /// All repairs: what stood there, what stands there now, and why.
  func repairSheet() -> Sheet {
    var sheet = Sheet(word("修复", "Repairs"), widths: [6, 8, 10, 14, 26, 34, 34, 50, 34, 9, 14, 26])
    sheet.addHead([
      word("编号", "Id"), word("规则", "Rule"), word("状态", "State"), word("记录", "Record"),
      word("名称", "Name"), word("原印", "As printed"), word("修复后", "As repaired"),
      word("依据", "Evidence"), word("其他可能", "Alternatives"), word("得分", "Score"),
      word("位置", "Place"), word("复核意见", "Review"),
    ])
    sheet.frozenColumns = 1
    let blank = word("（空）", "(blank)")
    func shown(_ cells: [String]) -> String {
      cells.map { $0.isEmpty ? blank : $0 }.joined(separator: " ¦ ")
    }
    func lines(_ messages: [Message]) -> String {
      messages.map { $0.text(language) }.joined(separator: "\n")
    }
    for (index, repair) in submission.repairs.enumerated() {
      let place = repair.cells.first { !$0.isEmpty }.map { submission.place(of: $0, language) }
      sheet.add([
        .text("r\(index + 1)"), .text(repair.rule), .text(repair.state.word(language)),
        .text(repair.record.map { record($0) } ?? ""),
        .text(repair.record.flatMap { names[$0] } ?? ""),
        .text(shown(repair.before)), .text(shown(repair.after)), .text(lines(repair.evidence)),
        .text(lines(repair.alternatives)), .text(repair.score ?? ""), .text(place ?? ""),
        .blank(.entry),
      ])
      if let target = repair.record.flatMap({ targets[$0] }) {
        sheet.link(CellPlace(row: index + 1, column: 3), to: target)
      }
    }
    sheet.filterTable()
    let state = CellPlace(row: 1, column: 2)
    let last = CellPlace(row: submission.repairs.count, column: 2)
    for kind in Repair.State.allCases {
      let colour: CellColour =
        switch kind {
        case .proved, .accepted: .green
        case .likely: .grey
        case .offered, .rejected: .yellow
        }
      sheet.colour(
        state, last, where: "\(state.name)=\"\(kind.word(language))\"", colour)
    }
    return sheet
  }

  /// What became of each character, and the text that nobody claimed.
  func ledgerSheet() -> Sheet {
    var sheet = Sheet(word("字符台账", "Ledger"), widths: [30, 16, 14, 70])
    sheet.isPortrait = true
    sheet.addHead([
      word("去向", "Account"), word("字符数", "Characters"), word("占比", "Share"),
      word("说明", "Meaning"),
    ])
    let totals = submission.ledgerTotals()
    let accounts = [
      (word("数值", "values"), totals.values, word("成为记录里的值", "became a value of a record")),
      (word("标签", "labels"), totals.labels, word("表头、栏目名称", "headings and names of fields")),
      (
        word("固定文字", "boilerplate"), totals.boilerplate,
        word("同类材料都有的文字", "what every paper of the family repeats")
      ),
      (word("格式符号", "markup"), totals.markup, word("格式的符号", "signs of the format")),
      (
        word("未归位", "unplaced"), totals.unplaced,
        word("没有归到任何位置，列在下面", "claimed by nothing; listed below")
      ),
    ]
    func number(_ count: Int) -> Quantity { Quantity(digits: Int64(count), scale: 0) }
    let end = accounts.count + 1
    for (index, account) in accounts.enumerated() {
      let row = index + 2
      sheet.add([
        .text(account.0, .label), .count(account.1),
        Cell(
          value: .formula(
            "IF(B$\(end + 1)=0,0,ROUND(B\(row)/B$\(end + 1),4))",
            share(account.1, totals.scalars)), style: .share),
        .text(account.2),
      ])
    }
    sheet.add([
      .text(word("合计", "Total"), .totalLabel),
      Cell(value: .formula("SUM(B2:B\(end))", number(totals.scalars)), style: .total(0)),
      .blank(.totalLabel),
      Cell(
        value: .wording(
          "IF(B\(end + 1)=\(totals.scalars),\"\(word("与输入的字符数相符", "equals the input"))\",\"✗\")",
          totals.balances ? word("与输入的字符数相符", "equals the input") : "✗"),
        style: .totalLabel),
    ])
    sheet.add([])
    sheet.add(
      [word("未归位的文字", "Unplaced text"), word("位置", "Place"), "", word("文字", "Text")].map {
        .text($0, .head)
      })
    for (index, run) in submission.unplaced().enumerated() {
      sheet.add([
        .count(index + 1), .text(submission.place(of: run, language)), .blank(),
        .text(submission.document.string(run)),
      ])
    }
    return sheet
  }

  /// A part of a whole, in ten-thousandths, rounded as spreadsheets round.
  private func share(_ part: Int, _ whole: Int) -> Quantity {
    guard whole > 0 else { return .zero }
    return Quantity(digits: Int64((part * 20_000 + whole) / (2 * whole)), scale: 4)
  }
}
