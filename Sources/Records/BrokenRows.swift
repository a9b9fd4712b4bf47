internal import TieoutModel

/// Joins rows of the summary that stand in two pieces, as the end of a page or of a cell's line leaves them.
///
/// What stands below a row and has no number is the rest of it where the next row's number goes on
/// from the row's, so that none is left for a row between them, and where the two have one amount.
/// Carry-forwards between the pieces belong to the page.
///
/// - before: `3 | 甲局 | 水质监测站 | `, ` | | 运行费 | 318.15`, `4 | …`
/// - after: `3 | 甲局 | 水质监测站运行费 | 318.15`
/// - leaves alone: rows for which a number is left, and a row below that has an amount of its own
enum BrokenRows {
  static func join(_ submission: inout Submission) {
    let sequence = submission.profile.summary.sequence
    let rows = submission.summary.rows
    guard sequence != nil, rows.contains(where: { $0[sequence]?.quantity != nil }),
      rows.contains(where: { $0[sequence] == nil })
        || submission.summary.pieces.contains(where: { piece in
          piece.lines.contains { $0.owner == .nobody }
        })
    else { return }
    let lines = lines(submission)
    // From the end, so that the places of rows before stay what they are.
    for place in lines.indices.reversed() {
      guard let whole = lines[place].row, place + 1 < lines.count,
        isRest(lines[place + 1], rows, sequence), let number = rows[whole][sequence]?.quantity
      else { continue }
      var end = place + 2
      while end < lines.count, isRest(lines[end], rows, sequence) { end += 1 }
      guard end < lines.count, let next = lines[end].row,
        rows[next][sequence]?.quantity == Quantity(digits: number.digits + 1, scale: 0)
      else { continue }
      join(lines[place + 1..<end], to: lines[place], &submission)
    }
  }

  /// A line of the summary, and where it is kept.
  private struct Place {
    let piece: Int
    let line: Int
    /// The row whose line it is.
    let row: Int?
    /// Whether it is nobody's, and no value that a column which moved left over at a page's foot.
    let isLoose: Bool
  }

  private static func lines(_ submission: Submission) -> [Place] {
    var places: [Place] = []
    for (piece, content) in submission.summary.pieces.enumerated() {
      let last = content.lines.lastIndex { $0.owner != .nobody } ?? content.lines.startIndex
      for (line, one) in content.lines.enumerated() where one.label != .carry {
        let row: Int? = if case .row(let row) = one.owner { row } else { nil }
        let isLoose = one.owner == .nobody && (line < last || piece > 0 && line == 0)
        places.append(Place(piece: piece, line: line, row: row, isLoose: isLoose))
      }
    }
    return places
  }

  private static func isRest(_ place: Place, _ rows: [Record], _ sequence: FieldName?) -> Bool {
    place.isLoose || place.row.map { rows[$0][sequence] == nil } ?? false
  }

  private static func join(
    _ rests: ArraySlice<Place>, to whole: Place, _ submission: inout Submission
  ) {
    guard let row = whole.row else { return }
    let profile = submission.profile
    // What a heading gave to a row is printed elsewhere.
    let fields = rests.flatMap { rest in
      let line = submission.summary.pieces[rest.piece].lines[rest.line]
      return line.fields.filter { line.at.range.contains(Int($0.printed.start)) }
    }
    let own = submission.summary.rows[row].fields
    let types = Dictionary(
      profile.summary.columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    let words: Set<FieldType> = [.text, .name, .organisation]
    let amounts = (own + fields).count { $0.name == profile.summary.amount }
    guard amounts == 1, !fields.isEmpty,
      fields.allSatisfy({ field in
        own.named(field.name) == nil || types[field.name].map(words.contains) ?? false
      })
    else { return }
    let id = submission.summary.rows[row].id
    var joined = submission.summary.rows[row]
    var repair = Repair(
      rule: "ST04", state: .likely, record: id, cells: fields.map(\.printed),
      before: fields.map { submission.document.string($0.printed) }, after: [],
      evidence: [
        Message(
          zh: "续行没有序号，下一行的序号紧接本行",
          en:
            "what follows has no number, and the next row's goes on from it"
        )
      ])
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return }
    for field in fields { add(field, to: &joined, number, &submission) }
    joined.sortFields(in: profile.summary.columns)
    submission.repairs[Int(number) - 1].after = joined.fields
      .filter { $0.rowRepair == number }.map(submission.text)
    submission.summary.rows[row] = joined
    submission.summary.pieces[whole.piece].lines[whole.line].fields = joined.fields
    for rest in rests.reversed() { remove(rest, for: id, &submission) }
  }

  /// Adds a field of the rest: behind the words that stand there, or where nothing does.
  private static func add(
    _ field: Field, to record: inout Record, _ repair: UInt32, _ submission: inout Submission
  ) {
    var field = field
    if let first = record[field.name] {
      let words = submission.text(first).joined(withRest: submission.text(field))
      field = first
      field.value = .text(submission.document.append(words, inPlaceOf: first.printed))
    }
    field.rowRepair = repair
    record.set(field)
  }

  /// Takes the line of a rest out, and the row that was made of it.
  private static func remove(_ rest: Place, for id: String, _ submission: inout Submission) {
    submission.summary.pieces[rest.piece].lines.remove(at: rest.line)
    guard let row = rest.row else { return }
    let old = submission.summary.rows.remove(at: row).id
    for place in submission.repairs.indices where submission.repairs[place].record == old {
      submission.repairs[place].record = id
    }
    for piece in submission.summary.pieces.indices {
      for line in submission.summary.pieces[piece].lines.indices {
        guard case .row(let later) = submission.summary.pieces[piece].lines[line].owner,
          later > row
        else { continue }
        submission.summary.pieces[piece].lines[line].owner = .row(later - 1)
      }
    }
  }
}

extension Record {
  /// Puts the fields into the order of their columns.
  mutating func sortFields(in columns: [ColumnSpec]) {
    let order = columns.map { $0.name }
    fields.sort {
      (order.firstIndex(of: $0.name) ?? .max, $0.name.rawValue)
        < (order.firstIndex(of: $1.name) ?? .max, $1.name.rawValue)
    }
  }
}
