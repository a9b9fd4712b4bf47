/// What a caller may decide about a run; everything has a default.
public struct Options: Sendable {
  /// The profiles to choose from, the preferred one first; `nil` for all built-in ones.
  public var profiles: [NamedProfile]?
  /// Whether the papers are read without any profile, by what repeats in them.
  public var isGeneric = false
  /// The format of all inputs, as `Registry.readers` name it; `nil` to recognise each.
  public var format: String?
  /// Asked between the steps of a run; where it says yes, the run ends with an error.
  ///
  /// In a task, `{ Task.isCancelled }` lets a cancelled one end early.
  public var isCancelled: (@Sendable () -> Bool)?
  /// What counts as a discrepancy, in place of what the profile says.
  public var thresholds = Thresholds()
  /// What reviewers decided, the earliest first.
  public var decisions: [Decision] = []
  /// The findings of an earlier run, and the name of their file; `nil` to compare with none.
  public var baseline: Baseline?
  /// The types of values that are masked wherever they stand: those of `FieldType.redactable`.
  public var redacted: [FieldType] = []
  /// Whether `Submission.ticks` lists what agrees.
  public var isTicking = false

  /// Creates the default options.
  public init() {}

  /// Ends the run where it is no longer wanted.
  func goOn() throws(RunError) {
    if let isCancelled, isCancelled() { throw .cancelled }
  }
}
