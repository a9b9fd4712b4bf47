internal import TieoutModel

extension XMLOutput {
  /// Writes all decisions, unless there are none.
  mutating func decisions(_ submission: borrowing Submission) {
    if submission.decisions.isEmpty { return }
    markup("<decisions>")
    for decision in submission.decisions { self.decision(decision) }
    markup("</decisions>")
  }

  /// Writes the decision on a finding or a repair, unless there is none.
  mutating func decision(_ place: Int?, _ decisions: borrowing [Decision]) {
    if let place { decision(decisions[place]) }
  }

  private mutating func decision(_ decision: Decision) {
    markup("<decision")
    attribute(" fingerprint=\"", decision.fingerprint)
    attribute(" ruling=\"", decision.ruling.rawValue)
    attribute(" standing=\"", decision.standing.rawValue)
    if let correction = decision.correction {
      attribute(" record=\"", correction.subject.record)
      attribute(" field=\"", correction.subject.field)
      attribute(" value=\"", correction.value)
    }
    attribute(" by=\"", decision.by)
    attribute(" date=\"", decision.date)
    attribute(" evidence=\"", decision.evidence)
    attribute(" version=\"", decision.version)
    markup(">")
    characters(decision.reason)
    markup("</decision>")
  }
}
