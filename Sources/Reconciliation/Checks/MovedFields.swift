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
    if let total = submission.summary.total { add(total, row: nil) }
    for (row, record) in submission.summary.rows.enumerated() { add(record, row: row) }
  }

  /// The fields that a repair moved, counted from 1; the total's first, then row by row.
  func of(_ repair: Int) -> [Place] { places[repair] }

  private mutating func add(_ record: Record, row: Int?) {
    for (field, content) in record.fields.enumerated() where content.columnRepair > 0 {
      places[Int(content.columnRepair)].append(Place(row: row, field: field))
    }
  }
}
