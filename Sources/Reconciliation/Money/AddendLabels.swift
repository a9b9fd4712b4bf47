internal import TieoutModel

/// Tells by their labels which rows are addends.
struct AddendLabels {
  private var key: [UInt8] = []

  /// Whether a row of such fields is neither a subtotal nor part of another row.
  mutating func isAddend(_ all: [Field], _ submission: borrowing Submission) -> Bool {
    let fields = all.span
    for place in fields.indices {
      guard case .text(let slice) = fields[place].value else { continue }
      if fields[place].name == submission.profile.summary.key,
        submission.profile.meanings.partWords.rest(of: slice, in: submission.document.text) != nil
      {
        return false
      }
      let label = submission.profile.labels.label(slice, in: submission.document.text, &key)
      switch submission.profile.meanings.summaryRow(label) {
      case .subtotal, .part, .carry, .deduction, .addition: return false
      case .total, nil: continue
      }
    }
    return true
  }
}
