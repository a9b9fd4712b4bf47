internal import TieoutModel

extension JSONOutput {
  /// Writes the member with all decisions, unless there are none.
  mutating func decisions(_ submission: borrowing Submission) {
    if submission.decisions.isEmpty { return }
    key("\"decisions\":")
    open("[")
    for decision in submission.decisions {
      comma()
      self.decision(decision)
    }
    close("]")
  }

  /// Writes the member with the decision on a finding or a repair, unless there is none.
  mutating func decision(_ place: Int?, _ decisions: borrowing [Decision]) {
    guard let place else { return }
    key("\"decision\":")
    decision(decisions[place])
  }

  private mutating func decision(_ decision: Decision) {
    open("{")
    member("\"fingerprint\":", decision.fingerprint)
    member("\"ruling\":", decision.ruling.rawValue)
    member("\"standing\":", decision.standing.rawValue)
    if let correction = decision.correction {
      member("\"record\":", correction.subject.record)
      member("\"field\":", correction.subject.field)
      member("\"value\":", correction.value)
    }
    member("\"reason\":", decision.reason)
    member("\"by\":", decision.by)
    member("\"date\":", decision.date)
    member("\"evidence\":", decision.evidence)
    member("\"version\":", decision.version)
    close("}")
  }

  /// Writes the member with what has changed since an earlier run, unless there was none.
  mutating func comparison(_ submission: borrowing Submission) {
    guard let comparison = submission.comparison else { return }
    key("\"baseline\":")
    open("{")
    member("\"name\":", comparison.name)
    member("\"same\":", comparison.same)
    findings("\"new\":", comparison.new)
    findings("\"changed\":", comparison.changed)
    key("\"gone\":")
    open("[")
    for finding in comparison.gone {
      comma()
      open("{")
      member("\"check\":", finding.check)
      member("\"severity\":", finding.severity)
      member("\"message\":", finding.message)
      member("\"fingerprint\":", finding.fingerprint)
      close("}")
    }
    close("]")
    close("}")
  }

  private mutating func findings(_ literal: StaticString, _ places: [Int]) {
    key(literal)
    open("[")
    for place in places {
      key("\"f")
      buffer.integer(place + 1)
      buffer.byte(0x22)
    }
    close("]")
  }
}
