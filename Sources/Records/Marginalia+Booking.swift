internal import TieoutModel

extension Marginalia {
  /// Books the lines of marginalia that nothing else claimed, and the rows that count columns.
  static func book(_ submission: inout Submission) {
    for row in submission.document.rows where row.role == .columnNumbers {
      for index in row.cells {
        submission.ledger.book(submission.document.cells[index].text, .boilerplate)
      }
    }
    for row in submission.document.rows where row.isLine && row.cellCount == 1 {
      let slice = submission.document.cells[Int(row.firstCell)].text
      // A line of wide spaces is an empty cell, perhaps behind the last byte.
      guard !slice.isEmpty, slice.count <= 48 || !submission.profile.boilerplate.isEmpty,
        submission.ledger.accounts[Int(slice.start)] == 0
      else { continue }
      let words = submission.profile.boilerplate
      let isRepeated = words.contains { submission.document.contains($0, in: slice) }
      if isRepeated || holds(slice, submission.document) {
        submission.ledger.book(slice, .boilerplate)
      }
    }
  }
}
