internal import TieoutModel

extension XMLOutput {
  /// Writes the findings and how the checks ended.
  mutating func findings() {
    markup("<findings>")
    for (index, finding) in submission.findings.enumerated() {
      self.finding(finding, number: index + 1)
    }
    markup("</findings><checks")
    let tally = submission.tally
    attribute(" exact=\"", tally.exact)
    attribute(" rounded=\"", tally.rounded)
    attribute(" coarse=\"", tally.coarse)
    attribute(" broken=\"", tally.broken)
    attribute(" open=\"", tally.open)
    markup("/>")
  }

  private mutating func finding(_ finding: Finding, number: Int) {
    markup("<finding id=\"f")
    buffer.integer(number)
    buffer.byte(0x22)
    attribute(" check=\"", finding.check)
    attribute(" name=\"", lookup.checkNames[finding.check])
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
    for record in finding.records { element("record", record) }
    message("message", finding.message)
    for value in finding.values { self.value(value) }
    for interval in finding.intervals {
      markup("<interval")
      attribute(" role=\"", interval.role)
      attribute(" low=\"", interval.low)
      attribute(" high=\"", interval.high)
      markup("/>")
    }
    for diagnosis in finding.diagnosis { element("diagnosis", diagnosis.rawValue) }
    if let suggested = finding.suggested {
      markup("<suggested")
      attribute(" value=\"", suggested.value)
      markup(">")
      message("grounds", suggested.grounds)
      markup("</suggested>")
    }
    for related in finding.related { element("related", related) }
    markup("</finding>")
  }

  private mutating func value(_ value: Finding.Evidence) {
    markup("<value")
    attribute(" role=\"", value.role)
    attribute(" record=\"", value.subject.record)
    attribute(" field=\"", value.subject.field)
    attribute(" printed=\"", value.printed)
    attribute(" unit=\"", value.unit)
    if lookup.hasCharacters(value.printed) { location(location(of: value.printed)) }
    if value.value.isEmpty {
      markup("/>")
    } else {
      markup(">")
      characters(value.value)
      markup("</value>")
    }
  }
}
