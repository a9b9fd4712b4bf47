internal import TieoutModel

/// Weighs findings as the profile and the caller want them weighed, not as the catalogue does.
enum Weights {
  /// Sets the severities of what is broken: by check first, then trivial differences are notes.
  static func apply(_ submission: inout Submission) {
    let thresholds = submission.profile.thresholds
    for place in submission.findings.indices
    where submission.findings[place].verdict == .broken && !thresholds.weights.isEmpty {
      if case .severity(let severity) = thresholds.weights[submission.findings[place].check] {
        submission.findings[place].severity = severity
      }
    }
    guard let trivial = thresholds.trivial else { return }
    let unit = submission.profile.summaryUnit
    let yuan = trivial.scaled(byPowerOfTen: submission.profile.units.exponent(unit) ?? 0)
    let limit = "\(trivial) \(submission.profile.units.name(unit))"
    for place in submission.findings.indices where submission.findings[place].isTrivial(yuan) {
      submission.findings[place].severity = .note
      submission.findings[place].message.zh += "差额不超过微小界限 \(limit)。"
      submission.findings[place].message.en += " Trivial: not more than \(limit)."
    }
  }
}

extension Finding {
  /// Whether it is about a difference of money that is not above a limit in the base unit.
  fileprivate func isTrivial(_ limit: Quantity) -> Bool {
    guard verdict == .broken || verdict == .coarse, severity > .note, let differenceInYuan else {
      return false
    }
    let bytes = Array(differenceInYuan.utf8)
    guard let difference = Quantity.whole(bytes, Slice(bytes.indices)) else { return false }
    let size = Quantity(digits: abs(difference.digits), scale: difference.scale)
    return !(limit < size)
  }
}
