/// What people read about a check: `tieout explain` prints it, and `CHECKS.md` is made of it.
///
/// It stands at the foot of the check's own file, so that whoever changes the rule sees its words.
public struct CheckManual: Hashable, Sendable {
  /// How much its gravest finding matters.
  public var gravest: Severity
  /// What is held against what.
  public var what: Message
  /// Why somebody should care.
  public var why: Message
  /// What is printed, and what is said of it.
  public var example: Message
  /// When it stays silent, leaves the matter to another check, or stays open.
  public var unless: Message
  /// How verdict and severity come about.
  public var decided: Message

  /// Creates a manual.
  public init(
    gravest: Severity, what: Message, why: Message, example: Message, unless: Message,
    decided: Message
  ) {
    self.gravest = gravest
    self.what = what
    self.why = why
    self.example = example
    self.unless = unless
    self.decided = decided
  }
}
