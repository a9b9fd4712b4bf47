public import TieoutModel

/// The last line of a report: what a script reads.
public struct ReportTally: Sendable {
  /// The counts: `rows=44 details=44 … exit=1`.
  public let parts: String

  /// The line: `tieout: rows=44 details=44 … exit=1`.
  public var line: String { "tieout: " + parts }

  /// Counts a submission; open findings stand beside the severities.
  public init(_ submission: Submission, exitCode: Int) {
    var counted = [Int](repeating: 0, count: Severity.allCases.count)
    var open = 0
    // Each finding is looked at in place: it holds many references.
    for index in submission.findings.indices {
      if submission.findings[index].verdict == .open {
        open += 1
      } else {
        counted[submission.findings[index].severity.rawValue] += 1
      }
    }
    let counts: [(String, Int)] = [
      ("rows", submission.summary.rows.count),
      ("details", submission.details.count),
      ("links", submission.links.count),
      ("repairs", submission.repairs.count),
      ("error", counted[Severity.error.rawValue]),
      ("warning", counted[Severity.warning.rawValue]),
      ("review", counted[Severity.review.rawValue]),
      ("note", counted[Severity.note.rawValue]),
      ("open", open),
      ("unplaced", submission.ledgerTotals().unplaced),
      ("exit", exitCode),
    ]
    parts = counts.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
  }
}
