internal import TieoutModel

/// What a format writes of a finding's kind: findings of one kind mostly follow one another.
struct FindingHead: ~Copyable {
  /// What is written of the last kind.
  var bytes = ByteBuffer()
  private var check = ""
  private var severity = Severity.note
  private var verdict = Verdict.exact
  private var attribution = Attribution.undetermined

  /// Whether a finding is of another kind than the last one, which it takes the place of.
  @inline(__always)
  mutating func isNew(_ finding: borrowing Finding) -> Bool {
    if finding.severity == severity, finding.verdict == verdict,
      finding.attribution == attribution, finding.check == check
    {
      return false
    }
    (check, severity) = (finding.check, finding.severity)
    (verdict, attribution) = (finding.verdict, finding.attribution)
    bytes.clear()
    return true
  }
}
