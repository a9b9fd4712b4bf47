internal import TieoutModel

/// Undoes columns that stand some lines too low or too high on a page of the summary.
///
/// For each page and each offset of one to three lines, up and down, with and without the total's
/// line, the amounts are compared with the totals of the forms that the rows are linked to. The
/// column moves back only where that explains decisively more than leaving it alone, and where no
/// value is lost or used twice: values must be missing at one end of the run, left over at the
/// other, or both; or the column went round, the total in a row. What evidence does not decide is
/// offered and not applied. An amount never changes; it changes rows.
enum ColumnRepair {
  /// The farthest that a column is supposed to have moved, in lines.
  static let farthest = 3
  /// The least number of different amounts that must agree with their forms.
  static let leastMatches = 3

  /// What the repairs did.
  struct Outcome {
    /// The rows whose discrepancies an offered repair explains.
    var explainedRows: Set<Int> = []
  }

  /// Repairs all pages; the rows must be linked, without the amounts as evidence.
  static func run(_ submission: inout Submission) -> Outcome {
    var outcome = Outcome()
    guard submission.profile.summary.amount != nil else { return outcome }
    let sums = ColumnSums(submission)
    for page in submission.summary.pieces.indices {
      let reading = ColumnReading(submission.summary.pieces[page], submission, sums)
      guard reading.hasStrays(atLeast: leastMatches) else { continue }
      let shifts = hypotheses(reading)
      guard let (shift, state) = decide(shifts) else { continue }
      let columns = MovedColumns(page, shift, submission).names
      let report = ColumnRepairReport(page, shift, reading, shifts, columns)
      var repair = report.repair(state, submission)
      submission.document.turnIfOverruled(&repair)
      let number = submission.add(repair)
      if repair.state == .rejected { continue }
      if repair.state == .offered {
        for line in shift.matches {
          if case .row(let row) = reading.lines[line].owner { outcome.explainedRows.insert(row) }
        }
      } else {
        for column in columns { move(column, page, shift, number, &submission) }
      }
    }
    return outcome
  }

  /// Whether a column can have moved at all: only where a line has no amount, an amount no row, or a
  /// row more than the total, which went round.
  static func isPossible(in submission: borrowing Submission) -> Bool {
    guard let amount = submission.profile.summary.amount else { return false }
    let total = submission.summary.total?[amount]?.quantity
    return submission.summary.pieces.contains { piece in
      piece.lines.contains { line in
        guard let field = line[amount], line.owner != .nobody else { return true }
        guard let total, let quantity = field.quantity else { return false }
        return total < quantity
      }
    }
  }

  /// Every supposition, the most convincing first.
  static func hypotheses(_ reading: ColumnReading) -> [ColumnShift] {
    var shifts: [ColumnShift] = []
    let hasTotal = reading.lines.contains(where: \.isTotal)
    for distance in 1...farthest {
      for offset in [distance, -distance] {
        for skippingTotal in hasTotal ? [false, true] : [false] {
          if let shift = ColumnShift(reading, offset: offset, skippingTotal: skippingTotal) {
            shifts.append(shift)
          }
        }
      }
    }
    // A stable order: the nearer offset first where two explain the same.
    return shifts.enumerated().sorted { left, right in
      (rank(right.element), left.offset) < (rank(left.element), right.offset)
    }.map(\.element)
  }

  /// A clean run counts before any other.
  private static func rank(_ shift: ColumnShift) -> Int {
    (shift.isClean ? 1_000_000 : 0) + shift.score
  }

  /// The supposition that evidence decides for, and how surely; `nil` to leave everything alone.
  static func decide(_ shifts: [ColumnShift]) -> (ColumnShift, Repair.State)? {
    guard let best = shifts.first, best.distinct >= leastMatches,
      best.matches.count > best.vetoes.count, best.hasEnd
    else { return nil }
    let rival = shifts.dropFirst().first { $0.score >= best.score && !isSame($0, best) }
    let against = best.misses.count + 2 * best.vetoes.count
    guard best.isClean, rival == nil, best.matches.count > 2 * against else {
      return (best, .offered)
    }
    // Where the total, too, comes to rest in its own row, and is the sum of the rows or of the forms,
    // what still disagrees does so for a reason of its own.
    let isProved =
      against == 0
      ? best.total?.agrees ?? true
      : best.vetoes.isEmpty && best.total?.agrees == true && best.matches.count > 4 * against
    return (best, isProved ? .proved : .likely)
  }

  /// Whether two suppositions move the same amounts to the same lines.
  private static func isSame(_ left: ColumnShift, _ right: ColumnShift) -> Bool {
    left.amounts.elementsEqual(right.amounts) { $0.line == $1.line && $0.source == $1.source }
  }

  /// Gives each row of the run the value that was printed elsewhere.
  private static func move(
    _ column: FieldName, _ page: Int, _ shift: ColumnShift, _ number: UInt32,
    _ submission: inout Submission
  ) {
    let piece = submission.summary.pieces[page]
    for (line, source) in shift.moves {
      var field = source.flatMap { piece.lines[$0][column] }
      field?.columnRepair = number
      if let field { submission.ledger.book(field.printed, .value) }
      switch piece.lines[line].owner {
      case .row(let row):
        submission.summary.rows[row].replace(column, with: field, submission.profile)
      case .total: submission.summary.total?.replace(column, with: field, submission.profile)
      case .subtotal:
        let now = submission.summary.pieces[page].lines[line]
        let kept = (now.repaired ?? now.fields).filter { $0.name != column }
        submission.summary.pieces[page].lines[line].repaired = kept + [field].compactMap(\.self)
      case .nobody: break
      }
    }
  }
}

extension Record {
  /// Sets a field of a summary's row at its place in the order of the columns, or removes it.
  mutating func replace(_ name: FieldName, with field: Field?, _ profile: Profile) {
    guard let field else { return remove(name) }
    if self[name] != nil { return set(field) }
    let columns = profile.summary.columns.map(\.name)
    let place = columns.firstIndex(of: name) ?? columns.count
    let index = fields.firstIndex { (columns.firstIndex(of: $0.name) ?? columns.count) > place }
    fields.insert(field, at: index ?? fields.count)
  }
}
