internal import TieoutModel

extension JSONOutput {
  /// Writes the member with the findings, in the order of their numbers.
  mutating func reportFindings(
    _ submission: Submission, _ places: inout SourcePlaces
  ) {
    key("\"findings\":")
    open("[")
    for (place, finding) in submission.findings.enumerated() {
      comma()
      open("{")
      member("\"check\":", finding.check)
      member("\"severity\":", finding.severity.name)
      member("\"verdict\":", finding.verdict.rawValue)
      member("\"attribution\":", finding.attribution.rawValue)
      member("\"record\":", finding.subject.record)
      member("\"field\":", finding.subject.field)
      if let field = finding.subject.field {
        member("\"fieldWords\":", submission.words(forField: field))
      }
      member("\"records\":", finding.records)
      member("\"message\":", finding.message)
      reportValues(finding.values, submission.document, &places)
      conclusion(ofFinding: place, submission)
      close("}")
    }
    close("]")
  }

  private mutating func reportValues(
    _ values: [Finding.Evidence], _ document: borrowing Document, _ places: inout SourcePlaces
  ) {
    let isRebuilt = document.sources.contains { $0.file != nil }
    key("\"values\":")
    open("[")
    for value in values {
      comma()
      open("{")
      member("\"role\":", value.role)
      member("\"record\":", value.subject.record)
      member("\"field\":", value.subject.field)
      member("\"value\":", value.value)
      member("\"unit\":", value.unit)
      key("\"at\":")
      place(of: value.printed, &places)
      if isRebuilt, value.isPrinted {
        key("\"row\":")
        rebuiltLine(of: value.printed, document)
      }
      close("}")
    }
    close("]")
  }

  /// Writes the member with the repairs, in the order of their numbers.
  mutating func reportRepairs(
    _ submission: Submission, _ places: inout SourcePlaces
  ) {
    key("\"repairs\":")
    open("[")
    for repair in submission.repairs {
      comma()
      open("{")
      member("\"rule\":", repair.rule)
      member("\"state\":", repair.state.rawValue)
      member("\"record\":", repair.record)
      key("\"cells\":")
      open("[")
      for cell in repair.cells {
        comma()
        place(of: cell, &places)
      }
      close("]")
      member("\"before\":", repair.before)
      member("\"after\":", repair.after)
      messages("\"evidence\":", repair.evidence)
      messages("\"alternatives\":", repair.alternatives)
      member("\"score\":", repair.score)
      decision(repair.decision, submission.decisions)
      close("}")
    }
    close("]")
  }

  private mutating func messages(_ literal: StaticString, _ messages: [Message]) {
    if messages.isEmpty { return }
    key(literal)
    open("[")
    for message in messages {
      comma()
      both(message)
    }
    close("]")
  }

  /// Writes the members with the catalogue and with the words for what findings hold.
  mutating func reportWords(_ submission: Submission) {
    let passed = Self.passed(submission)
    key("\"checks\":")
    open("[")
    for entry in submission.catalogue {
      comma()
      open("{")
      member("\"id\":", entry.id)
      member("\"title\":", entry.title)
      if let tally = submission.tallies.first(where: { $0.check == entry.id })?.tally {
        member("\"passed\":", tally[.exact] + tally[.rounded])
        member("\"ran\":", Verdict.allCases.reduce(0) { $0 + tally[$1] })
      }
      if let records = passed[entry.id] {
        key("\"ticks\":")
        integers(records)
      }
      close("}")
    }
    close("]")
    key("\"words\":")
    open("{")
    for severity in Severity.allCases { word("severity", severity.name) { severity.title($0) } }
    for verdict in Verdict.allCases { word("verdict", verdict.rawValue) { verdict.word($0) } }
    for state in Repair.State.allCases { word("state", state.rawValue) { state.word($0) } }
    for party in Attribution.allCases { word("attribution", party.rawValue) { party.word($0) } }
    for pattern in Diagnosis.allCases { word("diagnosis", pattern.rawValue) { pattern.word($0) } }
    for (kind, message) in [
      ("letter", RecordWord.letter), ("summary", RecordWord.summary), ("total", RecordWord.total),
      ("row", RecordWord.row), ("detail", RecordWord.detail),
    ] {
      word("record", kind) { message.text($0) }
    }
    for (role, message) in ReportRoles.words.sorted(by: { $0.key < $1.key }) {
      word("role", role) { message.text($0) }
    }
    let fields = Set(submission.findings.flatMap { $0.values.map(\.role) })
    for role in fields.sorted() where ReportRoles.word(role) == nil {
      word("role", role) { ReportRoles.word(role, submission.profile).text($0) }
    }
    close("}")
  }

  /// The records whose figures an auditor would tick, by check: rows by their place, forms behind them.
  private static func passed(_ submission: Submission) -> [String: [Int]] {
    if submission.ticks.isEmpty { return [:] }
    var places: [String: Int] = [:]
    for record in submission.summary.rows + submission.details { places[record.id] = places.count }
    var passed: [String: [Int]] = [:]
    for tick in submission.ticks {
      guard let record = tick.values.first?.subject.record, let place = places[record] else {
        continue
      }
      // Ticks of one record follow one another.
      if passed[tick.check]?.last != place { passed[tick.check, default: []].append(place) }
    }
    return passed
  }

  private mutating func word(_ kind: String, _ name: String, _ text: (Language) -> String) {
    comma()
    string(kind + "." + name)
    buffer.byte(0x3A)
    both(Message(zh: text(.chinese), en: text(.english)))
  }
}
