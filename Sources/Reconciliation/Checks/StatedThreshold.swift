import TieoutModel

/// The least amount from which the summary lists items: `单笔项目金额200万元以上为重点项目`.
struct StatedThreshold: Sendable {
  /// The least amount, which 以上 includes.
  let reading: Reading
  private let value: Quantity
  private let unit: UnitID
  private let field: Field

  /// Reads the summary's captions; `nil` where none sets a least amount.
  init?(_ submission: borrowing Submission) {
    let text = submission.document.text
    for field in submission.summary.fields {
      guard case .text(let slice) = field.value,
        let above = text.first(of: Array("以上".utf8), in: slice.range)
      else { continue }
      var start = slice.range.lowerBound
      while start < above.lowerBound {
        if text[start].isDigitASCII {
          guard let (value, end) = Quantity.read(text, start..<above.lowerBound) else { break }
          let unit = submission.document.trimmed(Slice(end..<above.lowerBound))
          guard let id = submission.profile.units.unit(spelt: text[unit.range]),
            let exponent = submission.profile.units.exponent(id),
            let reading = Reading(value, exponent: exponent)
          else { break }
          (self.value, self.unit, self.reading, self.field) = (value, id, reading, field)
          return
        }
        start += 1
      }
    }
    return nil
  }

  /// An amount is under the least amount.
  func finding(_ check: String, _ amount: MoneyPlace, _ submission: Submission) -> Finding {
    let name = submission.name(amount)
    let least = "\(value) \(submission.profile.units.name(unit))"
    let quote = submission.document.string(field.printed)
    var finding = Finding(
      check: check, severity: .warning, verdict: .broken, subject: submission.subject(amount),
      message: .worded(
        zh: "\(name.zh)，低于汇总表所列的 \(least)：“\(quote)”。请核对金额或列入依据。",
        en:
          "\(name.opening.en) is under the \(least) from which the summary lists items: “\(quote)”. "
          + "The paper settles amount and grounds."),
      values: [
        submission.evidence(amount),
        Finding.Evidence(
          role: "rule",
          subject: Subject(record: "summary", field: submission.path(field.name)),
          printed: field.printed, value: value.description,
          unit: submission.profile.units.name(unit)),
      ])
    if let ladder = Ladder(reading, amount.reading) {
      finding.difference = ladder.difference(exponent: amount.exponent)
      finding.differenceInYuan = ladder.difference()
    }
    return finding
  }
}
