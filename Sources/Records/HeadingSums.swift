internal import TieoutModel

/// Tells rows of the summary that head others, and print their sum, from those of projects, where
/// nothing else does.
///
/// Official papers list each body with the sum of its projects below it, in the same columns. Such rows
/// are told by the figures: all rows come to twice the stated total, each heading is the sum of the rows
/// below it, up to the next, no form bears its name while most other rows have one, and numbers do not
/// count it among the rows.
enum HeadingSums {
  static func settle(_ submission: inout Submission) {
    let summary = submission.profile.summary
    let rows = submission.summary.rows
    // Nearly all papers have a form for each row.
    guard rows.count > submission.details.count, rows.count > 3, !countOn(rows, summary.sequence),
      let total = submission.summary.total?[summary.amount],
      let amounts = digits(rows, total, summary.amount),
      amounts.rows.reduce(0, +) == 2 * amounts.total, let headings = headings(amounts.rows)
    else { return }
    let names = Set(
      submission.details.compactMap { $0[submission.profile.detail.key] }
        .map { letters($0, submission) })
    func hasForm(_ place: Int) -> Bool {
      rows[place][summary.key].map { names.contains(letters($0, submission)) } ?? false
    }
    let others = rows.indices.filter { !headings.contains($0) }
    guard !headings.contains(where: hasForm), others.count(where: hasForm) * 2 > others.count
    else { return }
    take(headings, &submission)
  }

  /// Whether numbers count all rows, one after the other.
  private static func countOn(_ rows: [Record], _ sequence: FieldName?) -> Bool {
    let numbers = rows.compactMap { $0[sequence]?.quantity?.digits }
    return numbers.count == rows.count
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// The amounts of all rows and of the total, in one unit and with the same number of decimals; `nil`
  /// where a row has none.
  private static func digits(
    _ rows: [Record], _ total: Field, _ amount: FieldName?
  ) -> (rows: [Int128], total: Int128)? {
    let fields = rows.compactMap { $0[amount] }
    guard fields.count == rows.count, fields.allSatisfy({ $0.unit == total.unit }) else {
      return nil
    }
    let quantities = fields.compactMap(\.quantity)
    guard quantities.count == rows.count, let whole = total.quantity else { return nil }
    let scale = Int(quantities.map(\.scale).reduce(whole.scale, max))
    let digits = quantities.compactMap { $0.digits(at: scale) }
    guard digits.count == rows.count, let sum = whole.digits(at: scale), sum > 0 else { return nil }
    return (digits, sum)
  }

  /// The places of the headings: each is the sum of the rows below it, up to the next.
  private static func headings(_ amounts: [Int128]) -> [Int]? {
    var headings: [Int] = []
    var place = 0
    while place < amounts.count {
      headings.append(place)
      var rest = amounts[place]
      place += 1
      let first = place
      while place < amounts.count, place == first || rest > 0 || amounts[place] == 0 {
        rest -= amounts[place]
        place += 1
      }
      guard place > first, rest == 0 else { return nil }
    }
    return headings
  }

  private static func letters(_ field: Field, _ submission: Submission) -> [UInt8] {
    LabelTable.normalised(submission.document.text[field.printed.range])
  }

  /// Makes the headings lines that add others up, and gives the rows below each its name for the body's.
  private static func take(_ headings: [Int], _ submission: inout Submission) {
    let summary = submission.profile.summary
    let rows = submission.summary.rows
    var places: [Int: Int] = [:]
    var kept: [Record] = []
    var body: Field?
    for (place, row) in rows.enumerated() {
      if headings.contains(place) {
        body = row[summary.key]
        continue
      }
      places[place] = kept.count
      var row = row
      if let name = summary.organisation ?? summary.section, row[name] == nil, let body {
        row.set(Field(name: name, printed: body.printed, value: .text(body.printed)))
        row.sortFields(in: summary.columns)
      }
      kept.append(row)
    }
    submission.summary.rows = kept
    for piece in submission.summary.pieces.indices {
      for line in submission.summary.pieces[piece].lines.indices {
        guard case .row(let place) = submission.summary.pieces[piece].lines[line].owner else {
          continue
        }
        submission.summary.pieces[piece].lines[line].owner =
          places[place].map { .row($0) } ?? .subtotal
      }
    }
  }
}
