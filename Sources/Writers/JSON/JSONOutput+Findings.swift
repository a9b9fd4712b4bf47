internal import TieoutModel

extension JSONOutput {
  /// Writes the members with the findings and with how the checks ended.
  mutating func findings(_ submission: borrowing Submission) {
    key("\"findings\":")
    open("[")
    for index in submission.findings.indices {
      comma()
      finding(index, submission)
      buffer.settle()
    }
    close("]")
    key("\"checks\":")
    open("{")
    verdicts(submission.tally)
    if !submission.tallies.isEmpty {
      key("\"byCheck\":")
      open("{")
      for (check, tally) in submission.tallies { counts(check, tally) }
      close("}")
    }
    close("}")
    decisions(submission)
  }

  /// Writes the members with how all executions ended.
  mutating func verdicts(_ tally: Tally) {
    member("\"exact\":", tally.exact)
    member("\"rounded\":", tally.rounded)
    member("\"coarse\":", tally.coarse)
    member("\"broken\":", tally.broken)
    member("\"open\":", tally.open)
  }

  /// Writes how the executions of one check ended; verdicts that none ended in are left out.
  private mutating func counts(_ check: String, _ tally: Tally) {
    comma()
    string(check)
    buffer.byte(0x3A)
    open("{")
    if tally.exact > 0 { member("\"exact\":", tally.exact) }
    if tally.rounded > 0 { member("\"rounded\":", tally.rounded) }
    if tally.coarse > 0 { member("\"coarse\":", tally.coarse) }
    if tally.broken > 0 { member("\"broken\":", tally.broken) }
    if tally.open > 0 { member("\"open\":", tally.open) }
    close("}")
  }

  /// Writes the finding at a place; handed over by itself, all of it would be copied.
  private mutating func finding(_ place: Int, _ submission: borrowing Submission) {
    let findings = submission.findings.span
    buffer.literal("{\"id\":\"f")
    buffer.integer(place + 1)
    buffer.byte(0x22)
    let isNew = head.isNew(
      findings[place].check, findings[place].severity, findings[place].verdict,
      findings[place].attribution)
    if isNew {
      swap(&buffer, &head.bytes)
      member("\"check\":", findings[place].check)
      member("\"name\":", lookup.name(ofCheck: findings[place].check))
      member("\"severity\":", findings[place].severity.name)
      member("\"verdict\":", findings[place].verdict.rawValue)
      member("\"attribution\":", findings[place].attribution.rawValue)
      swap(&buffer, &head.bytes)
    }
    buffer.raw(head.bytes, 0..<head.bytes.count)
    buffer.literal(",\"subject\":")
    let subject = buffer.count
    further(",\"record\":\"", findings[place].subject.record)
    further(",\"field\":\"", findings[place].subject.field)
    object(from: subject)
    buffer.literal(",\"records\":")
    strings(findings[place].records)
    buffer.literal(",\"message\":")
    both(findings[place].message)
    values(findings[place].values, submission.document)
    conclusion(ofFinding: place, submission)
    close("}")
  }

  /// Writes the members with what follows from a finding's values, and by what it is known.
  mutating func conclusion(ofFinding place: Int, _ submission: borrowing Submission) {
    let findings = submission.findings.span
    if findings[place].isConcluded { figures(findings[place]) }
    member("\"related\":", findings[place].related)
    if let name = findings[place].name {
      further(",\"fingerprint\":\"", name)
    } else {
      further(",\"fingerprint\":\"", findings[place].fingerprint)
    }
    decision(findings[place].decision, submission.decisions)
  }

  private mutating func figures(_ finding: borrowing Finding) {
    intervals(finding.intervals)
    member("\"slack\":", finding.slack)
    member("\"difference\":", finding.difference)
    member("\"differenceInYuan\":", finding.differenceInYuan)
    diagnosis(finding.diagnosis)
    member("\"majority\":", finding.majority)
    if let suggested = finding.suggested {
      key("\"suggested\":")
      open("{")
      member("\"value\":", suggested.value)
      member("\"grounds\":", suggested.grounds)
      close("}")
    }
  }

  private mutating func values(
    _ values: borrowing [Finding.Evidence], _ document: borrowing Document
  ) {
    if values.isEmpty { return }
    key("\"values\":")
    open("[")
    let values = values.span
    for index in values.indices {
      let slice = values[index].printed
      let isPrinted = document.hasCharacters(slice)
      comma()
      let start = buffer.count
      further(",\"role\":\"", values[index].role)
      further(",\"record\":\"", values[index].subject.record)
      further(",\"field\":\"", values[index].subject.field)
      if isPrinted {
        buffer.literal(",\"printed\":")
        string(slice, of: document)
      }
      further(",\"value\":\"", values[index].value)
      further(",\"unit\":\"", values[index].unit)
      if isPrinted {
        buffer.literal(",\"at\":")
        place(of: slice, in: document)
      }
      object(from: start)
    }
    close("]")
  }

  /// Writes the member with the readings that were compared.
  mutating func intervals(_ intervals: borrowing [Finding.Interval]) {
    if intervals.isEmpty { return }
    key("\"intervals\":")
    open("[")
    let intervals = intervals.span
    for index in intervals.indices {
      comma()
      open("{")
      member("\"role\":", intervals[index].role)
      member("\"low\":", intervals[index].low)
      member("\"high\":", intervals[index].high)
      close("}")
    }
    close("]")
  }

  private mutating func diagnosis(_ diagnosis: borrowing [Diagnosis]) {
    if diagnosis.isEmpty { return }
    key("\"diagnosis\":")
    open("[")
    for index in diagnosis.indices {
      comma()
      string(diagnosis[index].rawValue)
    }
    close("]")
  }
}
