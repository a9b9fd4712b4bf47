/// Whether another one-to-one pairing is about as likely as the one that was chosen.
struct PairingDoubts {
  private let choices: Choices
  private let assignment: Assignment
  /// The greatest weight of each form with a row that has no partner.
  private var bestWithoutPartner: [Int]

  /// Looks at a chosen pairing.
  init(_ choices: Choices, _ assignment: Assignment) {
    self.choices = choices
    self.assignment = assignment
    bestWithoutPartner = Array(repeating: 0, count: assignment.rowOfDetail.count)
    for row in 0..<choices.rowCount where assignment.detailOfRow[row] < 0 {
      for place in choices.places(ofRow: row) {
        let choice = choices.all[place]
        bestWithoutPartner[choice.detail] = max(bestWithoutPartner[choice.detail], choice.weight)
      }
    }
  }

  /// Whether a row's pair is hardly better than no pair, than another free form, than its form
  /// with another free row, or than an exchange with another pair.
  func isUnsure(_ row: Int) -> Bool {
    let detail = assignment.detailOfRow[row]
    guard detail >= 0, let own = choices.weight(row: row, detail: detail) else { return false }
    if own - LinkWeights.least < LinkWeights.margin { return true }
    for place in choices.places(ofRow: row) where choices.all[place].detail != detail {
      let choice = choices.all[place]
      let other = assignment.rowOfDetail[choice.detail]
      guard other >= 0 else {
        if own - choice.weight < LinkWeights.margin { return true }
        continue
      }
      let before = own + (choices.weight(row: other, detail: choice.detail) ?? 0)
      // The other row takes the freed form, or none.
      let after =
        choice.weight + max(choices.weight(row: other, detail: detail) ?? 0, LinkWeights.least)
      if before - after < LinkWeights.margin { return true }
    }
    let best = bestWithoutPartner[detail]
    return best >= LinkWeights.least && own - best < LinkWeights.margin
  }
}
