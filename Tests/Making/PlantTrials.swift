internal import Tieout

/// Documents with one planted error each, and what is found in them.
package struct PlantTrials {
  private let series: MadeSeries

  /// Describes as many trials as there are documents; the kinds of error come in turn.
  package init(_ series: MadeSeries) { self.series = series }

  /// What one kind of error came to.
  package struct Tally: Sendable {
    package var kind: String
    package var matter: Plant.Matter
    package var planted = 0
    package var found = 0
  }

  /// What all trials came to.
  package struct Result: Sendable {
    /// One a kind of error, in the order of the catalogue.
    package var tallies: [Tally] = []
    package var cleanDocuments = 0
    /// What was reported of clean documents, by severity.
    package var falseErrors = 0, falseWarnings = 0, falseReviews = 0
    /// The errors that were missed, and the false alarms, a line each.
    package var misses: [String] = []

    /// The share of planted errors that were found, among those of one matter.
    package func recall(_ matter: Plant.Matter) -> Double {
      let kinds = tallies.filter { $0.matter == matter }
      let planted = kinds.reduce(0) { $0 + $1.planted }
      return planted == 0 ? 1 : Double(kinds.reduce(0) { $0 + $1.found }) / Double(planted)
    }
  }

  /// A document's lines, its error planted.
  package func lines(of document: Int) -> [String] {
    planted(document)?.lines ?? Page.lines(series.clean(document))
  }

  /// Ties all documents out, clean and with their error.
  package func run() throws -> Result {
    var result = Result()
    result.tallies = Plant.all.map { Tally(kind: $0.kind, matter: $0.matter) }
    for document in 0..<series.documents {
      try runClean(document, &result)
      guard let (lines, planted) = planted(document) else { continue }
      let kind = document % Plant.all.count
      let findings = try MadeSeries.submission(lines).findings
      let isFound = findings.contains { finding in
        planted.checks.contains(finding.check)
          && (planted.records.isEmpty || !planted.records.allSatisfy { !finding.names($0) })
      }
      result.tallies[kind].planted += 1
      result.tallies[kind].found += isFound ? 1 : 0
      if !isFound {
        result.misses.append(
          "missed \(document): \(planted.kind), \(planted.records.joined(separator: " "))")
      }
    }
    return result
  }

  private func runClean(_ document: Int, _ result: inout Result) throws {
    result.cleanDocuments += 1
    var made = series.clean(document)
    // Every second one holds what only looks like an error.
    if document % 2 == 1 {
      var random = series.random(for: document)
      made = made.hardened(&random)
    }
    let findings = try MadeSeries.submission(Page.lines(made)).findings
    for finding in findings where finding.severity > .note {
      switch finding.severity {
      case .error: result.falseErrors += 1
      case .warning: result.falseWarnings += 1
      default: result.falseReviews += 1
      }
      result.misses.append(
        "false alarm \(document): \(finding.check) \(finding.subject.record) \(finding.message.en)")
    }
  }

  private func planted(_ document: Int) -> (lines: [String], planted: Plant.Planted)? {
    var random = series.random(for: document)
    return Plant.all[document % Plant.all.count].plant(into: series.clean(document), &random)
  }
}

extension Finding {
  /// Whether a record is one of those that the finding is about.
  fileprivate func names(_ record: String) -> Bool {
    subject.record == record || records.contains(record)
      || values.contains(where: { $0.subject.record == record })
  }
}

extension PlantTrials.Result {
  /// The result as a Markdown table.
  package var table: String {
    var lines = ["| planted | kind | planted | found |", "|---|---|---:|---:|"]
    for tally in tallies {
      lines.append(
        "| \(tally.kind) | \(tally.matter.rawValue) | \(tally.planted) "
          + "| \(tally.found) |")
    }
    let found = Plant.Matter.allCases.map { "\($0.rawValue) \(Self.percent(recall($0)))" }
    lines += [
      "", "Found: \(found.joined(separator: ", ")).",
      "Reported of \(cleanDocuments) clean documents: \(falseErrors) errors, "
        + "\(falseWarnings) warnings, \(falseReviews) items to review.",
    ]
    return lines.joined(separator: "\n")
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
