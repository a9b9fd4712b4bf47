import TieoutModel

/// A number in a form's sentences that counts what an indicator counts, and agrees with its text or
/// with its target.
struct GoalWitness {
  /// The number.
  let number: ProseNumber
  /// The field in which it stands.
  let subject: Subject
  /// Whether it agrees with the indicator's text; else it agrees with the target.
  let agreesWithText: Bool

  /// Looks for one; `nil` where the sentences count no such thing, or agree with neither.
  init?(of row: Int, _ paper: Workpaper) {
    let detail = paper.indicators[row].detail
    for field in paper.prose where field.detail == detail {
      let comparison = ProseComparison(field, detail, paper)
      guard let place = comparison.count(ofIndicator: row),
        let agreesWithText = comparison.agreesWithText(place, row)
      else { continue }
      number = field.numbers[place]
      subject = comparison.subject
      self.agreesWithText = agreesWithText
      return
    }
    return nil
  }
}

extension Finding {
  /// Takes a third place into account: two of three state one number, and the third stands out.
  mutating func weigh(_ witness: GoalWitness, _ submission: Submission) {
    let agreed = values[witness.agreesWithText ? 0 : 1]
    values.append(submission.evidence("goal", witness.number, witness.subject))
    let at = submission.at(Slice(witness.number.at))
    let grounds = Message.worded(
      zh: "目标文字\(at.zh)亦为 \(agreed.value)\(agreed.unit)，3处中有2处如此",
      en: "the goal\(at.en) states \(agreed.value) \(agreed.unit) as well, 2 of 3 places")
    message.zh += grounds.zh + "。"
    message.en += " " + grounds.opening.en + "."
    majority = agreed.value
    suggested = (agreed.value, grounds)
    if attribution == .undetermined { attribution = .source }
  }
}
