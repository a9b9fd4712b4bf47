internal import TieoutModel

/// Words and figures for a sum or a product that a text states.
struct ProseFinding {
  private let field: ProseField
  private let claim: ProseClaim
  /// The claim's place among those of the text.
  private let place: Int
  private let paper: Workpaper
  private var submission: Submission { paper.submission }

  /// Creates the finding on a claim.
  init(_ field: ProseField, _ claim: ProseClaim, _ place: Int, _ paper: Workpaper) {
    self.field = field
    self.claim = claim
    self.place = place
    self.paper = paper
  }

  private var stated: ProseNumber { field.numbers[claim.stated] }
  /// The power of ten in which the finding counts: that of the stated number.
  private var exponent: Int { stated.measure.exponent }
  private var isMoney: Bool { stated.measure.base == .money }

  private var subject: Subject {
    Subject(record: field.record, field: submission.path(field.field.name))
  }

  /// What is stated, what it is made of, and what that comes to.
  private var values: [Finding.Evidence] {
    [submission.evidence("stated", stated, subject)]
      + claim.terms.map {
        submission.evidence(
          claim.signs.contains(.times) ? "factor" : "part", field.numbers[$0], subject)
      } + [
        Finding.Evidence(
          role: "computed", subject: subject, printed: .none, value: computed, unit: unit)
      ]
  }

  /// The tick of a claim that is right.
  func tick(_ check: String) -> Tick {
    Tick(
      check, claim.verdict, values: values,
      addends: claim.signs.contains(.times) ? 0 : claim.terms.count)
  }

  /// The finding.
  func finding(_ check: String) -> Finding {
    let difference = claim.ladder.difference(exponent: exponent)
    let diagnosis = self.diagnosis
    var finding = Finding(
      check: check, severity: claim.severity, verdict: claim.verdict,
      subject: subject, message: message(difference, diagnosis), values: values,
      identity: (subject, "\(claim.kind.rawValue)-\(place + 1)"))
    finding.intervals = [
      claim.ladder.interval(claim.ladder.right, role: "stated", exponent: exponent),
      claim.ladder.interval(claim.ladder.left, role: "computed", exponent: exponent),
    ]
    finding.slack = claim.ladder.slack(exponent: exponent)
    finding.difference = difference
    if isMoney { finding.differenceInYuan = claim.ladder.difference() }
    finding.diagnosis = diagnosis
    if let total = agreeingTotal { finding.values.append(submission.evidence(total.place)) }
    return finding
  }

  private var computed: String {
    let reading = claim.computed
    return DecimalText.text(
      reading.value, scale: reading.scale + exponent,
      least: claim.signs.contains(.times) ? 0 : max(0, reading.decimals + exponent))
  }

  private var unit: String { submission.unit(stated) }

  private var diagnosis: [Diagnosis] {
    guard claim.verdict == .broken, let left = claim.ladder.left.quantity,
      let right = claim.ladder.right.quantity
    else { return [] }
    return DigitSlip.unitStep(left, right) != nil && isMoney
      ? [.unitSlip] : DigitSlip.diagnose(left, right)
  }

  /// The form's total, where what the text comes to agrees better with it than with what it states.
  private var agreeingTotal: (place: MoneyPlace, verdict: Verdict)? {
    guard isMoney, let detail = field.detail, let total = paper.totals[detail],
      let ladder = Ladder(total.reading, claim.computed), ladder.verdict != .broken,
      Ladder(total.reading, claim.ladder.right)?.verdict == .broken
    else { return nil }
    return (total, ladder.verdict)
  }

  private func message(_ difference: String, _ diagnosis: [Diagnosis]) -> Message {
    var sentence = Sentence()
    sentence.addName(of: field.record, isOpening: true)
    sentence.add("文字所述 ", " states ")
    sentence.add(formula)
    sentence.add(" = ")
    sentence.add(computed)
    sentence.add(" ")
    sentence.add(unit)
    sentence.add("，写为 ", ", written as ")
    sentence.add(stated.quantity)
    sentence.add(" ")
    sentence.add(unit)
    sentence.addPlace(of: Slice(stated.at), submission.document)
    sentence.add("：", ": ")
    sentence.add(claim.verdict.words)
    sentence.add("，相差 ", ", by ")
    sentence.add(difference)
    sentence.add(" ")
    sentence.add(unit)
    sentence.add(diagnosis.words)
    if let total = agreeingTotal {
      sentence.add("；表内合计为 ", "; the form's total is ")
      sentence.add(total.place.value)
      sentence.add(" ")
      sentence.add(submission.profile.units.name(total.place.unit))
      sentence.add(
        total.verdict == .coarse
          ? Message(zh: "，与各项之和按印出的位数相容", en: ", compatible with the sum as printed")
          : Message(zh: "，与各项之和一致", en: ", which the sum agrees with"))
    }
    sentence.add(closing)
    return sentence.message
  }

  private var closing: Message {
    switch claim.verdict {
    case .exact, .rounded, .open:
      Message(zh: "，在位数精度之内。", en: ", within the precision of the figures.")
    case .coarse:
      Message(
        zh: "，仅按印出的位数相容；请核对是否省略了小数。",
        en: ", compatible only as printed; the paper settles whether decimals were left out.")
    case .broken: Message(zh: "。请核对原文各数。", en: ". The text's figures settle it.")
    }
  }

  /// The sum or the product as it was read.
  private var formula: Message {
    var sentence = Sentence()
    // A rise is a share of what was before it.
    if claim.kind == .growth { sentence.add("(") }
    for (place, term) in claim.terms.enumerated() {
      let number = field.numbers[term]
      if claim.kind == .growth, place == 2 { sentence.add(")") }
      if place > 0 {
        switch claim.signs[place - 1] {
        case .times: sentence.add(" × ")
        case .minus: sentence.add(" − ")
        default: sentence.add(" + ")
        }
      }
      sentence.add(number.quantity)
      let own = submission.unit(number)
      if !own.isEmpty, claim.signs.contains(.times) || own != unit {
        sentence.add(" ")
        sentence.add(own)
      }
    }
    if claim.isMonthly { sentence.add(" × 12 月", " × 12 months") }
    return sentence.message
  }
}

extension Submission {
  /// The unit behind a number of a text, as it is printed.
  func unit(_ number: ProseNumber) -> String {
    if number.end > number.at.upperBound {
      return document.string(document.trimmed(Slice(number.at.upperBound..<number.end)))
    }
    // The sign of a currency stands before its number.
    guard number.measure.base == .money else { return "" }
    var start = number.at.lowerBound - 1
    while start > 0, !document.text[start].isScalarStart { start -= 1 }
    return document.string(Slice(max(0, start)..<number.at.lowerBound))
  }

  /// A number of a text as a figure of a finding.
  func evidence(
    _ role: String, _ number: ProseNumber, _ subject: Subject
  ) -> Finding.Evidence {
    Finding.Evidence(
      role: role, subject: subject, printed: Slice(number.at), value: number.quantity.description,
      unit: unit(number))
  }
}
