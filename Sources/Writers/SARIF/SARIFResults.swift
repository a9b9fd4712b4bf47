internal import TieoutModel

extension JSONOutput {
  /// Writes all findings as results.
  mutating func results(_ submission: Submission) {
    let places = FindingPlaces(submission)
    let rules = Dictionary(
      submission.catalogue.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    key("\"results\":")
    open("[")
    for (index, finding) in submission.findings.enumerated() {
      comma()
      open("{")
      member("\"ruleId\":", finding.check)
      if let rule = rules[finding.check] { member("\"ruleIndex\":", rule) }
      kind(of: finding)
      text("\"message\":", finding.message.text(options.language))
      locations(of: finding, places, submission.document)
      key("\"partialFingerprints\":")
      open("{")
      member("\"tieout/v1\":", finding.fingerprint)
      close("}")
      suppressions(of: finding, submission)
      if let comparison = submission.comparison { baseline(index, comparison) }
      properties(of: finding)
      close("}")
    }
    close("]")
  }

  /// Writes what sort of result it is: what a person should look at is no failure yet.
  private mutating func kind(of finding: Finding) {
    guard finding.severity == .review else {
      return member("\"level\":", finding.severity.level)
    }
    member("\"kind\":", finding.verdict == .open ? "open" : "review")
    member("\"level\":", "none")
  }

  private mutating func locations(
    of finding: Finding, _ places: FindingPlaces, _ document: Document
  ) {
    let value = places.value(of: finding)
    key("\"locations\":")
    open("[")
    if let slice = places.slice(of: finding) {
      open("{")
      physical(slice, document)
      logical(finding.subject)
      close("}")
    } else {
      open("{")
      logical(finding.subject)
      close("}")
    }
    close("]")
    let others = finding.values.indices.filter { $0 != value && finding.values[$0].isPrinted }
    guard !others.isEmpty else { return }
    key("\"relatedLocations\":")
    open("[")
    for index in others {
      let value = finding.values[index]
      comma()
      open("{")
      member("\"id\":", index + 1)
      physical(value.printed, document)
      logical(value.subject)
      text("\"message\":", value.unit.isEmpty ? value.value : "\(value.value) \(value.unit)")
      close("}")
    }
    close("]")
  }

  private mutating func physical(_ slice: Slice, _ document: Document) {
    let place = lookup.location(of: slice, in: document)
    key("\"physicalLocation\":")
    open("{")
    key("\"artifactLocation\":")
    open("{")
    key("\"uri\":")
    uri(document.sources.indices.contains(place.source) ? document.sources[place.source].name : "")
    member("\"index\":", place.source)
    close("}")
    key("\"region\":")
    open("{")
    member("\"startLine\":", place.line)
    member("\"startColumn\":", place.column)
    if let end = document.end(of: slice, at: place) {
      member("\"endLine\":", end.line)
      member("\"endColumn\":", end.column)
    }
    close("}")
    close("}")
  }

  private mutating func logical(_ subject: Subject) {
    key("\"logicalLocations\":")
    open("[")
    open("{")
    member(
      "\"fullyQualifiedName\":", subject.field.map { "\(subject.record)#\($0)" } ?? subject.record)
    member("\"kind\":", subject.field == nil ? "record" : "field")
    close("}")
    close("]")
  }

  /// Writes what a reviewer said; where some results have that, those without must say so.
  private mutating func suppressions(of finding: Finding, _ submission: Submission) {
    guard !submission.decisions.isEmpty else { return }
    key("\"suppressions\":")
    open("[")
    if let decision = submission.decision(on: finding), decision.standing != .absent {
      open("{")
      key("\"kind\":\"external\"")
      member("\"status\":", decision.standing == .current ? "accepted" : "underReview")
      member(
        "\"justification\":",
        "\(decision.ruling.rawValue), \(decision.by), \(decision.date): \(decision.reason)")
      close("}")
    }
    close("]")
  }

  private mutating func baseline(_ index: Int, _ comparison: Comparison) {
    let state =
      comparison.new.contains(index)
      ? "new" : comparison.changed.contains(index) ? "updated" : "unchanged"
    member("\"baselineState\":", state)
  }

  private mutating func properties(of finding: Finding) {
    key("\"properties\":")
    open("{")
    member("\"severity\":", finding.severity.name)
    member("\"verdict\":", finding.verdict.rawValue)
    member("\"attribution\":", finding.attribution.rawValue)
    member("\"difference\":", finding.difference)
    close("}")
  }
}

extension Document {
  /// The line and the column behind the last character of a slice that begins at a place; `nil` where
  /// the input's own characters are no longer there to be counted.
  fileprivate func end(of slice: Slice, at place: Location) -> (line: Int, column: Int)? {
    guard sources.indices.contains(place.source) else { return nil }
    guard let file = sources[place.source].file else {
      return Self.end(of: map.source(of: slice).range, in: bytes.span, from: place)
    }
    guard sources[place.source].transcoding == nil else { return nil }
    return Self.end(of: place.bytes, in: file.bytes.span, from: place)
  }

  private static func end(
    of range: Range<Int>, in bytes: borrowing Span<UInt8>, from place: Location
  ) -> (line: Int, column: Int) {
    var (line, column) = (place.line, place.column)
    for index in range.clamped(to: bytes.indices) {
      if bytes[index] == 0x0A {
        (line, column) = (line + 1, 1)
      } else if bytes[index].isScalarStart {
        column += 1
      }
    }
    return (line, column)
  }
}
