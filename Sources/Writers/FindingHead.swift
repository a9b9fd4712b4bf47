internal import TieoutModel

/// What a format writes of a finding's kind: findings of one kind mostly follow one another.
struct FindingHead: ~Copyable {
  /// What is written of the last kind.
  var bytes = ByteBuffer()
  private var check = ""
  private var severity = Severity.note
  private var verdict = Verdict.exact
  private var attribution = Attribution.undetermined

  /// Whether a kind is another than the last one, which it takes the place of.
  mutating func isNew(
    _ check: String, _ severity: Severity, _ verdict: Verdict, _ attribution: Attribution
  ) -> Bool {
    if severity == self.severity, verdict == self.verdict, attribution == self.attribution,
      check == self.check
    {
      return false
    }
    (self.check, self.severity) = (check, severity)
    (self.verdict, self.attribution) = (verdict, attribution)
    bytes.clear()
    return true
  }
}
