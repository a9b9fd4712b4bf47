/// Whether another one-to-one pairing is about as likely as the one that was chosen.
struct PairingDoubts {
  private let choices: [[Linker.Choice]]
  private let assignment: Assignment
  /// The rows for which each form comes into question.
  private var rowsOfDetail: [[Linker.Choice]]

  /// Looks at a chosen pairing; `choices` are the forms that come into question, by row.
  init(_ choices: [[Linker.Choice]], _ assignment: Assignment) {
    self.choices = choices
    self.assignment = assignment
    rowsOfDetail = Array(repeating: [], count: assignment.rowOfDetail.count)
    for (row, forms) in choices.enumerated() {
      for choice in forms where choice.weight >= LinkWeights.least {
        rowsOfDetail[choice.detail].append(Linker.Choice(detail: row, weight: choice.weight))
      }
    }
  }

  /// Whether a row's pair is hardly better than no pair, than another free form, than its form
  /// with another free row, or than an exchange with another pair.
  func isUnsure(_ row: Int) -> Bool {
    let detail = assignment.detailOfRow[row]
    guard detail >= 0, let own = weight(row, detail) else { return false }
    if own - LinkWeights.least < LinkWeights.margin { return true }
    for choice in choices[row] where choice.detail != detail {
      let other = assignment.rowOfDetail[choice.detail]
      guard other >= 0 else {
        if own - choice.weight < LinkWeights.margin { return true }
        continue
      }
      let before = own + (weight(other, choice.detail) ?? 0)
      // The other row takes the freed form, or none.
      let after = choice.weight + max(weight(other, detail) ?? 0, LinkWeights.least)
      if before - after < LinkWeights.margin { return true }
    }
    return rowsOfDetail[detail].contains { choice in
      assignment.detailOfRow[choice.detail] < 0 && own - choice.weight < LinkWeights.margin
    }
  }

  private func weight(_ row: Int, _ detail: Int) -> Int? {
    choices[row].first { $0.detail == detail }?.weight
  }
}
