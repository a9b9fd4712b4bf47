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

  private let lines: [Summary.Line]
  private let shift: ColumnShift
  /// Whether each line is one of those whose values moved.
  private var isInRun: [Bool]
  /// The letters of the note that is being weighed, and of what it is compared with.
  private var value: [UInt32] = []
  private var other: [UInt32] = []

  /// Weighs all columns of a page.
  init(_ page: Int, _ shift: ColumnShift, _ submission: borrowing Submission) {
    self.shift = shift
    lines = submission.summary.pieces[page].lines
    isInRun = Array(repeating: false, count: lines.count)
    for (line, _) in shift.moves { isInRun[line] = true }
    let summary = submission.profile.summary
    let fixed = [
      summary.sequence, summary.key, summary.organisation, summary.department, summary.amount,
    ]
    if let amount = summary.amount { names.append(amount) }
    for column in summary.columns where !fixed.contains(column.name) && isFilled(column.name) {
      if balance(of: column.name, submission) >= Self.least { names.append(column.name) }
    }
  }

  /// Whether a column has a value on any line: nothing speaks for the moving of a blank one.
  private func isFilled(_ column: FieldName) -> Bool { lines.contains { $0[column] != nil } }

  /// What speaks for a column having moved, less what speaks against it.
  private mutating func balance(
    of column: FieldName, _ submission: borrowing Submission
  ) -> Int {
    var balance = 0
    var isTaken = Array(repeating: false, count: lines.count)
    for (line, source) in shift.moves {
      let own = lines[line][column]
      let moved = source.flatMap { lines[$0][column] }
      if let source, moved != nil {
        isTaken[source] = true
        if lines[source].owner == .nobody { balance += Self.least }
      }
      guard case .row(let row) = lines[line].owner else {
        // Neither a total nor a subtotal has a note to receive.
        if moved != nil { balance -= 1 }
        continue
      }
      balance += fit(moved, row, column, submission) - fit(own, row, column, submission)
    }
    // A value that no line of the run receives would be lost; one of a line outside the run would be
    // taken away from it.
    for (line, _) in shift.moves where lines[line][column] != nil && !isTaken[line] {
      balance -= Self.decisive
    }
    for line in lines.indices
    where isTaken[line] && !isInRun[line] && lines[line].owner != .nobody {
      balance -= Self.decisive
    }
    return balance
  }

  /// How well a value fits a row: decisively where the form repeats it, else by the pairs of
  /// letters that it shares with the names of the project.
  private mutating func fit(
    _ field: Field?, _ row: Int, _ column: FieldName, _ submission: borrowing Submission
  ) -> Int {
    guard let field else { return 0 }
    Self.read(field, submission.document.text, &value)
    let form = submission.detail(ofRow: row)
    if let form, isRepeated(column, form, submission) { return Self.decisive }
    let name = submission.summary.rows[row].fields.named(submission.profile.summary.key)
    let common = name.map { sharedPairs($0, submission.document.text) } ?? 0
    // Mostly the form's name is the row's.
    guard let form,
      let key = submission.details[form].fields.named(submission.profile.detail.key),
      !(name.map { submission.document.same($0.printed, key.printed) } ?? false)
    else { return common }
    return max(common, sharedPairs(key, submission.document.text))
  }

  /// Whether the form has the same note, or a value of it, its goal say, has all of the note in it.
  private mutating func isRepeated(
    _ column: FieldName, _ detail: Int, _ submission: borrowing Submission
  ) -> Bool {
    if column == submission.profile.summary.note,
      let note = submission.details[detail].fields.named(submission.profile.detail.note)
    {
      Self.read(note, submission.document.text, &other)
      if other == value { return true }
    }
    guard value.count >= Self.leastRepeated else { return false }
    // A letter of Han has three bytes, and every other one at least one: most texts are too short.
    let least = value.reduce(0) { $0 + ($1 < 0x800 ? 1 : 3) }
    let all = submission.details[detail].fields
    let fields = all.span
    for place in fields.indices {
      guard case .text(let slice) = fields[place].value, slice.count >= value.count,
        fields[place].printed.count >= least
      else { continue }
      Self.read(fields[place], submission.document.text, &other)
      if LetterRuns.contains(other, value) { return true }
    }
    return false
  }

  /// How many pairs of letters the note has in common with a name.
  private mutating func sharedPairs(_ name: Field, _ text: [UInt8]) -> Int {
    Self.read(name, text, &other)
    return LetterRuns.commonPairs(value, other)
  }

  private static func read(_ field: Field, _ text: [UInt8], _ letters: inout [UInt32]) {
    letters.removeAll(keepingCapacity: true)
    NameText.appendLetters(of: text, field.printed.range, to: &letters)
  }
}
