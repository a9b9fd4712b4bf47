/// One execution of a check in which the figures agree, as an auditor ticks it on paper.
public struct Tick: Hashable, Sendable {
  /// The catalogue entry.
  public var check: String
  /// How the figures agree: exactly, or after rounding.
  public var verdict: Verdict
  /// The figures, the one that was verified first.
  public var values: [Finding.Evidence]
  /// How many figures were added up for the last of them; 0 where nothing was added.
  public var addends: Int

  /// Creates a tick.
  public init(
    _ check: String, _ verdict: Verdict = .exact, values: [Finding.Evidence], addends: Int = 0
  ) {
    self.check = check
    self.verdict = verdict
    self.values = values
    self.addends = addends
  }
}
