internal import TieoutModel

/// Finds the total of a summary whose word for it is in no list: `합계`, `Итого`, `Razem`.
///
/// The last line bears words without a digit where rows have their numbers, and nothing else but figures. It is the
/// total where it is the sum of the rows, or differs from it in one digit, or in two that are swapped. Not where other lines have figures as well: it may be the last of several
/// subtotals. In the column of names such a line may be a row, and only its sum tells.
enum UnknownTotal {
  static func settle(_ submission: inout Submission) {
    guard submission.summary.total == nil, submission.summary.rows.count > 1,
      let amount = submission.profile.summary.amount,
      let piece = submission.summary.pieces.lastIndex(where: { !$0.lines.isEmpty }),
      let line = submission.summary.pieces[piece].lines.last, hasWordsAndFigures(line, submission),
      let whole = line[amount]
    else { return }
    switch line.owner {
    case .subtotal, .nobody:
      guard let sum = Sum(submission.summary.rows[...], as: whole, amount),
        sum.isExact || sum.isNearly && !hasOthers(than: line, amount, submission)
      else { return }
    case .row(let row):
      // Rows without numbers are rows where others have none either.
      let rows = submission.summary.rows
      guard row == rows.count - 1, row > 1, rows[row][submission.profile.summary.sequence] == nil,
        rows.dropLast().allSatisfy({ $0[submission.profile.summary.sequence]?.quantity != nil }),
        Sum(rows.dropLast(), as: whole, amount)?.isExact == true
      else { return }
      submission.summary.rows.removeLast()
    case .total: return
    }
    let last = submission.summary.pieces[piece].lines.count - 1
    submission.summary.pieces[piece].lines[last].owner = .total
    submission.summary.pieces[piece].lines[last].label = .total
    submission.summary.total = Record(
      id: "summary/total", kind: .total, at: line.at, fields: line.fields)
  }

  /// Whether a line without a known label has words where rows have their numbers or names, and figures
  /// besides.
  private static func hasWordsAndFigures(
    _ line: Summary.Line, _ submission: borrowing Submission
  ) -> Bool {
    guard line.label == nil, let first = line.fields.first, first.quantity == nil,
      !first.printed.hasDigit(in: submission.document.text),
      first.name == submission.profile.summary.sequence
        || first.name == submission.profile.summary.key,
      line.fields.count > 1, line.fields.allSatisfy({ $0.rowRepair == 0 })
    else { return false }
    return line.fields.dropFirst().allSatisfy { $0.quantity != nil }
  }

  /// Whether other lines that are no rows have amounts.
  private static func hasOthers(
    than line: Summary.Line, _ amount: FieldName, _ submission: borrowing Submission
  ) -> Bool {
    submission.summary.pieces.contains { piece in
      piece.lines.contains { other in
        if case .row = other.owner { return false }
        return other.at != line.at && other[amount] != nil
      }
    }
  }

  /// What the amounts of rows add up to, beside a figure.
  private struct Sum {
    var isExact = false
    /// Whether the figure differs from that in one digit, or in two neighbours that are swapped.
    var isNearly = false

    /// Adds up; `nil` where an amount is missing or counts otherwise.
    init?(_ rows: ArraySlice<Record>, as whole: Field, _ amount: FieldName) {
      let scale = rows.compactMap { $0[amount]?.quantity?.scale }.reduce(
        whole.quantity?.scale ?? 0, max)
      guard let figure = whole.quantity?.digits(at: Int(scale)) else { return nil }
      var sum = Int128(0)
      for row in rows {
        guard let field = row[amount], field.unit == whole.unit,
          let digits = field.quantity?.digits(at: Int(scale)), digits >= 0
        else { return nil }
        sum += digits
      }
      isExact = sum == figure
      isNearly = Self.differInSlip(Array("\(sum)".utf8), Array("\(figure)".utf8))
    }

    private static func differInSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
      // Of shorter figures too many differ in one digit.
      guard one.count == other.count, one.count >= 4, one[0] == other[0] else { return false }
      let places = one.indices.filter { one[$0] != other[$0] }
      if places.count == 1 { return true }
      return places.count == 2 && places[1] == places[0] + 1 && one[places[0]] == other[places[1]]
        && one[places[1]] == other[places[0]]
    }
  }
}
