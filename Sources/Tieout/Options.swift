/// What a caller may decide about a run; everything has a default.
public struct Options: Sendable {
  /// The profiles to choose from, the preferred one first; `nil` for all built-in ones.
  public var profiles: [NamedProfile]?
  /// Whether the papers are read without any profile, by what repeats in them.
  public var isGeneric = false
  /// The format of all inputs, as `Registry.readers` name it; `nil` to recognise each.
  public var format: String?
  /// Hears of each step of a run as it begins: `read`, `profile`, the stages by their names,
  /// `extract`, `reconcile`, `ledger`.
  public var onStep: (@Sendable (_ name: String) -> Void)?
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
  /// Whether `Submission.document` keeps all of its cells; else those that are labels and the first of
  /// each row, which is all that any writer but `HTMLReport` looks up.
  public var keepsCells = true
  /// What no input may exceed.
  public var limits = Limits()
  /// When the run that has begun must have ended.
  private var deadline: ContinuousClock.Instant?
  /// Damages a submission before its ledger is closed, for tests of what then happens.
  package var damage: (@Sendable (inout Submission) -> Void)?

  /// Creates the default options.
  public init() {}

  /// The options of a run that begins now.
  func starting() -> Options {
    var options = self
    options.deadline = limits.seconds.map { ContinuousClock.now + .seconds($0) }
    return options
  }

  /// Whether the run is no longer wanted, or has taken too long.
  var isOver: Bool { isCancelled?() == true || isLate }

  private var isLate: Bool { deadline.map { ContinuousClock.now > $0 } ?? false }

  /// Begins a step, or ends the run where it is over.
  func begin(_ step: String) throws(RunError) {
    if let isCancelled, isCancelled() { throw .cancelled }
    if isLate { throw .tooLong(limits.seconds ?? 0) }
    onStep?(step)
  }
}
