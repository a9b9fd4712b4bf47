internal import TieoutModel

/// Tells the total of the summary from those of its sections, where one word stands for all of them.
///
/// Papers print a table for each fund, or rows for each department, with 合计 below each. Where rows
/// follow a total that add up to another one, neither is the whole's, which stands last, right below
/// another total, or is not printed.
enum SectionTotals {
  /// A line of a total, and how many rows stand between it and the one before.
  private struct Total {
    var piece: Int
    var line: Int
    var amount: Field
    var rows: Int
  }

  static func settle(_ submission: inout Submission) {
    let totals = totals(submission)
    // A total above all rows is the whole's, and so is one that each page prints.
    guard let first = totals.first, let last = totals.last, first.rows > 0,
      totals.contains(where: { $0.rows > 0 && $0.amount.quantity != first.amount.quantity }),
      totals.dropFirst().contains(where: { $0.rows > 0 }), !isSum(first.amount, submission)
    else { return }
    let pieces = submission.summary.pieces
    for total in totals {
      submission.summary.pieces[total.piece].lines[total.line].owner = .subtotal
    }
    submission.summary.total = nil
    guard last.rows == 0 || isSum(last.amount, submission) else { return }
    let line = pieces[last.piece].lines[last.line]
    submission.summary.pieces[last.piece].lines[last.line].owner = .total
    submission.summary.total = Record(
      id: "summary/total", kind: .total, at: line.at, fields: line.fields)
  }

  private static func totals(_ submission: borrowing Submission) -> [Total] {
    var totals: [Total] = []
    var rows = 0
    for (piece, lines) in submission.summary.pieces.map(\.lines).enumerated() {
      for (line, printed) in lines.enumerated() {
        if case .row = printed.owner { rows += 1 }
        guard printed.label == .total, let amount = printed[submission.profile.summary.amount],
          amount.quantity != nil
        else { continue }
        totals.append(Total(piece: piece, line: line, amount: amount, rows: rows))
        rows = 0
      }
    }
    return totals
  }

  /// Whether an amount is the sum of all rows as they are printed.
  private static func isSum(_ total: Field, _ submission: borrowing Submission) -> Bool {
    guard let whole = total.quantity else { return false }
    let column = submission.profile.summary.amount
    let amounts = submission.summary.rows.compactMap { $0[column] }
    let scale = amounts.compactMap { $0.quantity?.scale }.reduce(whole.scale, max)
    var sum = Int128(0)
    for amount in amounts {
      guard amount.unit == total.unit, let digits = amount.quantity?.digits(at: Int(scale)) else {
        return false
      }
      sum += digits
    }
    return whole.digits(at: Int(scale)) == sum
  }
}
