import TieoutModel

/// A unit that is wrong over the whole summary: most rows are the same step apart from their forms.
///
/// No row of such a table is wrong for it, so that it is one finding, and everything else of the
/// summary is compared with the forms as the other unit has it.
struct TableSlip: Sendable {
  /// The fewest pairs by which a slip shows to be that of a whole table.
  private static let fewest = 3

  /// The power of ten by which the summary's figures must be multiplied.
  let step: Int
  /// The pairs that show it.
  let pairs: [(row: MoneyPlace, total: MoneyPlace)]

  /// Looks for it; `nil` where the rows tell nothing of the kind.
  init?(_ submission: borrowing Submission, amounts: [MoneyPlace?], totals: [MoneyPlace?]) {
    var steps: [Int: [(row: MoneyPlace, total: MoneyPlace)]] = [:]
    var count = 0
    for link in submission.links where !link.isUnsure {
      guard let row = amounts[link.row], let total = totals[link.detail], let stated = row.yuan,
        let summed = total.yuan
      else { continue }
      count += 1
      if let step = DigitSlip.unitStep(summed, stated) {
        steps[step, default: []].append((row, total))
      }
    }
    guard let (step, pairs) = steps.max(by: { $0.value.count < $1.value.count }),
      pairs.count >= Self.fewest, pairs.count * 3 >= count * 2
    else { return nil }
    self.step = step
    self.pairs = pairs
  }

  /// The finding on it.
  func finding(_ submission: Submission) -> Finding {
    let count = pairs.count
    var finding = Finding(
      check: UnitSlip.entry.id, severity: .error, verdict: .broken,
      subject: Subject(record: "summary"),
      records: pairs.flatMap { [$0.row.record, $0.total.record] },
      message: .worded(
        zh: "汇总表 \(count) 行的金额与各自明细表的合计都恰差 10 的 \(abs(step)) 次方倍：多半是一处单位"
          + "（题注或表头）写错，各行并无差错。请核对汇总表与明细表所注的单位；以下各项均按明细表的单位比较。",
        en: "The amounts of \(count) rows of the summary are all exactly 10 to the power "
          + "\(abs(step)) apart from the totals of their forms: a unit over a table is wrong, and no "
          + "row is. The captions of the summary and of the forms settle it; everything else is "
          + "compared in the forms' unit."),
      values: pairs.flatMap { [submission.evidence($0.total), submission.evidence($0.row)] })
    finding.diagnosis = [.unitSlip]
    return finding
  }
}
