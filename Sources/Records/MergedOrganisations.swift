internal import TieoutModel

/// Gives the rows of the summary the bodies that one merged cell names for several of them.
///
/// A merged cell is read as one filled cell and blank ones below it. In a column of which the paper
/// says how many rows a cell spans, it names the body of these and no others. Elsewhere a column is
/// taken for merged where it never prints a body twice in a row and leaves at least two rows, and a
/// quarter of them, blank; one lost cell in a column that is printed throughout stays blank. A
/// subtotal ends what was merged above it.
///
/// - before: `甲局 | 1 | …`, ` | 2 | …`, ` | 3 | …`, `小计`, `乙局 | 4 | …`
/// - after: rows 2 and 3 are of 甲局 as well
/// - leaves alone: columns that repeat their bodies, the blanks at a table's head, and those behind
///   the rows that a cell says it spans
enum MergedOrganisations {
  static func fill(_ submission: inout Submission) {
    let columns = submission.profile.summary.columns
    for column in columns.indices where columns[column].type == .organisation {
      let name = columns[column].name
      let blanks = submission.summary.rows.count { $0[name] == nil }
      guard blanks > 0, blanks < submission.summary.rows.count else { continue }
      let spans = spans(submission.document)
      let saysSpans = submission.summary.rows.contains {
        $0[name].map { spans[$0.printed.start] != nil } ?? false
      }
      guard saysSpans || looksMerged(name, blanks: blanks, submission) else { continue }
      let later = Set(columns[(column + 1)...].map { $0.name })
      fill(name, later: later, within: saysSpans ? spans : nil, &submission)
    }
  }

  /// Where the rows end that a cell of the summary spans, by where its text begins; those of a cell
  /// that reaches the end of its table go on at the head of the next one.
  private static func spans(_ document: borrowing Document) -> [UInt32: UInt32] {
    var spans: [UInt32: UInt32] = [:]
    for region in document.regions where region.kind == .summary {
      for block in document.blocks where block.kind == .table && block.rows.overlaps(region.rows) {
        for place in block.rows.clamped(to: region.rows) {
          for index in document.rows[place].cells where document.cells[index].rowSpan > 1 {
            let end = place + Int(document.cells[index].rowSpan)
            spans[document.cells[index].text.start] =
              end < block.rows.upperBound
              ? document.slice(of: document.rows[end - 1]).end : UInt32.max
          }
        }
      }
    }
    return spans
  }

  /// Whether a column whose cells say nothing of rows is taken for merged.
  private static func looksMerged(_ name: FieldName, blanks: Int, _ submission: Submission) -> Bool
  {
    blanks >= 2 && blanks * 4 >= submission.summary.rows.count
      && isEachPrintedOnce(name, submission)
  }

  /// Whether no body of a column is printed in two rows, one after the other.
  private static func isEachPrintedOnce(_ name: FieldName, _ submission: Submission) -> Bool {
    let text = submission.document.text
    var last: Slice?
    for row in submission.summary.rows {
      let printed = row[name]?.printed
      if let last, let printed, text[last.range].elementsEqual(text[printed.range]) { return false }
      last = printed
    }
    return true
  }

  /// Gives what a row prints to the blank ones below it: where spans are known, as far as its cell's.
  private static func fill(
    _ name: FieldName, later: Set<FieldName>, within spans: [UInt32: UInt32]?,
    _ submission: inout Submission
  ) {
    var carried: Field?
    var end = UInt32.max
    for line in submission.summary.pieces.flatMap(\.lines) {
      guard case .row(let row) = line.owner else {
        if line.label != .carry { carried = nil }
        continue
      }
      if let field = submission.summary.rows[row][name] {
        carried = field
        if let spans { end = spans[field.printed.start] ?? 0 }
      } else if let carried, line.at.start < end {
        let fields = submission.summary.rows[row].fields
        let place = fields.firstIndex { later.contains($0.name) } ?? fields.count
        submission.summary.rows[row].fields.insert(carried, at: place)
      }
    }
  }
}
