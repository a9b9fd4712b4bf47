public import TieoutModel

/// The last line of a report: what a script reads.
public struct ReportTally: Sendable {
  /// The counts: `rows=44 details=44 … exit=1`.
  public let parts: String

  /// The line: `tieout: rows=44 details=44 … exit=1`.
  public var line: String { "tieout: " + parts }

  /// Counts a submission; open findings stand beside the severities, and those that a decision
  /// settles are counted where there are any, and nowhere else.
  public init(_ submission: Submission, exitCode: Int) {
    func count(_ severity: Severity) -> Int {
      submission.findings.count {
        $0.severity == severity && $0.verdict != .open && !submission.isSettled($0)
      }
    }
    let settled =
      submission.decisions.isEmpty ? 0 : submission.findings.count { submission.isSettled($0) }
    var counts: [(String, Int)] = [
      ("rows", submission.summary.rows.count),
      ("details", submission.details.count),
      ("links", submission.links.count),
      ("repairs", submission.repairs.count),
      ("error", count(.error)),
      ("warning", count(.warning)),
      ("review", count(.review)),
      ("note", count(.note)),
      (
        "open", submission.findings.count { $0.verdict == .open && !submission.isSettled($0) }
      ),
      ("unplaced", submission.ledgerTotals().unplaced),
    ]
    if settled > 0 { counts.append(("decided", settled)) }
    counts.append(("exit", exitCode))
    parts = counts.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
  }
}
