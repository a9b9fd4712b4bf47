import TieoutModel

/// Row numbers that are codes: below 201 stand 20101 and 20102, below 202 stands 20201.
///
/// A number begins or goes on under the line right above it whose number it begins with. What it adds
/// to that has two digits or more: 1 before 11 is no code but a gap.
struct CodedNumbers {
  /// The numbers of rows that others stand below, the last one innermost.
  private var parents: [Int] = []
  /// The line above each row; none before it is asked for: most rows only count on.
  private var lines: [Summary.Line?] = []

  /// Whether a number that does not follow the one before it is a code that does.
  mutating func count(
    _ number: Int, of row: Int, after before: Int?, _ submission: Submission
  ) -> Bool {
    if let depth = parents.lastIndex(of: number - 1) {
      parents.removeSubrange(depth...)
      return true
    }
    guard let above = line(above: row, submission), above.number > 0,
      let power = Self.powers.first(where: { number / $0 == above.number })
    else { return false }
    let own = number % power
    guard own == 1 || before.map({ own == $0 % power + 1 && !above.isRow }) ?? false else {
      return false
    }
    if above.isRow { parents.append(above.number) }
    return true
  }

  private static let powers = [100, 1000, 10_000]

  /// The number of the line above a row, and whether it is a row's.
  private mutating func line(
    above row: Int, _ submission: Submission
  ) -> (number: Int, isRow: Bool)? {
    if lines.isEmpty { lines = Self.lines(submission) }
    guard row < lines.count, let above = lines[row],
      let quantity = above[submission.profile.summary.sequence]?.quantity,
      let number = quantity.digits(at: 0)
    else { return nil }
    if case .row = above.owner { return (Int(number), true) }
    return (Int(number), false)
  }

  /// The lines above all rows.
  private static func lines(_ submission: Submission) -> [Summary.Line?] {
    var lines = [Summary.Line?](repeating: nil, count: submission.summary.rows.count)
    var above: Summary.Line?
    for line in submission.summary.pieces.lazy.flatMap(\.lines) {
      if case .row(let row) = line.owner, row < lines.count { lines[row] = above }
      above = line
    }
    return lines
  }
}
