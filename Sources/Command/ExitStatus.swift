internal import Tieout

/// What the command's exit code says.
enum ExitStatus: Int32 {
  /// No finding at or above the threshold.
  case fine = 0
  /// Findings at or above the threshold.
  case findings = 1
  /// The command line is wrong, or an input or output cannot be used.
  case unusable = 2
  /// Nothing to reconcile: no summary, no forms, or no pair of them.
  case nothingToReconcile = 3
  /// A fault of the program.
  case internalError = 4

  /// The status of one submission.
  init(_ submission: borrowing Submission, failOn threshold: Threshold) {
    if submission.summary.rows.isEmpty || submission.details.isEmpty || submission.links.isEmpty {
      self = .nothingToReconcile
    } else if let least = threshold.severity,
      submission.findings.contains(where: { $0.severity >= least && !submission.isSettled($0) })
    {
      self = .findings
    } else {
      self = .fine
    }
  }

  /// The graver of two, for many submissions: what could not be used weighs more than what could
  /// not be reconciled, and that more than findings.
  func combined(with other: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.fine, .findings, .nothingToReconcile, .unusable, .internalError]
    return order.last { $0 == self || $0 == other } ?? self
  }
}

/// The severity from which findings make the command fail.
enum Threshold: String, CaseIterable {
  case error, warning, review, note, never

  /// The least severity that counts; `nil` for none.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .review: .review
    case .note: .note
    case .never: nil
    }
  }
}
