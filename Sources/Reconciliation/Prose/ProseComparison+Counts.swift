internal import TieoutModel

extension ProseComparison {
  /// Compares counts with the indicator of the same unit that speaks of the same.
  func compareCounts(_ report: inout CheckReport) {
    for place in field.numbers.indices where !isClaimed[place] {
      let number = field.numbers[place]
      guard case .counter = number.measure.base, number.isAddend, number.exactness == .exact,
        isOnly(place), !ProseWords.scopes.isIn(number.label, of: text),
        let row = indicator(of: number),
        let bound = paper.indicators[row].target ?? paper.indicators[row].bound,
        let ladder = ladder(place, bound, row)
      else { continue }
      // Where text and target differ, AG03 speaks of both, and of the goal that agrees with one.
      if ladder.verdict != .broken || agreesWithText(place, row) == true
        || !contradicts(row, ladder)
      {
        report.pass(
          tick: Tick(
            ProseAgainstFields.entry.id,
            values: values(number, row)))
      } else {
        report.report(finding(number, ladder, row))
      }
    }
  }

  /// How a count of the text compares with a number of an indicator.
  private func ladder(_ place: Int, _ other: Quantity, _ row: Int) -> Ladder? {
    let measure = measureOf(row)
    let other =
      measure.isWhole ? Reading(exact: other) : Reading(other, exponent: measure.exponent)
    guard let other, let reading = field.claims.reading(place) else { return nil }
    return Ladder(reading, other)
  }

  /// The number of the text that counts what an indicator counts; `nil` where none or several may.
  func count(ofIndicator row: Int) -> Int? {
    field.numbers.indices.first { place in
      let number = field.numbers[place]
      guard case .counter = number.measure.base else { return false }
      return number.isAddend && number.exactness == .exact && isOnly(place)
        && !ProseWords.scopes.isIn(number.label, of: text) && indicator(of: number) == row
    }
  }

  /// Whether a count is that of an indicator's text, or that of its target, where these differ; `nil`
  /// where it is neither, or both are one.
  func agreesWithText(_ place: Int, _ row: Int) -> Bool? {
    guard paper.indicators[row].isPair, !paper.indicators[row].isTrivial,
      paper.indicators[row].unitOfBound == paper.indicators[row].unitOfTarget,
      let bound = paper.indicators[row].bound, let target = paper.indicators[row].target
    else { return nil }
    if ladder(place, bound, row)?.verdict == .exact { return true }
    return ladder(place, target, row)?.verdict == .exact ? false : nil
  }

  /// Whether a text counts one thing of a unit alone.
  private func isOnly(_ place: Int) -> Bool {
    !field.numbers.indices.contains {
      $0 != place && field.numbers[$0].measure.base == field.numbers[place].measure.base
        && !field.claims.isListed[$0]
    }
  }

  /// The number in the text and that of the indicator.
  func values(_ number: ProseNumber, _ row: Int) -> [Finding.Evidence] {
    let indicator = paper.indicators[row].indicator
    let values = [submission.evidence("stated", number, subject)]
    let value = indicator.target?.quantity != nil ? indicator.target : indicator.bound
    guard let value else { return values }
    let path = submission.path(value.name, item: (paper.indicators[row].group, indicator.place))
    return values + [
      Finding.Evidence(
        role: submission.profile.name(value.name),
        subject: Subject(record: field.record, field: path), printed: value.printed,
        value: submission.text(value), unit: submission.profile.units.name(value.unit))
    ]
  }

  /// What an indicator's target is counted in.
  func measureOf(_ row: Int) -> ProseMeasure {
    let unit =
      paper.indicators[row].target != nil
      ? paper.indicators[row].unitOfTarget : paper.indicators[row].unitOfBound
    if let measure = paper.tables.measures.inProse(unit) { return measure }
    let printed = paper.indicators[row].indicator.unit?.printed.range ?? 0..<0
    return ProseUnits.read(Array(text[printed]), 0, printed.count).measure
  }

  /// The one indicator that counts the same thing; `nil` where none or several may.
  private func indicator(of number: ProseNumber) -> Int? {
    // What is counted stands before the number or right behind it.
    var words = NameText.letters(of: text, number.label)
    let behind = number.end..<min(field.field.words.range.upperBound, number.end + 24)
    NameText.appendLetters(of: text, behind, to: &words)
    var found: Int?
    for row in paper.indicators(ofDetail: detail) {
      guard paper.indicators[row].target != nil || paper.indicators[row].bound != nil,
        measureOf(row).base == number.measure.base
      else { continue }
      let title = NameText.letters(of: text, paper.indicators[row].indicator.title.range)
      guard GenericWords.share(words, title) else { continue }
      if found != nil { return nil }
      found = row
    }
    return found
  }

  /// Whether a count cannot stand beside an indicator's bound.
  private func contradicts(_ row: Int, _ ladder: Ladder) -> Bool {
    let indicator = paper.indicators[row].indicator
    let comparator = indicator.comparator ?? indicator.targetComparator
    let isLess = ladder.left.value < ladder.right.value
    if let left = ladder.left.quantity, let right = ladder.right.quantity,
      right.digits.magnitude >= 1000, DigitSlip.diagnose(left, right) == [.transposition]
    {
      return true
    }
    guard let comparator, comparator != .equal else { return true }
    return comparator.isLower ? isLess : !isLess
  }

  private func finding(_ number: ProseNumber, _ ladder: Ladder, _ row: Int) -> Finding {
    let indicator = paper.indicators[row].indicator
    let exponent = number.measure.exponent
    let unit = submission.unit(number)
    let difference = ladder.difference(exponent: exponent)
    let value = indicator.target?.quantity != nil ? indicator.target : indicator.bound
    var sentence = opening(number)
    sentence.add("，指标", ", its indicator ")
    sentence.add(indicator.place + 1)
    sentence.add("“", " “")
    sentence.add(submission.document.string(indicator.title))
    sentence.add("”为 ", "” states ")
    if let value { sentence.add(submission.printed(value)) }
    sentence.addPlace(of: value?.printed, submission.document)
    let diagnosis =
      ladder.left.quantity.flatMap { left in
        ladder.right.quantity.map { DigitSlip.diagnose(left, $0) }
      } ?? []
    close(&sentence, .broken, difference + unit, diagnosis)
    var finding = Finding(
      check: ProseAgainstFields.entry.id, severity: .warning, verdict: .broken, subject: subject,
      message: sentence.message, values: values(number, row),
      identity: (subject, "count-\(indicator.place + 1)"))
    finding.difference = difference
    finding.diagnosis = diagnosis
    if paper.indicators[row].isTrivial, let value { stand(out: &finding, value, row) }
    return finding
  }

  /// Names the text as the one that stands out where an indicator's text and its target agree.
  private func stand(out finding: inout Finding, _ value: Field, _ row: Int) {
    let (agreed, unit) = (submission.text(value), submission.profile.units.name(value.unit))
    let grounds = Message.worded(
      zh: "指标文本与目标值均为 \(agreed)\(unit)，3处中有2处如此",
      en: "the indicator's text and its target both state \(agreed), 2 of 3 places")
    finding.message.zh += grounds.zh + "。"
    finding.message.en += " " + grounds.opening.en + "."
    finding.majority = agreed
    finding.suggested = (agreed, grounds)
    finding.attribution = finding.diagnosis == [.lookAlike] ? .undetermined : .source
  }
}
