public import TieoutModel

/// The last line of a report: what a script reads.
public struct ReportTally: Sendable {
  /// The counts: `rows=44 details=44 … exit=1`.
  public let parts: String

  /// The line: `tieout: rows=44 details=44 … exit=1`.
  public var line: String { "tieout: " + parts }

  /// Counts a submission; open findings stand beside the severities.
  public init(_ submission: Submission, exitCode: Int) {
    // By place: a closure would be handed a copy of each finding.
    let findings = submission.findings
    func count(_ severity: Severity) -> Int {
      findings.indices.count {
        findings[$0].severity == severity && findings[$0].verdict != .open
      }
    }
    let counts: [(String, Int)] = [
      ("rows", submission.summary.rows.count),
      ("details", submission.details.count),
      ("links", submission.links.count),
      ("repairs", submission.repairs.count),
      ("error", count(.error)),
      ("warning", count(.warning)),
      ("review", count(.review)),
      ("note", count(.note)),
      ("open", findings.indices.count { findings[$0].verdict == .open }),
      ("unplaced", submission.ledgerTotals().unplaced),
      ("exit", exitCode),
    ]
    parts = counts.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
  }
}
