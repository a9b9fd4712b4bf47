/// A reviewer's word on a finding or a repair, which holds on the runs that follow.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Ruling: String, Hashable, Sendable, CaseIterable {
    /// A finding is true and known; a repair is right.
    case accept
    /// A finding is no discrepancy; a repair is wrong.
    case reject
    /// A value is another one.
    case correct
    /// What was decided before no longer holds.
    case withdraw
  }

  /// Whether it still holds.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// What it was decided on is there, and the evidence is the same.
    case current
    /// What it was decided on is there, but the evidence has changed: it must be decided anew.
    case stale
    /// What it was decided on is no longer there.
    case absent
  }

  /// What it was decided on: a finding's or a repair's fingerprint.
  public var fingerprint: String
  /// What was decided.
  public var ruling: Ruling
  /// The right value and where it belongs; `nil` for other rulings.
  public var correction: Correction?
  /// Why.
  public var reason: String
  /// Who decided.
  public var by: String
  /// When, as the decisions file states it: `2026-11-26T09:30:00Z`.
  public var when: String
  /// What the evidence was, as a hash.
  public var evidence: String
  /// The program's version at that time.
  public var version: String
  /// Whether it still holds.
  public var standing = Standing.absent

  /// A value that a reviewer put in place of what is printed.
  public struct Correction: Hashable, Sendable {
    /// Where it belongs; forms are named by their row, as fingerprints name them.
    public var subject: Subject
    /// The value, as it was typed.
    public var value: String

    /// Creates a correction.
    public init(subject: Subject, value: String) {
      self.subject = subject
      self.value = value
    }
  }

  /// Creates a decision.
  public init(
    fingerprint: String, ruling: Ruling, correction: Correction? = nil, reason: String,
    by: String, when: String, evidence: String, version: String = Generator.version
  ) {
    self.fingerprint = fingerprint
    self.ruling = ruling
    self.correction = correction
    self.reason = reason
    self.by = by
    self.when = when
    self.evidence = evidence
    self.version = version
  }

  /// The day on which it was decided: outputs hold no time of day.
  public var date: String { String(when.prefix(10)) }
}

extension Submission {
  /// The decision on a finding; `nil` where there is none.
  public func decision(on finding: borrowing Finding) -> Decision? {
    finding.decision.map { decisions[$0] }
  }

  /// Whether a decision that still holds settles a finding, so that it counts no longer.
  public func isSettled(_ finding: borrowing Finding) -> Bool {
    finding.decision.map { decisions[$0].standing == .current } ?? false
  }
}
