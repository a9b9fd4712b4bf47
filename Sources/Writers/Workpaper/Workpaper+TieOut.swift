internal import TieoutModel

extension Workpaper {
  /// The columns of the tie-out.
  private enum Column: Int, CaseIterable {
    case sequence, organisation, department, name, amount, form, total, difference, mark, findings
    case note, index, remark
  }

  /// The summary's rows, each beside its form, with the sums under them.
  mutating func tieOutSheet() -> Sheet {
    var sheet = Sheet(tieOutName, widths: [7, 20, 20, 32, 13, 12, 13, 10, 7, 8, 16, 12, 26])
    let unit = submission.profile.units.name(tieOut.unit)
    let suffix = unit.isEmpty ? "" : word("（\(unit)）", " (\(unit))")
    sheet.addHead([
      word("序号", "No."), word("单位", "Organisation"), word("主管部门", "Department"),
      word("名称", "Name"), word("汇总表金额", "Summary amount") + suffix, word("明细表", "Form"),
      word("明细表合计", "Form total") + suffix, word("差额", "Difference") + suffix,
      word("标记", "Mark"), word("问题", "Findings"), word("备注", "Note"), word("索引号", "Index"),
      word("审计说明", "Remarks"),
    ])
    sheet.frozenColumns = Column.amount.rawValue
    for (index, row) in submission.summary.rows.enumerated() {
      let link = submission.link(ofRow: index)
      add(row, form: link.map { submission.details[$0.detail] }, link: link, to: &sheet)
    }
    for (index, form) in submission.details.enumerated()
    where submission.link(ofDetail: index) == nil {
      add(nil, form: form, link: nil, to: &sheet)
    }
    sheet.filterTable()
    addSums(to: &sheet)
    colour(&sheet)
    return sheet
  }

  private func add(_ row: Record?, form: Record?, link: Link?, to sheet: inout Sheet) {
    let summary = submission.profile.summary
    let place = sheet.rows.count
    func field(_ name: FieldName?) -> Cell { .text(row?[name].map { submission.text($0) } ?? "") }
    let amount = row.flatMap { tieOut.amount(of: $0, submission) }
    let total = form.flatMap { tieOut.amount(of: $0, submission) }
    let name = row.flatMap { names[$0.id] } ?? form.flatMap { names[$0.id] } ?? ""
    let difference = link.flatMap { tieOut.difference($0, submission) }
    let verdict = link.map { tieOut.verdict($0, submission) }
    let touching = [row, form].compactMap { $0 }.flatMap { findings[$0.id] ?? [] }
    let number = row?[summary.sequence].map { submission.text($0) }
    sheet.add([
      .text(number ?? row.map { String($0.id.dropFirst("summary/".count)) } ?? ""),
      field(summary.organisation), field(summary.department), .text(name),
      .amount(amount, .amount(decimals)), .text(form.map { self.record($0.id) } ?? ""),
      .amount(total, .amount(decimals)),
      self.difference(
        CellPlace(row: place, column: Column.amount.rawValue),
        CellPlace(row: place, column: Column.total.rawValue), [amount, total], difference,
        .amount(decimals)),
      mark(place, difference, verdict), .count(Set(touching).count), field(summary.note),
      .blank(.entry), .blank(.entry),
    ])
    if let form, let target = targets[form.id] {
      sheet.link(CellPlace(row: place, column: Column.form.rawValue), to: target)
    }
    let first = [row, form].compactMap { $0.flatMap { firstFinding[$0.id] } }.first
    if let first { sheet.link(CellPlace(row: place, column: Column.findings.rawValue), to: first) }
  }

  /// One cell less another, or nothing where one of them is empty.
  private func difference(
    _ left: CellPlace, _ right: CellPlace, _ operands: [Quantity?], _ result: Quantity?,
    _ style: CellStyle
  ) -> Cell {
    // Characters cannot be subtracted; what was computed exactly stands in their place.
    guard operands.allSatisfy({ $0?.isExactInSpreadsheets ?? true }) else {
      return .amount(result, style)
    }
    let (a, b) = (left.name, right.name)
    return Cell(
      value: .formula(
        "IF(OR(\(a)=\"\",\(b)=\"\"),\"\",ROUND(\(a)-\(b),\(decimals)))", result), style: style)
  }

  /// The mark of a pair, which holds as long as the difference is the one that was judged.
  private func mark(_ row: Int, _ difference: Quantity?, _ verdict: Verdict?) -> Cell {
    let cell = CellPlace(row: row, column: Column.difference.rawValue).name
    let judged = difference == nil ? TieMark.missing : TieMark(verdict ?? .open)
    var otherwise = "\"\(TieMark.broken.sign)\""
    if let difference, difference.digits != 0, judged != .broken {
      guard difference.isExactInSpreadsheets else { return .text(judged.sign, .mark) }
      otherwise = "IF(\(cell)=\(difference),\"\(judged.sign)\",\(otherwise))"
    }
    let formula =
      "IF(\(cell)=\"\",\"\(TieMark.missing.sign)\","
      + "IF(\(cell)=0,\"\(TieMark.exact.sign)\",\(otherwise)))"
    return Cell(value: .wording(formula, judged.sign), style: .mark)
  }

  /// Adds the stated total, the sums, and how they differ from it.
  private mutating func addSums(to sheet: inout Sheet) {
    let last = sheet.rows.count - 1
    let stated = tieOut.stated?.quantity
    func row(_ label: String, _ amount: Cell, _ total: Cell, _ difference: Cell) {
      var cells = Array(repeating: Cell.blank(.totalLabel), count: Column.allCases.count)
      cells[Column.name.rawValue] = .text(label, .totalLabel)
      cells[Column.amount.rawValue] = amount
      cells[Column.total.rawValue] = total
      cells[Column.difference.rawValue] = difference
      sheet.add(cells)
    }
    let style = CellStyle.total(decimals)
    func place(_ row: Int, _ column: Column) -> CellPlace {
      CellPlace(row: row, column: column.rawValue)
    }
    row(word("汇总表列示合计", "Stated total"), .amount(stated, style), .blank(style), .blank(style))
    func sum(_ side: TieOut.Side, _ column: Column, _ records: [Record]) -> Cell {
      let isExact = records.allSatisfy {
        tieOut.amount(of: $0, submission)?.isExactInSpreadsheets ?? true
      }
      guard last > 0, isExact, let sum = side.sum, sum.isExactInSpreadsheets else {
        return .amount(side.sum, style)
      }
      let cells = place(1, column).name + ":" + place(last, column).name
      // Lines that are added or subtracted have no row of their own here.
      let lines = side.lines.map { ($0.digits < 0 ? "" : "+") + $0.description }.joined()
      return Cell(value: .formula("ROUND(SUM(\(cells))\(lines),\(decimals))", sum), style: style)
    }
    let (rows, forms) = (tieOut.rows, tieOut.forms)
    row(
      word("Σ 各行、各表", "Σ of rows, of forms"), sum(rows, .amount, submission.summary.rows),
      sum(forms, .total, submission.details), .blank(style))
    func less(_ column: Column, _ side: TieOut.Side) -> Cell {
      difference(
        place(last + 2, column), place(last + 1, .amount), [side.sum, stated], side.difference,
        style)
    }
    row(
      word("Σ 减列示合计", "Σ less stated total"), less(.amount, rows), less(.total, forms),
      .blank(style))
    sums = Sums(
      stated: sheet.reference(place(last + 1, .amount)),
      rows: sheet.reference(place(last + 2, .amount)),
      forms: sheet.reference(place(last + 2, .total)),
      rowsDifference: sheet.reference(place(last + 3, .amount)),
      formsDifference: sheet.reference(place(last + 3, .total)))
  }

  /// Colours by the marks: what differs materially in red, what differs less in orange.
  private func colour(_ sheet: inout Sheet) {
    let rows = submission.summary.rows.count
    let last = sheet.rows.count - 4
    guard rows > 0 || last > 0 else { return }
    let first = CellPlace(row: 1, column: Column.difference.rawValue)
    let end = CellPlace(row: last, column: Column.mark.rawValue)
    let difference = "$" + first.name
    let mark = "$" + CellPlace(row: 1, column: Column.mark.rawValue).name
    sheet.colour(
      first, end,
      where: "AND(\(mark)=\"\(TieMark.broken.sign)\",ABS(\(difference))>=\(Self.materiality))", .red
    )
    for kind in TieMark.allCases {
      sheet.colour(first, end, where: "\(mark)=\"\(kind.sign)\"", kind.colour)
    }
    for (column, side) in [(Column.amount, tieOut.rows), (.total, tieOut.forms)] {
      let sum = CellPlace(row: sheet.rows.count - 1, column: column.rawValue)
      colourSum(&sheet, sum, sum, side)
    }
  }

  /// Colours how a sum differs from the stated total, first of some cells in a row.
  func colourSum(
    _ sheet: inout Sheet, _ first: CellPlace, _ last: CellPlace, _ side: TieOut.Side
  ) {
    let difference = "$" + first.name
    let isThere = "\(difference)<>\"\","
    if let verdict = side.verdict, let written = side.difference, written.digits != 0,
      verdict != .broken, written.isExactInSpreadsheets
    {
      sheet.colour(
        first, last, where: "AND(\(isThere)\(difference)=\(written))", TieMark(verdict).colour)
    }
    sheet.colour(
      first, last,
      where: "AND(\(isThere)\(difference)<>0,ABS(\(difference))>=\(Self.materiality))", .red)
    sheet.colour(
      first, last, where: "AND(\(isThere)\(difference)<>0)", TieMark.broken.colour)
    sheet.colour(first, last, where: "AND(\(isThere)\(difference)=0)", .green)
  }
}
