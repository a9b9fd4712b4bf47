internal import TieoutModel

/// Puts each decision to what it was made on, and sees whether the evidence is still the same.
enum Standings {
  /// Settles the decisions on findings and repairs; corrections have been applied before.
  static func settle(_ submission: inout Submission) {
    guard !submission.decisions.isEmpty else { return }
    var places: [String: Int] = [:]
    for (place, decision) in submission.decisions.enumerated() {
      places[decision.fingerprint] = place
    }
    for (repair, fingerprint) in submission.fingerprintsOfRepairs().enumerated() {
      guard let place = places[fingerprint], submission.repairs[repair].decision == nil else {
        continue
      }
      submission.repairs[repair].decision = place
      submission.settle(place, submission.repairs[repair].evidenceHash)
    }
    for finding in submission.findings.indices {
      if let place = places[submission.findings[finding].fingerprint] {
        submission.findings[finding].decision = place
        submission.settle(place, submission.findings[finding].evidenceHash)
      } else {
        submission.findings[finding].decision = submission.decision(
          ofRepairsIn: submission.findings[finding])
      }
    }
  }
}

extension Submission {
  /// Compares the evidence of a decision with what it was; a correction knows already.
  fileprivate mutating func settle(_ decision: Int, _ evidence: String) {
    guard decisions[decision].correction == nil else { return }
    // Where several findings share a fingerprint, one that is as it was keeps the decision.
    if decisions[decision].standing == .current { return }
    decisions[decision].standing =
      decisions[decision].evidence == evidence ? .current : .stale
  }

  /// The decision on the repairs that a finding tells of; `nil` unless all of them are decided.
  fileprivate func decision(ofRepairsIn finding: Finding) -> Int? {
    let decided = repairs(in: finding).map { repairs[$0].decision }
    guard let first = decided.first, decided.allSatisfy({ $0 != nil }) else { return nil }
    let stale = decided.first { $0.map { decisions[$0].standing != .current } ?? false }
    return stale ?? first
  }
}
