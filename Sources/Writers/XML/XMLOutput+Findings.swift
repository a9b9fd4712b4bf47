internal import TieoutModel

extension XMLOutput {
  /// Writes the findings and how the checks ended.
  mutating func findings(_ submission: borrowing Submission) {
    markup("<findings>")
    let findings = submission.findings.span
    for index in findings.indices {
      finding(findings[index], number: index + 1, submission)
    }
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

  /// Inlined, as `value` is, so that nothing is copied to be handed over.
  @inline(__always)
  private mutating func finding(
    _ finding: borrowing Finding, number: Int, _ submission: borrowing Submission
  ) {
    markup("<finding id=\"f")
    buffer.integer(number)
    buffer.byte(0x22)
    attribute(" check=\"", finding.check)
    attribute(" name=\"", lookup.name(ofCheck: finding.check))
    attribute(" severity=\"", finding.severity.name)
    attribute(" verdict=\"", finding.verdict.rawValue)
    attribute(" attribution=\"", finding.attribution.rawValue)
    attribute(" slack=\"", finding.slack)
    attribute(" difference=\"", finding.difference)
    attribute(" differenceInYuan=\"", finding.differenceInYuan)
    attribute(" majority=\"", finding.majority)
    attribute(" fingerprint=\"", finding.fingerprint)
    markup("><subject")
    attribute(" record=\"", finding.subject.record)
    attribute(" field=\"", finding.subject.field)
    markup("/>")
    elements("<record", finding.records, "</record>")
    message("<message", finding.message, "</message>")
    let values = finding.values.span
    for index in values.indices { value(values[index], submission.document) }
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
    elements("<related", finding.related, "</related>")
    decision(finding.decision, submission.decisions)
    markup("</finding>")
    buffer.settle()
  }

  private mutating func interval(_ interval: borrowing Finding.Interval) {
    markup("<interval")
    attribute(" role=\"", interval.role)
    attribute(" low=\"", interval.low)
    attribute(" high=\"", interval.high)
    markup("/>")
  }

  @inline(__always)
  private mutating func value(
    _ value: borrowing Finding.Evidence, _ document: borrowing Document
  ) {
    markup("<value")
    attribute(" role=\"", value.role)
    attribute(" record=\"", value.subject.record)
    attribute(" field=\"", value.subject.field)
    attribute(" printed=\"", value.printed, of: document)
    attribute(" unit=\"", value.unit)
    if document.hasCharacters(value.printed) {
      location(lookup.location(of: value.printed, in: document))
    }
    if value.value.isEmpty {
      markup("/>")
    } else {
      markup(">")
      characters(value.value)
      markup("</value>")
    }
  }
}
