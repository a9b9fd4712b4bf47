internal import TieoutModel

/// Decides which other columns moved along with the amounts.
///
/// A column moves only where its own values say so: a note that the linked form repeats, a note
/// that speaks of the row's project, a value left over on a line without a row. It stays where as
/// much speaks against it, and where a value would be lost.
struct MovedColumns {
  /// The moved columns, the amounts first.
  private(set) var names: [FieldName] = []

  private let submission: Submission
  private let lines: [Summary.Line]
  private let shift: ColumnShift

  /// Weighs all columns of a page.
  init(_ page: Int, _ shift: ColumnShift, _ submission: Submission) {
    self.submission = submission
    self.shift = shift
    lines = submission.summary.pieces[page].lines
    let summary = submission.profile.summary
    let fixed = [
      summary.sequence, summary.key, summary.organisation, summary.department, summary.amount,
    ]
    if let amount = summary.amount { names.append(amount) }
    for column in summary.columns where !fixed.contains(column.name) {
      if balance(of: column.name) > 0 { names.append(column.name) }
    }
  }

  /// What speaks for a column having moved, less what speaks against it.
  private func balance(of column: FieldName) -> Int {
    var balance = 0
    var sources: Set<Int> = []
    for (line, source) in shift.moves {
      let own = lines[line][column]
      let moved = source.flatMap { lines[$0][column] }
      if let source, moved != nil {
        sources.insert(source)
        if lines[source].owner == .nobody { balance += 1 }
      }
      guard case .row(let row) = lines[line].owner else {
        // Neither a total nor a subtotal has a note to receive.
        if moved != nil { balance -= 1 }
        continue
      }
      balance += fit(moved, row, column) - fit(own, row, column)
    }
    // A value that no line of the run receives would be lost.
    for (line, _) in shift.moves where lines[line][column] != nil && !sources.contains(line) {
      balance -= 2
    }
    // A value of a line outside the run would be taken away from it.
    let run = Set(shift.moves.map(\.line))
    for source in sources where !run.contains(source) && lines[source].owner != .nobody {
      balance -= 2
    }
    return balance
  }

  /// How well a value fits a row: 2 where the form repeats it, 1 where it speaks of the project.
  private func fit(_ field: Field?, _ row: Int, _ column: FieldName) -> Int {
    guard let field else { return 0 }
    let value = letters(field)
    guard value.count >= 2 else { return 0 }
    let profile = submission.profile
    let detail = submission.link(ofRow: row).map { submission.details[$0.detail] }
    if column == profile.summary.note, let note = detail?[profile.detail.note],
      letters(note) == value
    {
      return 2
    }
    guard value.count >= 4 else { return 0 }
    let names = [
      submission.summary.rows[row][profile.summary.key], detail?[profile.detail.key],
    ]
    return names.contains { $0.map { letters($0).contains(value) } ?? false } ? 1 : 0
  }

  private func letters(_ field: Field) -> [UInt32] {
    NameText.letters(of: submission.document.text[field.printed.range])
  }
}
