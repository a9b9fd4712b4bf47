internal import TieoutModel

extension JSONOutput {
  /// Writes the members with the findings and with how the checks ended.
  mutating func findings() {
    key("\"findings\":")
    open("[")
    for (index, finding) in submission.findings.enumerated() {
      comma()
      self.finding(finding, number: index + 1)
    }
    close("]")
    key("\"checks\":")
    open("{")
    let tally = submission.tally
    member("\"exact\":", tally.exact)
    member("\"rounded\":", tally.rounded)
    member("\"coarse\":", tally.coarse)
    member("\"broken\":", tally.broken)
    member("\"open\":", tally.open)
    close("}")
  }

  private mutating func finding(_ finding: Finding, number: Int) {
    open("{")
    key("\"id\":\"f")
    buffer.integer(number)
    buffer.byte(0x22)
    member("\"check\":", finding.check)
    member("\"name\":", lookup.checkNames[finding.check])
    member("\"severity\":", finding.severity.name)
    member("\"verdict\":", finding.verdict.rawValue)
    member("\"attribution\":", finding.attribution.rawValue)
    key("\"subject\":")
    open("{")
    member("\"record\":", finding.subject.record)
    member("\"field\":", finding.subject.field)
    close("}")
    key("\"records\":")
    strings(finding.records)
    member("\"message\":", finding.message)
    values(finding.values)
    intervals(finding.intervals)
    member("\"slack\":", finding.slack)
    member("\"difference\":", finding.difference)
    member("\"differenceInYuan\":", finding.differenceInYuan)
    member("\"diagnosis\":", finding.diagnosis.map(\.rawValue))
    member("\"majority\":", finding.majority)
    if let suggested = finding.suggested {
      key("\"suggested\":")
      open("{")
      member("\"value\":", suggested.value)
      member("\"grounds\":", suggested.grounds)
      close("}")
    }
    member("\"related\":", finding.related)
    member("\"fingerprint\":", finding.fingerprint)
    close("}")
  }

  private mutating func values(_ values: [Finding.Evidence]) {
    if values.isEmpty { return }
    key("\"values\":")
    open("[")
    for value in values {
      comma()
      open("{")
      member("\"role\":", value.role)
      member("\"record\":", value.subject.record)
      member("\"field\":", value.subject.field)
      let isPrinted = lookup.hasCharacters(value.printed)
      if isPrinted {
        key("\"printed\":")
        string(value.printed)
      }
      member("\"value\":", value.value)
      member("\"unit\":", value.unit)
      if isPrinted {
        key("\"at\":")
        location(location(of: value.printed))
      }
      close("}")
    }
    close("]")
  }

  private mutating func intervals(_ intervals: [Finding.Interval]) {
    if intervals.isEmpty { return }
    key("\"intervals\":")
    open("[")
    for interval in intervals {
      comma()
      open("{")
      member("\"role\":", interval.role)
      member("\"low\":", interval.low)
      member("\"high\":", interval.high)
      close("}")
    }
    close("]")
  }
}
