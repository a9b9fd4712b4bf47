internal import TieoutModel

extension ProseComparison {
  /// The year in the form's title; `nil` where none stands there.
  var year: Int64? {
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
    let planned =
      years.first { number in
        ProseWords.plans.contains {
          text.stands($0, at: number.at.upperBound, field.field.words.range.upperBound)
        } && !ProseWords.references.isIn(number.label, of: text)
      } ?? years.first { isOfTotal($0, own) }
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

  /// Whether a year before the last is that of the form's own sum: both stand in one sentence, and
  /// the sum behind it.
  private func isOfTotal(_ year: ProseNumber, _ own: Int64) -> Bool {
    guard own - year.quantity.digits > 1, let total = paper.totals[detail]?.reading else {
      return false
    }
    return field.numbers.indices.contains { place in
      let number = field.numbers[place]
      return number.sentence == year.sentence && number.at.lowerBound > year.at.upperBound
        && number.measure.base == .money && number.isAddend
        && field.claims.reading(place).flatMap { Ladder(total, $0)?.verdict } == .exact
    }
  }
}
