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
    let fingerprints = submission.fingerprintsOfRepairs()
    let orphans = orphans(fingerprints, submission)
    for (repair, fingerprint) in fingerprints.enumerated() {
      guard submission.repairs[repair].decision == nil,
        let place = places[fingerprint] ?? orphans[repair]
      else { continue }
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

  /// The decisions on repairs that have lost the record that they were made on, by repair.
  ///
  /// A row that is left as printed may belong to no record any more. Only a repair that a decision
  /// turned can be meant, and only where one alone can be.
  private static func orphans(_ fingerprints: [String], _ submission: Submission) -> [Int: Int] {
    let known = Set(fingerprints)
    let decided = Set(submission.decisions.map(\.fingerprint))
    var turned: [String: [Int]] = [:]
    for repair in submission.repairs.indices where !decided.contains(fingerprints[repair]) {
      let state = submission.repairs[repair].state
      guard state == .accepted || state == .rejected else { continue }
      let cause = cause(fingerprints[repair], submission.repairs[repair].evidenceHash)
      turned[cause, default: []].append(repair)
    }
    var orphans: [Int: Int] = [:]
    for (place, decision) in submission.decisions.enumerated()
    where !known.contains(decision.fingerprint) {
      let candidates = turned[cause(decision.fingerprint, decision.evidence)] ?? []
      if candidates.count == 1 { orphans[candidates[0]] = place }
    }
    return orphans
  }

  /// A repair without its record: its rule, its cause and its evidence.
  private static func cause(_ fingerprint: String, _ evidence: String) -> String {
    let parts = fingerprint.split(separator: ":", omittingEmptySubsequences: false)
    return "\(parts.first ?? ""):\(parts.last ?? ""):\(evidence)"
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
