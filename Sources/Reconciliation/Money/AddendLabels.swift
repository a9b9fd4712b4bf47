internal import TieoutModel

/// Tells by their labels which rows are addends.
struct AddendLabels {
  private var key: [UInt8] = []

  /// Whether a row is neither a subtotal nor part of another row.
  mutating func isAddend(_ record: Record, _ submission: Submission) -> Bool {
    for field in record.fields {
      guard case .text(let slice) = field.value else { continue }
      if field.name == submission.profile.summary.key,
        submission.profile.meanings.partWords.rest(of: slice, in: submission.document.text) != nil
      {
        return false
      }
      let label = submission.profile.labels.label(slice, in: submission.document.text, &key)
      switch submission.profile.meanings.summaryRow(label) {
      case .subtotal, .part, .carry: return false
      case .total, nil: continue
      }
    }
    return true
  }
}
