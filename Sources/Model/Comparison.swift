/// What is new, changed and gone since an earlier run, by the fingerprints of findings.
public struct Comparison: Hashable, Sendable {
  /// A finding of the earlier run, as far as its file tells.
  public struct Earlier: Hashable, Sendable {
    /// The fingerprint.
    public var fingerprint: String
    /// The catalogue entry.
    public var check: String
    /// The severity's name.
    public var severity: String
    /// What it said.
    public var message: Message
    /// What it rested on.
    public var evidence: String

    /// Creates a finding of an earlier run.
    public init(
      fingerprint: String, check: String, severity: String, message: Message, evidence: String
    ) {
      self.fingerprint = fingerprint
      self.check = check
      self.severity = severity
      self.message = message
      self.evidence = evidence
    }
  }

  /// The file of the earlier run.
  public var name: String
  /// The places of findings that it does not have.
  public private(set) var new: [Int] = []
  /// The places of findings that rest on other figures than there.
  public private(set) var changed: [Int] = []
  /// How many findings are the same.
  public private(set) var same = 0
  /// What it has and this run has not.
  public internal(set) var gone: [Earlier] = []

  /// Compares findings with those of an earlier run.
  ///
  /// What rests on the same figures of a record that no longer is, or was called by its number, is the
  /// same; `isKnown` says whether a record of this run is called so.
  public init(
    _ findings: [Finding], with earlier: [Earlier], of name: String,
    isKnown: (String) -> Bool = { _ in true }
  ) {
    self.name = name
    var known: [String: [Earlier]] = [:]
    for finding in earlier { known[finding.fingerprint, default: []].append(finding) }
    for (place, finding) in findings.enumerated() {
      guard let before = known[finding.fingerprint]?.first else {
        new.append(place)
        continue
      }
      // Findings that share a fingerprint are the same in their order.
      known[finding.fingerprint]?.removeFirst()
      if before.evidence == finding.evidenceHash { same += 1 } else { changed.append(place) }
    }
    for finding in earlier {
      guard let left = known[finding.fingerprint], !left.isEmpty else { continue }
      known[finding.fingerprint] = []
      gone += left
    }
    if !new.isEmpty, !gone.isEmpty { matchRenamed(findings, isKnown) }
  }

  /// Takes what is new and what is gone for one where only the name of the record is another one.
  private mutating func matchRenamed(_ findings: [Finding], _ isKnown: (String) -> Bool) {
    func cause(_ fingerprint: String, _ evidence: String) -> String {
      (FingerprintParts(fingerprint)?.withoutRecord ?? fingerprint) + ":" + evidence
    }
    var places: [String: [Int]] = [:]
    for place in new {
      places[cause(findings[place].fingerprint, findings[place].evidenceHash), default: []]
        .append(place)
    }
    var matched: Set<Int> = []
    gone.removeAll { earlier in
      let cause = cause(earlier.fingerprint, earlier.evidence)
      guard let known = places[cause], let parts = FingerprintParts(earlier.fingerprint),
        let next = known.firstIndex(where: { place in
          FingerprintParts(findings[place].fingerprint)?.mayBeCalled(parts) ?? false
        }), let record = parts.record, !isKnown(record)
      else { return false }
      let place = known[next]
      places[cause]?.remove(at: next)
      matched.insert(place)
      same += 1
      return true
    }
    new.removeAll { matched.contains($0) }
  }
}
