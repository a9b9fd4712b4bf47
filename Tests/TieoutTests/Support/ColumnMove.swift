import Testing

/// How recognition moves the amounts of a page, and perhaps the notes.
struct ColumnMove: Sendable, CustomTestStringConvertible {
  /// The page, counted from 0.
  var page: Int
  /// The lines further down; negative: further up.
  var offset: Int
  var withNote: Bool
  /// Whether the total's amount takes part; only the first page has one.
  var withTotal = false
  /// Whether values that leave the page are lost; else they stand on lines of their own.
  var losing = false

  var testDescription: String {
    "page \(page + 1), \(abs(offset)) line(s) \(offset > 0 ? "down" : "up"), amounts"
      + (withNote ? " and notes" : "") + (page == 0 ? withTotal ? " with the total" : "" : "")
      + (losing ? ", the outermost lost" : "")
  }

  /// Moves the columns and gives the numbers of the rows whose amounts and notes got lost.
  func apply(to paper: inout BudgetPaper) -> (amounts: Set<String>, notes: Set<String>) {
    let lines = paper.pages[page].lines
    let fixed = page == 0 && !withTotal ? 1 : 0
    let blanks = Array(repeating: Array(repeating: "", count: 7), count: abs(offset))
    let rows = Array(lines[fixed...])
    var moved = offset > 0 ? rows + blanks : blanks + rows
    let start = offset > 0 ? 0 : -offset
    for column in withNote ? [BudgetPaper.amount, BudgetPaper.note] : [BudgetPaper.amount] {
      for index in moved.indices { moved[index][column] = "" }
      for index in rows.indices { moved[start + index + offset][column] = rows[index][column] }
    }
    var lost: (amounts: Set<String>, notes: Set<String>) = ([], [])
    if losing {
      let gone = offset > 0 ? rows.suffix(offset) : rows.prefix(-offset)
      lost.amounts = Set(gone.map { $0[0] })
      if withNote { lost.notes = lost.amounts }
      moved = Array(offset > 0 ? moved.dropLast(offset) : moved.dropFirst(-offset))
    } else if offset > 0 {
      // A line that nothing came to rest on would not be printed.
      moved.removeAll { $0.allSatisfy { $0.isEmpty } }
    }
    paper.pages[page].lines = Array(lines[..<fixed]) + moved
    return lost
  }
}
