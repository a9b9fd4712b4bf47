internal import TieoutModel

/// One text of a form beside the form's fields.
struct ProseComparison {
  let field: ProseField
  let detail: Int
  let paper: Workpaper
  /// Which numbers the sums and products of the text speak of: parts of others, and wholes that
  /// are wrong.
  private(set) var isClaimed: [Bool]

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

  /// The fields of a form that are sums of others, as the profile relates them.
  private var sums: [MoneyPlace] {
    let profile = submission.profile
    return profile.relations.compactMap { relation in
      guard relation.kind == .crossFoot, !relation.result.isOfSummary,
        relation.result.group == nil, relation.result.field != profile.detail.total
      else { return nil }
      let record = submission.details[detail]
      let spec = profile.detail.fields.first { $0.name == relation.result.field }
      return submission.place(
        .total, of: record.id, field: record[relation.result.field], unit: spec?.unit ?? .none,
        floor: 0)
    }
  }

  /// Whether a field of the form other than its total states an amount.
  private func isOfField(_ amount: Quantity) -> Bool {
    let (units, specs) = (submission.profile.units, submission.profile.detail.fields)
    return submission.details[detail].fields.contains { field in
      guard let quantity = field.quantity,
        let unit = field.unit == .none
          ? specs.first(where: { $0.name == field.name })?.unit : field.unit,
        let exponent = units.exponent(unit)
      else { return false }
      return quantity.scaled(byPowerOfTen: exponent).equals(amount)
    }
  }

  /// Whether another place of the form's sum states an amount: then the total is what stands out.
  private func isOfOtherPlace(_ amount: Quantity) -> Bool {
    paper.fact(ofDetail: detail)?.others.contains { $0.yuan?.equals(amount) ?? false } ?? false
  }

  /// Compares what the text calls the whole sum with the form's total, and what is one of its sums with
  /// two digits swapped with that.
  func compareMoney(_ report: inout CheckReport) {
    guard let total = paper.totals[detail] else { return }
    let money = field.numbers.indices.filter {
      field.numbers[$0].measure.base == .money && field.numbers[$0].isAddend
    }
    for place in money {
      let number = field.numbers[place]
      guard let reading = field.claims.reading(place),
        let ladder = Ladder(total.reading, reading)
      else { continue }
      if ladder.verdict == .exact {
        report.pass(
          tick: Tick(
            ProseAgainstFields.entry.id,
            values: [submission.evidence("stated", number, subject), submission.evidence(total)]))
        continue
      }
      guard !isClaimed[place], number.exactness == .exact, !isScoped(place) else { continue }
      let own = number.quantity.scaled(byPowerOfTen: number.measure.exponent)
      let swapped = ([total] + sums).first { Self.isSwap($0, own) }
      guard swapped != nil || isWhole(place) && isOnlyWhole(place, among: money),
        !isOfField(own), !isOfOtherPlace(own), !isOfPart(own)
      else { continue }
      let due = swapped ?? total
      report.report(finding(number, Ladder(due.reading, reading) ?? ladder, due))
    }
  }

  private static func isSwap(_ place: MoneyPlace, _ own: Quantity) -> Bool {
    guard let yuan = place.yuan, yuan.digits.magnitude >= 1000 else { return false }
    return DigitSlip.diagnose(yuan, own) == [.transposition]
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

  /// Whether the words before an amount call it the whole.
  private func isWhole(_ place: Int) -> Bool {
    isCalledWhole(place) || isTakenForWhole(place)
  }

  private func isCalledWhole(_ place: Int) -> Bool {
    ProseWords.wholes.isIn(field.numbers[place].label, of: text)
  }

  /// Whether plainer words do, which call parts the same.
  private func isTakenForWhole(_ place: Int) -> Bool {
    let label = field.numbers[place].label
    if label.lowerBound == field.field.words.range.lowerBound,
      ProseWords.openingWholes.contains(where: { text[label].elementsEqual($0) })
    {
      return true
    }
    return ProseWords.sourceWholes.isIn(label, of: text) && addends.count < 2
  }

  /// The form's parts that are more than nothing.
  private var addends: [MoneyPlace] {
    paper.context.parts.indices.flatMap { paper.parts(ofDetail: detail, $0)?.addends ?? [] }
      .filter { $0.reading.value != 0 }
  }

  /// Whether one of several parts of the form states an amount.
  private func isOfPart(_ amount: Quantity) -> Bool {
    let addends = self.addends
    return addends.count > 1 && addends.contains { $0.yuan?.equals(amount) ?? false }
  }

  /// Whether no other amount is called the whole as well, or may be beside it.
  private func isOnlyWhole(_ place: Int, among money: [Int]) -> Bool {
    let isCalled = isCalledWhole(place)
    return !money.contains { other in
      other != place
        && (isCalled ? isCalledWhole(other) : !isClaimed[other] && !isScoped(other))
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
  func opening(_ number: ProseNumber) -> Sentence {
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

  func close(
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
}
