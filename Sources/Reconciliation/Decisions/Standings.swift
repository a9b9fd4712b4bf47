internal import TieoutModel

/// Puts each decision to what it was made on, and sees whether the evidence is still the same.
enum Standings {
  /// Settles the decisions on findings and repairs; corrections have been applied before.
  static func settle(_ submission: inout Submission) {
    guard !submission.decisions.isEmpty else { return }
    let keys = RecordKeys(submission)
    var places: [String: Int] = [:]
    // Older decisions call records by number; what is decided by name comes before them.
    for (place, decision) in submission.decisions.enumerated() {
      if let renamed = keys.renamed(decision.fingerprint) { places[renamed] = place }
    }
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
    let strays = strays(keys, submission)
    // What has found its finding under another name means no other one.
    let found = Set(strays.values)
    for finding in submission.findings.indices {
      let named = places[submission.findings[finding].fingerprint]
      if let place = strays[finding] ?? named.flatMap({ found.contains($0) ? nil : $0 }) {
        submission.findings[finding].decision = place
        submission.settle(place, submission.findings[finding].evidenceHash)
      } else {
        submission.findings[finding].decision = submission.decision(
          ofRepairsIn: submission.findings[finding])
      }
    }
  }

  /// The decisions whose record is called otherwise by now, by finding.
  ///
  /// A name that was recognised anew, or a number by which rows were called once, may be another one
  /// now. What is found of the same in the same figures, in a record whose name begins alike, is what
  /// was decided, if it is so in one place alone.
  private static func strays(_ keys: RecordKeys, _ submission: Submission) -> [Int: Int] {
    var wanted: [String: [Int]] = [:]
    for (place, decision) in submission.decisions.enumerated() where decision.correction == nil {
      guard let parts = FingerprintParts(decision.fingerprint), let record = parts.record,
        keys.key(ofRecord: record) != record || !keys.isKnown(record)
      else { continue }
      wanted["\(parts.withoutRecord):\(decision.evidence)", default: []].append(place)
    }
    guard !wanted.isEmpty else { return [:] }
    let decided = Set(submission.decisions.map(\.fingerprint))
    var found: [String: [Int]] = [:]
    for (place, finding) in submission.findings.enumerated()
    where !decided.contains(finding.fingerprint) {
      guard let parts = FingerprintParts(finding.fingerprint) else { continue }
      let cause = "\(parts.withoutRecord):\(finding.evidenceHash)"
      if wanted[cause] != nil { found[cause, default: []].append(place) }
    }
    var strays: [Int: Int] = [:]
    for (cause, findings) in found where findings.count == 1 {
      guard let decisions = wanted[cause], decisions.count == 1,
        let earlier = FingerprintParts(submission.decisions[decisions[0]].fingerprint),
        let now = FingerprintParts(submission.findings[findings[0]].fingerprint),
        now.mayBeCalled(earlier)
      else { continue }
      strays[findings[0]] = decisions[0]
    }
    return strays
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
