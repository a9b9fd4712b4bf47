internal import TieoutModel

/// Where the values stand that repairs of columns moved, gathered in one pass over the summary.
struct MovedFields {
  /// A field of the summary.
  struct Place {
    /// The row; `nil` for the total's.
    var row: Int?
    /// The place among the record's fields.
    var field: Int
  }

  private var places: [[Place]]

  /// Looks through the summary.
  init(_ submission: borrowing Submission) {
    places = Array(repeating: [], count: submission.repairs.count + 1)
    if let total = submission.summary.total { add(total.fields.span, row: nil) }
    let rows = submission.summary.rows.span
    for row in rows.indices { add(rows[row].fields.span, row: row) }
  }

  /// The fields that a repair moved, counted from 1; the total's first, then row by row.
  func of(_ repair: Int) -> [Place] { places[repair] }

  private mutating func add(_ fields: Span<Field>, row: Int?) {
    for field in fields.indices where fields[field].columnRepair > 0 {
      places[Int(fields[field].columnRepair)].append(Place(row: row, field: field))
    }
  }
}
