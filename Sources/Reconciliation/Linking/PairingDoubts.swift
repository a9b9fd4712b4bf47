/// Whether another one-to-one pairing is about as likely as the one that was chosen.
struct PairingDoubts {
  private let choices: Choices
  private let assignment: Assignment
  /// The greatest weight of each form with a row that has no partner.
  private var bestWithoutPartner: [Int]
  /// The weight of each row's pair, and the greatest weight that it has with any form.
  private var own: [Int]
  private var best: [Int]

  /// Looks at a chosen pairing.
  init(_ choices: Choices, _ assignment: Assignment) {
    self.choices = choices
    self.assignment = assignment
    bestWithoutPartner = Array(repeating: 0, count: assignment.rowOfDetail.count)
    own = Array(repeating: 0, count: choices.rowCount)
    best = own
    for row in 0..<choices.rowCount {
      let detail = assignment.detailOfRow[row]
      for place in choices.places(ofRow: row) {
        let choice = choices.all[place]
        best[row] = max(best[row], choice.weight)
        if choice.detail == detail { own[row] = choice.weight }
        if detail < 0 {
          bestWithoutPartner[choice.detail] = max(bestWithoutPartner[choice.detail], choice.weight)
        }
      }
    }
  }

  /// Whether a row's pair is hardly better than no pair, than another free form, than its form
  /// with another free row, or than an exchange with another pair.
  func isUnsure(_ row: Int) -> Bool {
    let detail = assignment.detailOfRow[row]
    guard detail >= 0, choices.weight(row: row, detail: detail) != nil else { return false }
    if own[row] - LinkWeights.least < LinkWeights.margin { return true }
    let all = choices.all.span.extracting(choices.places(ofRow: row))
    for place in all.indices where all[place].detail != detail {
      let choice = all[place]
      let other = assignment.rowOfDetail[choice.detail]
      guard other >= 0 else {
        if own[row] - choice.weight < LinkWeights.margin { return true }
        continue
      }
      // The other row takes the freed form, or none; that is worth no more than its best choice.
      let change = own[row] + own[other] - choice.weight
      guard change - max(best[other], LinkWeights.least) < LinkWeights.margin else { continue }
      let freed = choices.weight(row: other, detail: detail) ?? 0
      if change - max(freed, LinkWeights.least) < LinkWeights.margin { return true }
    }
    let best = bestWithoutPartner[detail]
    return best >= LinkWeights.least && own[row] - best < LinkWeights.margin
  }
}
