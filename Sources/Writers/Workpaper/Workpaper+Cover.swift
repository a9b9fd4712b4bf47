internal import TieoutModel

extension Workpaper {
  /// The sheet in front: what the papers are, who signs, how the totals tie, what the marks mean.
  mutating func coverSheet() -> Sheet {
    var sheet = Sheet(word("封面", "Cover"), widths: [24, 34, 18, 26])
    sheet.isPortrait = true
    sheet.add([.text(word("核对底稿", "Tie-out workpaper"), .title)])
    let profile = submission.profile.title.text(language)
    sheet.add([.text("\(profile) · Tieout \(Generator.version)", .note)])
    sheet.add([])
    signatures(&sheet)
    sheet.add([])
    bridge(&sheet)
    sheet.add([])
    counts(&sheet)
    sheet.add([])
    marks(&sheet)
    sheet.add([])
    sources(&sheet)
    return sheet
  }

  /// What the papers are, and the cells that are filled in by hand.
  private mutating func signatures(_ sheet: inout Sheet) {
    let unit = submission.profile.units.name(tieOut.unit)
    let metadata = submission.metadata
    func row(_ label: String, _ value: Cell, _ other: String, _ entry: Cell) {
      sheet.add([.text(label, .label), value, .text(other, .label), entry])
    }
    let empty = Cell.blank(.entry)
    row(
      word("编报单位", "Issuer"), metadata.issuer.map { .text($0) } ?? empty,
      word("索引号", "Index no."), empty)
    row(
      word("标题", "Title"), metadata.title.map { .text($0) } ?? empty,
      word("文号", "Number"), metadata.number.map { .text($0) } ?? empty)
    row(
      word("编制人", "Prepared by"), empty, word("编制日期", "Date"), .blank(.dateEntry))
    let prepared = CellPlace(row: sheet.rows.count - 1, column: 3)
    row(
      word("复核人", "Reviewed by"), empty, word("复核日期", "Date"), .blank(.dateEntry))
    sheet.allow(.date, in: prepared, CellPlace(row: sheet.rows.count - 1, column: 3))
    let amounts = unit.isEmpty ? "" : word("（\(unit)）", " (\(unit))")
    row(
      word("金额单位", "Unit"), .text(unit),
      word("重要性水平", "Materiality") + amounts, .blank(.amountEntry))
    let place = CellPlace(row: sheet.rows.count - 1, column: 3)
    sheet.allow(.amount, in: place, place)
    workbook.names.append((Self.materiality, sheet.reference(place)))
  }

  /// The stated total and the two sums, which follow the sheet of the tie-out.
  private func bridge(_ sheet: inout Sheet) {
    let unit = submission.profile.units.name(tieOut.unit)
    let suffix = unit.isEmpty ? "" : word("（\(unit)）", " (\(unit))")
    sheet.add(
      [
        word("核对", "Tie-out"), word("金额", "Amount") + suffix, word("差额", "Difference"),
        word("结论", "Verdict"),
      ].map { .text($0, .head) })
    let style = CellStyle.amount(decimals)
    func same(_ reference: String, _ result: Quantity?) -> Cell {
      guard let result, result.isExactInSpreadsheets else { return .amount(result, style) }
      return Cell(value: .formula(reference, result), style: style)
    }
    sheet.add([
      .text(word("汇总表列示合计", "Stated total"), .label),
      same(sums.stated, tieOut.stated?.quantity), .blank(style), .blank(),
    ])
    func add(_ label: String, _ side: TieOut.Side, _ sum: String, _ difference: String) {
      let place = CellPlace(row: sheet.rows.count, column: 2)
      sheet.add([
        .text(label, .label), same(sum, side.sum), same(difference, side.difference),
        verdict(side, place),
      ])
      colourSum(&sheet, place, CellPlace(row: place.row, column: 3), side)
    }
    let (rows, forms) = (tieOut.rows, tieOut.forms)
    add(
      word("Σ 汇总表 \(rows.count) 行", "Σ rows (\(rows.count))"), rows, sums.rows,
      sums.rowsDifference)
    add(
      word("Σ 明细表 \(forms.count) 张", "Σ forms (\(forms.count))"), forms, sums.forms,
      sums.formsDifference)
  }

  /// How a sum compares with the stated total, as long as the difference is the one that was judged.
  private func verdict(_ side: TieOut.Side, _ difference: CellPlace) -> Cell {
    guard let verdict = side.verdict?.word(language) else {
      return .text(word("未核对", "not tied out"), .mark)
    }
    guard let written = side.difference, written.isExactInSpreadsheets else {
      return .text(verdict, .mark)
    }
    let changed = word("已改动，重新判断", "changed: judge anew")
    return Cell(
      value: .wording(
        "IF(\(difference.name)=\(written),\"\(verdict)\",\"\(changed)\")", verdict),
      style: .mark)
  }

  /// How many findings there are of each weight, and how many have been dealt with.
  private func counts(_ sheet: inout Sheet) {
    sheet.add(
      [word("问题", "Findings"), word("数量", "Number"), word("已处理", "Disposed"), ""].map {
        .text($0, .head)
      })
    for weight in Weight.all {
      let number = submission.findings.count { self.weight($0) == weight }
      let word = weight.word(language)
      let count = Quantity(digits: Int64(number), scale: 0)
      let none = Quantity.zero
      sheet.add([
        .text(word, .label),
        Cell(value: .formula("COUNTIF(\(weightColumn),\"\(word)\")", count), style: .count),
        Cell(
          value: .formula(
            "COUNTIFS(\(weightColumn),\"\(word)\",\(dispositionColumn),\"?*\")", none),
          style: .count),
        .blank(),
      ])
    }
  }

  /// What the marks mean, with room for the reader's own.
  private func marks(_ sheet: inout Sheet) {
    sheet.add([
      .text(word("标记说明", "Tick marks"), .head), .text(word("含义", "Meaning"), .head),
      .text("", .head), .text("", .head),
    ])
    for mark in TieMark.allCases {
      let meaning = mark.meaning.text(language)
      let row = sheet.add([.text(mark.sign, .mark), .text(meaning), .blank(), .blank()])
      sheet.merge(row: row, 1...3)
    }
    for _ in 0..<3 {
      let row = sheet.add(Array(repeating: .blank(.entry), count: 4))
      sheet.merge(row: row, 1...3)
    }
  }

  /// The files that were read, by which anybody can see that these are the same.
  private func sources(_ sheet: inout Sheet) {
    sheet.add(
      [word("文件", "File"), "SHA-256", word("行数", "Lines"), word("格式", "Format")].map {
        .text($0, .head)
      })
    for source in submission.document.sources {
      sheet.add([
        .text(source.name), .text(source.sha256), .count(source.lines), .text(source.format),
      ])
    }
  }
}
