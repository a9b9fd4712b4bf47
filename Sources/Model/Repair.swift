/// One change of structure: cells moved, rows joined, labels restored, a column moved back.
public struct Repair: Hashable, Sendable {
  /// How sure it is.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Applied: arithmetic leaves no other reading.
    case proved
    /// Applied: labels and types fit decisively better than as printed, which is no proof.
    case likely
    /// Not applied: a reviewer decides.
    case offered
    /// Applied, because a reviewer decided so.
    case accepted
    /// Not applied, because a reviewer decided so.
    case rejected

    /// Whether what it says stands in the records.
    public var isApplied: Bool { self != .offered && self != .rejected }
  }

  /// The catalogue entry that it belongs to: `ST01`, `ST04`, `ST05`, `ST07`.
  public var rule: String
  /// How sure it is.
  public var state: State
  /// The record it belongs to, for the report; `nil` for the whole summary.
  public var record: String?
  /// The cells that it moves, as they are printed.
  public var cells: [Slice]
  /// What stood there.
  public var before: [String]
  /// What stands there now.
  public var after: [String]
  /// Why.
  public var evidence: [Message]
  /// What else was weighed.
  public var alternatives: [Message]
  /// Its score against leaving everything alone, as text; `nil` where nothing was weighed.
  public var score: String?
  /// Whether it dealt out to several rows what stood in one of them, so that labels printed over merged
  /// cells may stand beside other rows than their own.
  public var dealsRows = false
  /// The place in `Submission.decisions` of the decision on it; `nil` where there is none.
  public var decision: Int?

  /// Creates a repair.
  public init(
    rule: String, state: State, record: String? = nil, cells: [Slice], before: [String],
    after: [String], evidence: [Message] = [], alternatives: [Message] = [], score: String? = nil
  ) {
    self.rule = rule
    self.state = state
    self.record = record
    self.cells = cells
    self.before = before
    self.after = after
    self.evidence = evidence
    self.alternatives = alternatives
    self.score = score
  }
}
