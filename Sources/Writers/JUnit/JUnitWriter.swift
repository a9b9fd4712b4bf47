public import TieoutModel

/// Writes `junit.xml`: a test case a check, for build servers that show nothing else.
///
/// A check fails with findings that are errors or warnings and that nobody has settled. It is skipped
/// where all of those are settled; what does not make it fail stands in its output.
public enum JUnitWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "junit"
  /// The file's name.
  public static let fileName = "junit.xml"
  /// Only build servers read it.
  public static let isOnRequest = true

  /// Appends the XML.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    let cases = JUnitCase.all(of: submission)
    let places = FindingPlaces(submission)
    output.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite")
    let names = submission.document.sources.map(\.name).joined(separator: ", ")
    output.attribute(" name=\"", names.isEmpty ? Generator.name : names)
    output.attribute(" tests=\"", String(cases.count))
    output.attribute(" failures=\"", String(cases.count { !$0.failures.isEmpty }))
    output.literal(" errors=\"0\"")
    output.attribute(" skipped=\"", String(cases.count { $0.isSkipped }))
    output.literal(">\n")
    for part in cases { part.write(submission, places, options.language, into: &output) }
    output.literal("</testsuite>\n</testsuites>\n")
  }
}

/// One check and what it found.
private struct JUnitCase {
  let check: String
  /// What somebody must mend, or settle.
  var failures: [Finding] = []
  /// What would be such, had not a reviewer settled it.
  var settled: [Finding] = []
  /// What is good to know.
  var others: [Finding] = []

  /// Whether nothing but a reviewer's word keeps it from failing.
  var isSkipped: Bool { failures.isEmpty && !settled.isEmpty }

  /// All checks that ran, in the order of the catalogue, and what else has findings.
  static func all(of submission: Submission) -> [JUnitCase] {
    var cases = submission.tallies.map { JUnitCase(check: $0.check) }
    var places: [String: Int] = [:]
    for (index, part) in cases.enumerated() { places[part.check] = index }
    for finding in submission.findings {
      let place = places[finding.check] ?? cases.count
      if place == cases.count {
        cases.append(JUnitCase(check: finding.check))
        places[finding.check] = place
      }
      if finding.severity < .warning {
        cases[place].others.append(finding)
      } else if submission.isSettled(finding) {
        cases[place].settled.append(finding)
      } else {
        cases[place].failures.append(finding)
      }
    }
    return cases
  }

  func write(
    _ submission: Submission, _ places: FindingPlaces, _ language: Language,
    into output: inout ByteBuffer
  ) {
    let entry = submission.catalogue.first { $0.id == check }
    output.literal("<testcase")
    output.attribute(" classname=\"", "\(Generator.name).\(entry?.name ?? check)")
    output.attribute(" name=\"", entry.map { "\(check) \($0.title.text(language))" } ?? check)
    output.literal(">")
    if let first = failures.first {
      let gravest = failures.contains { $0.severity == .error } ? Severity.error : .warning
      let more = failures.count > 1 ? " (+\(failures.count - 1))" : ""
      output.literal("\n<failure")
      output.attribute(" type=\"", gravest.name)
      output.attribute(" message=\"", first.message.text(language) + more)
      output.literal(">")
      output.lines(of: failures, places, submission, language)
      output.literal("</failure>")
    } else if isSkipped {
      output.literal("\n<skipped")
      output.attribute(
        " message=\"", settled.compactMap { submission.reason(of: $0) }.joined(separator: "; "))
      output.literal("/>")
    }
    if !(others + settled).isEmpty {
      output.literal("\n<system-out>")
      output.lines(of: settled + others, places, submission, language)
      output.literal("</system-out>")
    }
    output.literal("</testcase>\n")
  }
}

extension Submission {
  /// Who settled a finding, when and why.
  fileprivate func reason(of finding: Finding) -> String? {
    decision(on: finding).map { "\($0.ruling.rawValue), \($0.by), \($0.date): \($0.reason)" }
  }
}

extension ByteBuffer {
  /// Appends an attribute; its name comes with the quotation mark.
  fileprivate mutating func attribute(_ name: StaticString, _ value: String) {
    literal(name)
    escaped(value, as: XMLAttributeEscaping.self)
    byte(0x22)
  }

  /// Appends a line a finding: its place, its record, what it says, its fingerprint.
  fileprivate mutating func lines(
    of findings: [Finding], _ places: FindingPlaces, _ submission: Submission, _ language: Language
  ) {
    for finding in findings {
      byte(0x0A)
      let place = places.slice(of: finding).map { submission.place(of: $0, language) + " " } ?? ""
      let words = "\(place)\(finding.subject.record): \(finding.message.text(language))"
      let reason = submission.reason(of: finding).map { " (\($0))" } ?? ""
      escaped(
        "\(finding.severity.name): \(words) [\(finding.fingerprint)]\(reason)",
        as: XMLEscaping.self)
    }
    byte(0x0A)
  }
}
