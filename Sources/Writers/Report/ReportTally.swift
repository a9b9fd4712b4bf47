public import TieoutModel

/// What a submission comes to in figures: the last line of a report, and what batches add up.
public struct ReportTally: Hashable, Sendable {
  /// The counts that a script reads, in the order of the line.
  public enum Part: Int, Hashable, Sendable, CaseIterable {
    case rows, details, links, repairs
    /// Findings by severity; open ones stand beside.
    case error, warning, review, note, open
    /// Characters that are in no value, label, boilerplate or markup.
    case unplaced
    /// Findings that a decision settles, which are counted nowhere else; told where there are any.
    case decided
    /// What the exit code is, or would be.
    case exit

    /// The name in outputs.
    public var name: String {
      switch self {
      case .rows: "rows"
      case .details: "details"
      case .links: "links"
      case .repairs: "repairs"
      case .error: "error"
      case .warning: "warning"
      case .review: "review"
      case .note: "note"
      case .open: "open"
      case .unplaced: "unplaced"
      case .decided: "decided"
      case .exit: "exit"
      }
    }
  }

  /// The count of each part.
  private var counts: [Int]
  /// How many findings each check has, by its identifier.
  public var checks: [String: Int] = [:]
  /// The characters of the input that are not blank.
  public var scalars = 0

  /// Creates a tally of nothing.
  public init() { counts = Array(repeating: 0, count: Part.allCases.count) }

  /// A count.
  public subscript(part: Part) -> Int {
    get { counts[part.rawValue] }
    set { counts[part.rawValue] = newValue }
  }

  /// The counts: `rows=44 details=44 … exit=1`.
  public var parts: String {
    zip(Part.allCases, counts).filter { $0 != .decided || $1 > 0 }
      .map { "\($0.name)=\($1)" }.joined(separator: " ")
  }

  /// No more checks than this mostly have findings.
  private static let commonChecks = 48

  /// The line: `tieout: rows=44 details=44 … exit=1`.
  public var line: String { "tieout: " + parts }

  /// How many of a million characters are in no value, label, boilerplate or markup: `3.2`.
  public var unplacedPerMillion: String {
    guard scalars > 0 else { return "0.0" }
    let tenths = (self[.unplaced] * 10_000_000 + scalars / 2) / scalars
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Counts a submission; open findings stand beside the severities.
  public init(_ submission: borrowing Submission, exitCode: Int) {
    self.init()
    self[.rows] = submission.summary.rows.count
    self[.details] = submission.details.count
    self[.links] = submission.links.count
    self[.repairs] = submission.repairs.count
    // By place: a loop over values would copy each finding.
    let findings = submission.findings, areDecided = !submission.decisions.isEmpty
    checks.reserveCapacity(Self.commonChecks)
    // Findings of one check mostly follow one another.
    var last = (check: "", count: 0)
    for place in findings.indices {
      if areDecided, submission.isSettled(findings[place]) {
        self[.decided] += 1
        continue
      }
      let isOpen = findings[place].verdict == .open
      self[isOpen ? .open : Part(findings[place].severity)] += 1
      if findings[place].check != last.check {
        if last.count > 0 { checks[last.check, default: 0] += last.count }
        last = (findings[place].check, 0)
      }
      last.count += 1
    }
    if last.count > 0 { checks[last.check, default: 0] += last.count }
    let ledger = submission.ledgerTotals()
    self[.unplaced] = ledger.unplaced
    scalars = ledger.scalars
    self[.exit] = exitCode
  }
}

extension ReportTally.Part {
  fileprivate init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .review: .review
      case .note: .note
      }
  }
}
