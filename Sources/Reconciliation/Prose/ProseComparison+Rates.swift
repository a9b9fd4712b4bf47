internal import TieoutModel

extension ProseComparison {
  /// Compares a rate that the text states with the one indicator of that rate: `全年执行率达到100%`
  /// beside `执行率≥90%`.
  func compareRates(_ report: inout CheckReport) {
    for place in field.numbers.indices {
      let number = field.numbers[place]
      guard number.measure.base == .percent, number.exactness == .exact, !number.isRange,
        !isClaimed[place], let name = rateName(before: number), let row = indicator(named: name),
        let value = paper.indicators[row].target ?? paper.indicators[row].bound
      else { continue }
      if value.equals(number.quantity) {
        report.pass(
          tick: Tick(
            ProseAgainstFields.entry.id,
            values: [submission.evidence("stated", number, subject)]
              + values(number, row).dropFirst()))
      } else {
        report.report(finding(number, row, value))
      }
    }
  }

  /// The last characters of the name of a rate that stands before a number, a verb between them left
  /// out; `nil` where no rate does.
  private func rateName(before number: ProseNumber) -> Slice? {
    var end = number.label.upperBound
    let text = self.text
    func strip(_ words: [[UInt8]]) {
      for word in words
      where end - word.count >= number.label.lowerBound
        && text[end - word.count..<end].elementsEqual(word)
      {
        end -= word.count
        return
      }
    }
    strip(ProseWords.rateVerbs)
    strip(ProseWords.rateVerbs)
    let start = end - 9
    guard start >= number.label.lowerBound, text[start].isScalarStart,
      ProseWords.rateEndings.contains(where: {
        text[start..<end].suffix($0.count).elementsEqual($0)
      })
    else { return nil }
    return Slice(start..<end)
  }

  /// The one indicator that is measured in % and whose name ends so; `nil` where none or several do.
  private func indicator(named name: Slice) -> Int? {
    var found: Int?
    for row in paper.indicators(ofDetail: detail) {
      let title = paper.indicators[row].indicator.title.range
      guard title.count >= Int(name.count), measureOf(row).base == .percent,
        text[title].suffix(Int(name.count)).elementsEqual(text[name.range])
      else { continue }
      if found != nil { return nil }
      found = row
    }
    return found
  }

  private func finding(_ number: ProseNumber, _ row: Int, _ value: Quantity) -> Finding {
    let indicator = paper.indicators[row].indicator
    var sentence = opening(number)
    sentence.add("，指标", ", its indicator ")
    sentence.add(indicator.place + 1)
    sentence.add("“", " “")
    sentence.add(submission.document.string(indicator.title))
    sentence.add("”为 ", "” states ")
    sentence.add(value)
    sentence.add("%：不一致。请核对原件。", "%: they disagree. The paper settles both.")
    return Finding(
      check: ProseAgainstFields.entry.id, severity: .review, verdict: .broken, subject: subject,
      message: sentence.message, values: values(number, row),
      identity: (subject, "rate-\(indicator.place + 1)"))
  }
}
