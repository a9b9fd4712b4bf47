internal import TieoutModel

extension XMLOutput {
  /// Writes the findings and how the checks ended.
  mutating func findings(_ submission: borrowing Submission) {
    markup("<findings>")
    for index in submission.findings.indices { finding(index, submission) }
    markup("</findings><checks")
    let tally = submission.tally
    attribute(" exact=\"", tally.exact)
    attribute(" rounded=\"", tally.rounded)
    attribute(" coarse=\"", tally.coarse)
    attribute(" broken=\"", tally.broken)
    attribute(" open=\"", tally.open)
    if submission.tallies.isEmpty {
      markup("/>")
    } else {
      markup(">")
      for (check, tally) in submission.tallies { counts(check, tally) }
      markup("</checks>")
    }
    decisions(submission)
  }

  /// Writes how the executions of one check ended; verdicts that none ended in are left out.
  private mutating func counts(_ check: String, _ tally: Tally) {
    markup("<check")
    attribute(" id=\"", check)
    if tally.exact > 0 { attribute(" exact=\"", tally.exact) }
    if tally.rounded > 0 { attribute(" rounded=\"", tally.rounded) }
    if tally.coarse > 0 { attribute(" coarse=\"", tally.coarse) }
    if tally.broken > 0 { attribute(" broken=\"", tally.broken) }
    if tally.open > 0 { attribute(" open=\"", tally.open) }
    markup("/>")
  }

  /// Writes the finding at a place; handed over by itself, all of it would be copied.
  private mutating func finding(_ place: Int, _ submission: borrowing Submission) {
    let findings = submission.findings.span
    markup("<finding id=\"f")
    buffer.integer(place + 1)
    buffer.byte(0x22)
    let isNew = head.isNew(
      findings[place].check, findings[place].severity, findings[place].verdict,
      findings[place].attribution)
    if isNew {
      swap(&buffer, &head.bytes)
      attribute(" check=\"", findings[place].check)
      attribute(" name=\"", lookup.name(ofCheck: findings[place].check))
      attribute(" severity=\"", findings[place].severity.name)
      attribute(" verdict=\"", findings[place].verdict.rawValue)
      attribute(" attribution=\"", findings[place].attribution.rawValue)
      swap(&buffer, &head.bytes)
    }
    buffer.raw(head.bytes, 0..<head.bytes.count)
    let isConcluded = findings[place].isConcluded
    if isConcluded { differences(findings[place]) }
    if let name = findings[place].name {
      attribute(" fingerprint=\"", name)
    } else {
      attribute(" fingerprint=\"", findings[place].fingerprint)
    }
    markup("><subject")
    attribute(" record=\"", findings[place].subject.record)
    attribute(" field=\"", findings[place].subject.field)
    markup("/>")
    elements("<record", findings[place].records, "</record>")
    message("<message", findings[place].message, "</message>")
    values(findings[place].values, submission.document)
    if isConcluded { readings(findings[place]) }
    elements("<related", findings[place].related, "</related>")
    decision(findings[place].decision, submission.decisions)
    markup("</finding>")
    buffer.settle()
  }

  /// Writes the attributes with what follows from a finding's values.
  private mutating func differences(_ finding: borrowing Finding) {
    attribute(" slack=\"", finding.slack)
    attribute(" difference=\"", finding.difference)
    attribute(" differenceInYuan=\"", finding.differenceInYuan)
    attribute(" majority=\"", finding.majority)
  }

  /// Writes the elements with what follows from a finding's values.
  private mutating func readings(_ finding: borrowing Finding) {
    let intervals = finding.intervals.span
    for index in intervals.indices { interval(intervals[index]) }
    for index in finding.diagnosis.indices {
      element("<diagnosis", finding.diagnosis[index].rawValue, "</diagnosis>")
    }
    if let suggested = finding.suggested {
      markup("<suggested")
      attribute(" value=\"", suggested.value)
      markup(">")
      message("<grounds", suggested.grounds, "</grounds>")
      markup("</suggested>")
    }
  }

  private mutating func interval(_ interval: borrowing Finding.Interval) {
    markup("<interval")
    attribute(" role=\"", interval.role)
    attribute(" low=\"", interval.low)
    attribute(" high=\"", interval.high)
    markup("/>")
  }

  private mutating func values(
    _ values: borrowing [Finding.Evidence], _ document: borrowing Document
  ) {
    let values = values.span
    for index in values.indices {
      let slice = values[index].printed
      markup("<value")
      attribute(" role=\"", values[index].role)
      attribute(" record=\"", values[index].subject.record)
      attribute(" field=\"", values[index].subject.field)
      let isPrinted = document.hasCharacters(slice)
      if isPrinted {
        markup(" printed=\"")
        ended(slice, of: document)
      }
      attribute(" unit=\"", values[index].unit)
      if isPrinted { place(of: slice, in: document) }
      if values[index].value.isEmpty {
        markup("/>")
      } else {
        markup(">")
        characters(values[index].value)
        markup("</value>")
      }
    }
  }
}
