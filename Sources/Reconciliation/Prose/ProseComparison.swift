internal import TieoutModel

/// One text of a form beside the form's fields.
struct ProseComparison {
  let field: ProseField
  let detail: Int
  let paper: Workpaper
  /// Which numbers the sums and products of the text speak of: parts of others, and wholes that
  /// are wrong.
  private var isClaimed: [Bool]

  /// Puts a text beside its form.
  init(_ field: ProseField, _ detail: Int, _ paper: Workpaper) {
    self.field = field
    self.detail = detail
    self.paper = paper
    isClaimed = field.claims.isListed
    for claim in field.claims.claims {
      for term in claim.terms { isClaimed[term] = true }
      if !claim.holds { isClaimed[claim.stated] = true }
    }
  }

  var text: [UInt8] { paper.submission.document.text }
  var submission: Submission { paper.submission }
  var subject: Subject {
    Subject(record: field.record, field: submission.path(field.field.name))
  }

  /// Compares what the text calls the whole sum with the form's total.
  mutating func compareMoney(_ report: inout CheckReport) {
    guard let total = paper.totals[detail], let yuan = total.yuan else { return }
    let money = field.numbers.indices.filter {
      field.numbers[$0].measure.base == .money && field.numbers[$0].isAddend
    }
    for place in money {
      let number = field.numbers[place]
      guard let reading = field.claims.reading(place),
        let ladder = Ladder(total.reading, reading)
      else { continue }
      let isWhole = ProseWords.wholes.isIn(number.label, of: text)
      if ladder.verdict == .exact {
        report.pass()
        continue
      }
      guard !isClaimed[place], number.exactness == .exact, !isScoped(place) else { continue }
      let own = number.quantity.scaled(byPowerOfTen: number.measure.exponent)
      let isSwap =
        yuan.digits.magnitude >= 1000 && DigitSlip.diagnose(yuan, own) == [.transposition]
      guard isSwap || isWhole && isOnlyWhole(place, among: money) else { continue }
      report.report(finding(number, ladder, total))
    }
  }

  /// Whether words narrow an amount to a part, an estimate, another time or another body's share.
  private func isScoped(_ place: Int) -> Bool {
    let number = field.numbers[place]
    if ProseWords.shares.isIn(number.label, of: text)
      || ProseWords.scopes.isIn(number.label, of: text)
    {
      return true
    }
    if number.period != nil { return true }
    guard place > 0 else { return false }
    let before = field.numbers[place - 1]
    return before.measure.base == .calendarYear && before.sentence == number.sentence
      && year.map { $0 != before.quantity.digits } ?? false
  }

  /// Whether no other amount is called the whole as well.
  private func isOnlyWhole(_ place: Int, among money: [Int]) -> Bool {
    !money.contains {
      $0 != place && ProseWords.wholes.isIn(field.numbers[$0].label, of: text)
    }
  }

  private func finding(
    _ number: ProseNumber, _ ladder: Ladder, _ total: MoneyPlace
  ) -> Finding {
    let difference = ladder.difference(exponent: total.exponent)
    let unit = submission.profile.units.name(total.unit)
    var diagnosis: [Diagnosis] = []
    if ladder.verdict == .broken, let left = total.yuan {
      let right = number.quantity.scaled(byPowerOfTen: number.measure.exponent)
      diagnosis =
        DigitSlip.unitStep(left, right) != nil ? [.unitSlip] : DigitSlip.diagnose(left, right)
    }
    var sentence = opening(number)
    sentence.add("，合计为 ", ", its total is ")
    sentence.add(total.value)
    sentence.add(" ")
    sentence.add(unit)
    sentence.addPlace(of: total.field?.printed, submission.document)
    close(&sentence, ladder.verdict, "\(difference) \(unit)", diagnosis)
    var finding = Finding(
      check: ProseAgainstFields.entry.id, severity: ladder.verdict.severity(broken: .warning),
      verdict: ladder.verdict, subject: subject, message: sentence.message,
      values: [
        submission.evidence("stated", number, subject), submission.evidence(total),
      ], identity: (subject, "total"))
    finding.intervals = [
      ladder.interval(ladder.right, role: "stated", exponent: total.exponent),
      ladder.interval(ladder.left, role: "total", exponent: total.exponent),
    ]
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    finding.diagnosis = diagnosis
    return finding
  }

  /// Who states what, and where.
  private func opening(_ number: ProseNumber) -> Sentence {
    var sentence = Sentence()
    sentence.addName(of: field.record, isOpening: true)
    sentence.add("文字为“", " says “")
    let words = max(number.label.lowerBound, number.label.upperBound - 36)
    sentence.add(
      submission.document.string(
        submission.document.trimmed(Slice(scalarStart(words)..<number.end))))
    sentence.add("”", "” in its text")
    sentence.addPlace(of: Slice(number.at), submission.document)
    return sentence
  }

  private func scalarStart(_ index: Int) -> Int {
    var index = index
    while index < text.count, !text[index].isScalarStart { index += 1 }
    return index
  }

  private func close(
    _ sentence: inout Sentence, _ verdict: Verdict, _ difference: String,
    _ diagnosis: [Diagnosis]
  ) {
    sentence.add("：", ": ")
    sentence.add(verdict.words)
    sentence.add("，相差 ", ", by ")
    sentence.add(difference)
    sentence.add(diagnosis.words)
    sentence.add("。请核对原件两处。", ". The paper settles both.")
  }

  // MARK: - Counts

  /// Compares counts with the indicator of the same unit that speaks of the same.
  mutating func compareCounts(_ report: inout CheckReport) {
    for place in field.numbers.indices where !isClaimed[place] {
      let number = field.numbers[place]
      guard case .counter = number.measure.base, number.isAddend, number.exactness == .exact,
        isOnly(place), !ProseWords.scopes.isIn(number.label, of: text),
        let row = indicator(of: number), let reading = field.claims.reading(place),
        let bound = paper.indicators[row].target ?? paper.indicators[row].bound
      else { continue }
      let measure = self.measure(row)
      let other =
        measure.isWhole ? Reading(exact: bound) : Reading(bound, exponent: measure.exponent)
      guard let ladder = other.flatMap({ Ladder(reading, $0) }) else { continue }
      if ladder.verdict != .broken || !contradicts(row, ladder) {
        report.pass()
      } else {
        report.report(finding(number, ladder, row))
      }
    }
  }

  /// Whether a text counts one thing of a unit alone.
  private func isOnly(_ place: Int) -> Bool {
    !field.numbers.indices.contains {
      $0 != place && field.numbers[$0].measure.base == field.numbers[place].measure.base
        && !field.claims.isListed[$0]
    }
  }

  private func measure(_ row: Int) -> ProseMeasure {
    let row = paper.indicators[row]
    let unit = row.target != nil ? row.unitOfTarget : row.unitOfBound
    var name = Array(submission.profile.units.name(unit).utf8)
    if name.isEmpty, let printed = row.indicator.unit?.printed { name = Array(text[printed.range]) }
    return ProseUnits.read(name, 0, name.count).measure
  }

  /// The one indicator that counts the same thing; `nil` where none or several may.
  private func indicator(of number: ProseNumber) -> Int? {
    // What is counted stands before the number or right behind it.
    var words = NameText.letters(of: text, number.label)
    let behind = number.end..<min(field.field.printed.range.upperBound, number.end + 24)
    NameText.appendLetters(of: text, behind, to: &words)
    var found: Int?
    for row in paper.indicators(ofDetail: detail) {
      guard paper.indicators[row].target != nil || paper.indicators[row].bound != nil,
        measure(row).base == number.measure.base
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
    let group = paper.indicators[row].group
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
    var values = [submission.evidence("stated", number, subject)]
    if let value {
      values.append(
        Finding.Evidence(
          role: submission.profile.name(value.name),
          subject: Subject(
            record: field.record,
            field: submission.path(value.name, item: (group, indicator.place))),
          printed: value.printed, value: submission.text(value),
          unit: submission.profile.units.name(value.unit)))
    }
    var finding = Finding(
      check: ProseAgainstFields.entry.id, severity: .warning, verdict: .broken, subject: subject,
      message: sentence.message, values: values,
      identity: (subject, "count-\(indicator.place + 1)"))
    finding.difference = difference
    finding.diagnosis = diagnosis
    return finding
  }

  // MARK: - Years

  /// The year in the form's title; `nil` where none stands there.
  private var year: Int64? {
    guard let title = submission.details[detail][submission.profile.detail.title]?.printed else {
      return nil
    }
    let prose = ProseScanner.read(text, title.range)
    return prose.numbers.first { $0.measure.base == .calendarYear }?.quantity.digits
  }

  /// Compares the year that the text plans for with that of the title.
  func compareYear(_ report: inout CheckReport) {
    let years = field.numbers.filter { $0.measure.base == .calendarYear && !$0.isRange }
    guard let first = years.first, let own = year,
      years.allSatisfy({ $0.quantity == first.quantity })
    else { return }
    guard first.quantity.digits != own else { return report.pass() }
    let planned = years.first { number in
      ProseWords.plans.contains {
        text.stands($0, at: number.at.upperBound, field.field.printed.range.upperBound)
      } && !ProseWords.references.isIn(number.label, of: text)
    }
    guard let planned else { return }
    var sentence = opening(planned)
    sentence.add("，表题年份为 ", ", the year of its title is ")
    sentence.add(Int(own))
    sentence.add("：不一致。请核对原件。", ": they disagree. The paper settles it.")
    report.report(
      Finding(
        check: ProseAgainstFields.entry.id, severity: .warning, verdict: .broken,
        subject: subject, message: sentence.message,
        values: [submission.evidence("year", planned, subject)], identity: (subject, "year")))
  }
}
