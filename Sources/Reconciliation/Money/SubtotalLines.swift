internal import TieoutModel

/// The subtotals of one column of the summary, with the sums that each may state.
struct SubtotalLines {
  /// The sum of some rows.
  struct Sum {
    /// The sum of the amounts that can be read; `nil` where it cannot be counted.
    var reading: Reading? = .zero
    /// The rows.
    var rows: [Int] = []
    /// Whether every amount that is printed can be read.
    var isReadable = true
    /// Whether it is of the column that forms are tied to.
    var isMain: Bool
  }

  /// A subtotal.
  struct Line {
    /// Its amount.
    var field: Field
    /// What it may be the sum of, the likeliest first.
    var sums: [Sum]
  }

  /// The subtotals, line by line.
  private(set) var subtotals: [Line] = []
  /// All rows.
  private(set) var all: Sum

  /// A line of the table, as far as sums go.
  private enum Entry {
    case row(Int)
    /// A heading, with its amount.
    case heading(Field?)
    /// A subtotal of what stands above it.
    case subtotal(Field?)
    /// A sum of all rows so far.
    case carry(Field?)
    case page
  }

  /// Reads a column.
  init(_ column: ColumnSpec, _ paper: Workpaper) {
    let submission = paper.submission
    let isMain = column.name == submission.profile.summary.amount
    let entries = Self.entries(column, submission, paper)
    func sum(_ rows: some Sequence<Int>) -> Sum {
      var sum = Sum(isMain: isMain)
      for row in rows where paper.isAddend[row] { Self.add(row, column, paper, &sum) }
      return sum
    }
    all = sum(submission.summary.rows.indices)
    var above: [Int] = []
    var section: [Int] = []
    var page: [Int] = []
    for (place, entry) in entries.enumerated() {
      switch entry {
      case .row(let row):
        above.append(row)
        section.append(row)
        page.append(row)
      case .heading(let field):
        section = []
        guard let field else { continue }
        // A heading may stand over headings: its rows end at one of the next lines.
        var rows: [Int] = []
        var sums: [Sum] = []
        for next in entries[(place + 1)...] {
          if case .row(let row) = next {
            rows.append(row)
          } else if !rows.isEmpty, sums.last?.rows != rows, sums.count < 8 {
            sums.append(sum(rows))
          }
        }
        if !rows.isEmpty, sums.last?.rows != rows { sums.append(sum(rows)) }
        if !sums.isEmpty { subtotals.append(Line(field: field, sums: sums)) }
      case .subtotal(let field):
        if let field, !section.isEmpty || !above.isEmpty {
          let choices = [section, page, above].filter { !$0.isEmpty }
          subtotals.append(Line(field: field, sums: choices.map { sum($0) }))
        }
        section = []
      case .carry(let field):
        if let field, !above.isEmpty { subtotals.append(Line(field: field, sums: [sum(above)])) }
      case .page: page = []
      }
    }
  }

  private static func entries(
    _ column: ColumnSpec, _ submission: Submission, _ paper: Workpaper
  ) -> [Entry] {
    var entries: [Entry] = []
    for piece in submission.summary.pieces {
      entries.append(.page)
      for line in piece.lines {
        let field = (line.repaired ?? line.fields).named(column.name).flatMap {
          $0.quantity == nil ? nil : $0
        }
        switch (line.owner, line.label) {
        case (.row(let row), _): entries.append(.row(row))
        case (.subtotal, .part?), (.total, _), (.nobody, _): break
        case (.subtotal, .carry?): entries.append(.carry(field))
        case (.subtotal, nil): entries.append(.heading(field))
        case (.subtotal, _): entries.append(.subtotal(field))
        }
      }
    }
    return entries
  }

  private static func add(
    _ row: Int, _ column: ColumnSpec, _ paper: Workpaper, _ sum: inout Sum
  ) {
    let submission = paper.submission
    sum.rows.append(row)
    guard let field = submission.summary.rows[row][column.name] else { return }
    let unit = field.unit == .none ? column.unit : field.unit
    guard let quantity = field.quantity, let exponent = submission.profile.units.exponent(unit),
      let reading = Reading(
        quantity, exponent: exponent, floor: paper.context.summaryFloor,
        width: submission.profile.thresholds.width)
    else {
      if !submission.isStatedAbsence(field.printed) { sum.isReadable = false }
      return
    }
    sum.reading = sum.reading.flatMap { Reading.sum($0, reading) }
  }
}
