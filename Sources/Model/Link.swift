/// A summary row and the detail form that it stands for.
public struct Link: Hashable, Sendable {
  /// One reason for a pairing, with its additive weight.
  public struct Evidence: Hashable, Sendable {
    /// What agrees.
    public enum Kind: String, Hashable, Sendable {
      /// The names.
      case name
      /// The organisations.
      case organisation
      /// The departments.
      case department
      /// The amounts.
      case amount
      /// The place in the sequence.
      case order
    }

    /// What agrees.
    public var kind: Kind
    /// How much it counts, in hundredths.
    public var weight: Int
    /// The value on the summary's side.
    public var summary: Slice
    /// The value on the detail's side.
    public var detail: Slice

    /// Creates a reason.
    public init(kind: Kind, weight: Int, summary: Slice, detail: Slice) {
      self.kind = kind
      self.weight = weight
      self.summary = summary
      self.detail = detail
    }
  }

  /// The row's place in `Summary.rows`.
  public var row: Int
  /// The form's place among the details.
  public var detail: Int
  /// The sum of the evidence, in hundredths.
  public var weight: Int
  /// Why they belong together.
  public var evidence: [Evidence]
  /// The next best form for this row and its weight in hundredths.
  public var runnerUp: (detail: Int, weight: Int)?
  /// Whether another pairing is as likely, so that checks on it stay open.
  public var isUnsure: Bool

  /// Creates a link.
  public init(
    row: Int, detail: Int, weight: Int, evidence: [Evidence],
    runnerUp: (detail: Int, weight: Int)? = nil, isUnsure: Bool = false
  ) {
    self.row = row
    self.detail = detail
    self.weight = weight
    self.evidence = evidence
    self.runnerUp = runnerUp
    self.isUnsure = isUnsure
  }

  /// Whether both pair the same records on the same grounds.
  public static func == (left: Link, right: Link) -> Bool {
    left.row == right.row && left.detail == right.detail && left.weight == right.weight
      && left.evidence == right.evidence && left.isUnsure == right.isUnsure
      && left.runnerUp?.detail == right.runnerUp?.detail
      && left.runnerUp?.weight == right.runnerUp?.weight
  }

  /// Hashes the pair.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(row)
    hasher.combine(detail)
  }
}
