internal import TieoutModel

/// The subtotals of one column of the summary, with the sums that each may state.
struct SubtotalLines {
  /// The sum of some rows.
  struct Sum {
    /// The sum of the amounts that can be read; `nil` where it cannot be counted.
    var reading: Reading? = .zero
    /// The rows; sums of one column share their memory, since many of them overlap.
    var rows: ArraySlice<Int>
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
    let entries = Self.headed(Self.entries(column, paper.submission))
    let rows = Addends(
      paper.submission.summary.rows.indices.filter { paper.isAddend[$0] }, column, paper)
    all = rows.nothing(at: 0)
    for _ in rows.order { rows.extend(&all) }
    let printed = Addends(
      entries.compactMap { entry in
        if case .row(let row) = entry, paper.isAddend[row] { row } else { nil }
      }, column, paper)
    let headings = entries.count { if case .heading(.some) = $0 { true } else { false } }
    let rests = headings > 0 ? printed.rests() : []
    var above = printed.nothing(at: 0)
    var section = above, page = above
    for (place, entry) in entries.enumerated() {
      switch entry {
      case .row(let row):
        guard paper.isAddend[row] else { continue }
        printed.extend(&above)
        printed.extend(&section)
        printed.extend(&page)
      case .heading(let field):
        section = printed.nothing(at: above.rows.endIndex)
        guard let field else { continue }
        var sums = Self.below(entries[(place + 1)...], section, printed, paper)
        let rest = rests[above.rows.endIndex]
        if !rest.rows.isEmpty, sums.last?.rows.count != rest.rows.count { sums.append(rest) }
        if !sums.isEmpty { subtotals.append(Line(field: field, sums: sums)) }
      case .subtotal(let field):
        let sums = [section, page, above].filter { !$0.rows.isEmpty }
        if let field, !sums.isEmpty { subtotals.append(Line(field: field, sums: sums)) }
        section = printed.nothing(at: above.rows.endIndex)
      case .carry(let field):
        if let field, !above.rows.isEmpty { subtotals.append(Line(field: field, sums: [above])) }
      case .page: page = printed.nothing(at: above.rows.endIndex)
      }
    }
  }

  /// The lines of a table whose first subtotal stands before all rows: there each of them heads its rows.
  private static func headed(_ entries: [Entry]) -> [Entry] {
    let first = entries.first { entry in
      switch entry {
      case .row, .heading, .subtotal(.some): true
      case .subtotal(nil), .carry, .page: false
      }
    }
    guard case .subtotal? = first else { return entries }
    return entries.map { entry in
      if case .subtotal(let field) = entry { .heading(field) } else { entry }
    }
  }

  /// The sums of the rows below a heading up to each of the next lines that is no row, eight at most:
  /// a heading may stand over headings.
  private static func below(
    _ entries: ArraySlice<Entry>, _ nothing: Sum, _ printed: Addends, _ paper: Workpaper
  ) -> [Sum] {
    var sums: [Sum] = []
    var sum = nothing
    for entry in entries {
      if case .row(let row) = entry {
        if paper.isAddend[row] { printed.extend(&sum) }
      } else if !sum.rows.isEmpty, sums.last?.rows.count != sum.rows.count {
        sums.append(sum)
        if sums.count == 8 { break }
      }
    }
    return sums
  }

  private static func entries(_ column: ColumnSpec, _ submission: Submission) -> [Entry] {
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
}
