import TieoutModel

/// Words and figures for findings on the summary's total.
struct FootingFinding {
  let check: String
  let paper: Workpaper

  /// Creates findings of one check.
  init(_ check: String, _ paper: Workpaper) {
    self.check = check
    self.paper = paper
  }

  /// The sums that the findings speak of.
  var footing: Footing { paper.footing }
  /// The submission that they stand in.
  var submission: Submission { paper.submission }

  /// The rows' sum and the total are not the same.
  func disagreement(_ ladder: Ladder) -> Finding {
    var finding = self.finding(
      ladder, of: Message(zh: "各项之和", en: "the rows' sum"), role: "rows", footing.rows)
    finding.values += footing.lines.map { submission.evidence("addend", $0, of: "summary") }
    let details = footing.details
    if details.isComplete, let sum = details.sum {
      let figure = computed("details", sum)
      finding.values.append(figure)
      finding.message.zh += "各明细表合计之和为 \(figure.value)。"
      finding.message.en += " The forms' totals add up to \(figure.value)."
      if Ladder(sum, ladder.right)?.verdict == .exact, ladder.verdict == .broken {
        finding.majority = figure.value
        let mayBeRead = finding.diagnosis == [.lookAlike] || finding.diagnosis == [.slide]
        finding.attribution = mayBeRead ? .undetermined : .source
        finding.suggested = (
          figure.value, Message(zh: "各项之和与各明细表之和相同", en: "rows and forms add up to the same")
        )
      }
    }
    return finding
  }

  /// The forms' sum and the total are not the same.
  func disagreementOfDetails(_ ladder: Ladder) -> Finding {
    finding(
      ladder, of: Message(zh: "各明细表合计之和", en: "the forms' sum"), role: "details",
      footing.details)
  }

  /// The summary's total.
  var subject: Subject {
    Subject(
      record: submission.summary.total?.id ?? "summary/total",
      field: submission.profile.summary.amount.map { submission.path($0) })
  }

  /// The total as a figure, where it can be read.
  var stated: [Finding.Evidence] {
    guard let total = footing.total else { return [] }
    return [submission.evidence(total)]
  }

  /// A sum as a figure, in the unit of the total.
  func computed(_ role: String, _ reading: Reading) -> Finding.Evidence {
    let exponent = footing.total?.exponent ?? 0
    return Finding.Evidence(
      role: role, subject: subject, printed: .none,
      value: DecimalText.text(
        reading.value, scale: reading.scale + exponent,
        least: max(0, reading.decimals + exponent)),
      unit: footing.total.map { submission.profile.units.name($0.unit) } ?? "")
  }

  private func finding(
    _ ladder: Ladder, of what: Message, role: String, _ side: Footing.Side
  ) -> Finding {
    guard let total = footing.total else { return undecided() }
    let sum = computed(role, ladder.right)
    let unit = submission.profile.units.name(total.unit)
    let difference = ladder.difference(exponent: total.exponent)
    let name = submission.name(total)
    let lines = footing.lines.isEmpty ? Message(zh: "", en: "") : SignedLines.words
    var finding = Finding(
      check: check, severity: ladder.verdict.severity(broken: .error), verdict: ladder.verdict,
      subject: subject,
      message: .worded(
        zh: "\(name.zh)与\(what.zh)（\(side.count)项）\(lines.zh)\(sum.value) \(unit)："
          + "\(ladder.verdict.words.zh)，相差 \(difference) \(unit)。",
        en: "\(name.opening.en) and \(what.en) of \(side.count)\(lines.en), "
          + "\(sum.value) \(unit): \(ladder.verdict.words.en), by \(difference) \(unit)."),
      values: stated + [sum])
    if ladder.verdict == .broken {
      finding.message.zh += "请核对原件的合计与各项金额。"
      finding.message.en += " The paper settles the total and the amounts."
      if let left = total.yuan, let right = ladder.right.quantity {
        finding.diagnosis = DigitSlip.diagnose(left, right)
      }
    }
    finding.intervals = [
      ladder.interval(ladder.left, role: "total", exponent: total.exponent),
      ladder.interval(ladder.right, role: role, exponent: total.exponent),
    ]
    finding.slack = Ladder(ladder.right, ladder.left)?.slack(exponent: total.exponent)
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    return finding
  }
}

/// Lines of the summary that are no rows, and are added or subtracted.
enum SignedLines {
  /// That a sum counts them, behind the number of its rows.
  static let words = Message(zh: "计入增减后", en: ", with what is added or subtracted")
}
