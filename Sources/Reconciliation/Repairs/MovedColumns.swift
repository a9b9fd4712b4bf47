internal import TieoutModel

/// Decides which other columns moved along with the amounts.
///
/// A column moves only where its own values say so: a note that the linked form repeats or has in
/// its goal, a note that speaks of the row's project, a value left over on a line without a row. It stays where as
/// much speaks against it, and where a value would be lost.
struct MovedColumns {
  /// The least balance on which a column moves: one pair of letters may be shared by chance.
  private static let least = 2
  /// What a note counts that the linked form repeats, and what a value counts that would be lost.
  private static let decisive = 4

  /// The least letters of a note that a form does not hold by chance.
  private static let leastRepeated = 4

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
      if balance(of: column.name) >= Self.least { names.append(column.name) }
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
        if lines[source].owner == .nobody { balance += Self.least }
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
      balance -= Self.decisive
    }
    // A value of a line outside the run would be taken away from it.
    let run = Set(shift.moves.map(\.line))
    for source in sources where !run.contains(source) && lines[source].owner != .nobody {
      balance -= Self.decisive
    }
    return balance
  }

  /// How well a value fits a row: decisively where the form repeats it, else by the pairs of
  /// letters that it shares with the names of the project.
  private func fit(_ field: Field?, _ row: Int, _ column: FieldName) -> Int {
    guard let field else { return 0 }
    let value = letters(field)
    let profile = submission.profile
    let detail = submission.link(ofRow: row).map { submission.details[$0.detail] }
    if column == profile.summary.note, let note = detail?[profile.detail.note],
      letters(note) == value
    {
      return Self.decisive
    }
    if let detail, repeats(detail, value) { return Self.decisive }
    let names = [
      submission.summary.rows[row][profile.summary.key], detail?[profile.detail.key],
    ]
    return names.map { $0.map { commonPairs(letters($0), value) } ?? 0 }.max() ?? 0
  }

  /// Whether a value of the form, its goal say, has all of a note in it.
  private func repeats(_ detail: Record, _ note: [UInt32]) -> Bool {
    note.count >= Self.leastRepeated
      && detail.fields.contains { field in
        guard case .text(let slice) = field.value, slice.count >= note.count else { return false }
        return letters(field).contains(note)
      }
  }

  private func commonPairs(_ left: [UInt32], _ right: [UInt32]) -> Int {
    func pairs(_ letters: [UInt32]) -> Set<UInt64> {
      Set(zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    }
    return pairs(left).intersection(pairs(right)).count
  }

  private func letters(_ field: Field) -> [UInt32] {
    NameText.letters(of: submission.document.text, field.printed.range)
  }
}
