internal import TieoutModel

extension RootCauses {
  /// The fewest pairs by which a slip shows to be that of a whole table.
  private static let fewest = 3

  /// Puts the slips of all rows under one finding, where most pairs are the same step apart: the unit
  /// over the table is wrong, and no row is.
  static func collapseCaption(
    _ findings: inout [Finding], _ units: UnitTable, pairs: Int
  ) {
    let slips = findings.indices.filter { place in
      findings[place].check == UnitSlip.entry.id && figure("summary", findings[place]) != nil
        && figure("total", findings[place]) != nil
    }
    guard slips.count >= fewest, slips.count * 3 >= pairs * 2, let first = slips.first else {
      return
    }
    let step = step(findings[first], units)
    guard slips.allSatisfy({ self.step(findings[$0], units) == step }) else { return }
    let count = slips.count
    var finding = Finding(
      check: UnitSlip.entry.id, severity: .error, verdict: .broken,
      subject: Subject(record: "summary"), records: slips.flatMap { findings[$0].records },
      message: .worded(
        zh: "汇总表 \(count) 行的金额与各自明细表的合计都恰差 10 的 \(abs(step)) 次方倍：多半是一处单位"
          + "（题注或表头）写错，各行并无差错。请核对汇总表与明细表所注的单位。",
        en:
          "The amounts of \(count) rows of the summary are all exactly 10 to the power \(abs(step)) "
          + "apart from the totals of their forms: a unit over a table is wrong, and no row is. "
          + "The captions of the summary and of the forms settle it."),
      values: slips.flatMap { findings[$0].values })
    finding.diagnosis = [.unitSlip]
    findings[first] = finding
    for echo in slips.dropFirst() { findings[echo].records = [] }
  }

  /// Puts the second of two amounts that stand in each other's rows under the first.
  static func collapseSwaps(_ findings: inout [Finding]) {
    let broken = findings.indices.filter {
      findings[$0].check == AgreeWithSummary.entry.id && findings[$0].verdict == .broken
    }
    var taken: Set<Int> = []
    for (order, first) in broken.enumerated() where !taken.contains(first) {
      guard let row = figure("summary", findings[first]),
        let form = figure("total", findings[first])
      else { continue }
      let other = broken[(order + 1)...].first { second in
        guard !taken.contains(second), let otherRow = figure("summary", findings[second]),
          let otherForm = figure("total", findings[second])
        else { return false }
        return isSame(row.value, otherForm.value) && isSame(otherRow.value, form.value)
          && row.unit == otherForm.unit && otherRow.unit == form.unit
      }
      guard let other else { continue }
      taken.insert(other)
      put([other], under: first, &findings)
      findings[first].message.zh += "两行金额恰好互换。"
      findings[first].message.en += " The two amounts stand in each other's rows."
      findings[first].diagnosis = []
    }
  }

  /// The figure of a role.
  private static func figure(_ role: String, _ finding: Finding) -> Finding.Evidence? {
    finding.values.first { $0.role == role }
  }

  /// The power of ten between row and form; 0 for none.
  private static func step(_ finding: Finding, _ units: UnitTable) -> Int {
    guard let row = figure("summary", finding).flatMap({ yuan($0, units) }),
      let form = figure("total", finding).flatMap({ yuan($0, units) })
    else { return 0 }
    return DigitSlip.unitStep(row, form) ?? 0
  }

  private static func yuan(_ figure: Finding.Evidence, _ units: UnitTable) -> Quantity? {
    let exponent = units.unit(named: figure.unit).flatMap { units.exponent($0) } ?? 0
    return number(figure.value)?.scaled(byPowerOfTen: exponent)
  }

  private static func number(_ text: String) -> Quantity? {
    let bytes = Array(text.utf8)
    return Quantity.whole(bytes, Slice(bytes.indices))
  }
}
