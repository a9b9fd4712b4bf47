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
    /// What lines between the rows add that are no rows themselves: `减：上年结转资金`.
    var signed: Reading? = .zero
    /// Whether it is of the column that forms are tied to.
    var isMain: Bool

    /// Adds a line that is no row.
    mutating func add(_ addend: Reading?) {
      signed = signed.flatMap { sum in addend.flatMap { Reading.sum(sum, $0) } }
    }

    /// The sum with the lines that are no rows, and without them, which a figure may show to be meant.
    var readings: [Sum] {
      guard signed != .zero else { return [self] }
      var whole = self
      whole.reading = reading.flatMap { rows in signed.flatMap { Reading.sum(rows, $0) } }
      whole.isReadable = isReadable && signed != nil
      return [whole, self]
    }
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
  /// What the total may be the sum of.
  private(set) var all: [Sum]

  /// A line of the table, as far as sums go.
  private enum Entry {
    case row(Int)
    /// A heading, with its amount.
    case heading(Field?)
    /// A subtotal of what stands above it.
    case subtotal(Field?)
    /// A sum of all rows so far.
    case carry(Field?)
    /// What a line adds that is no row.
    case signed(Reading?)
    case total
    case page
  }

  /// Reads a column.
  init(_ column: ColumnSpec, _ paper: Workpaper) {
    let entries = Self.headed(Self.entries(column, paper))
    let rows = Addends(
      paper.submission.summary.rows.indices.filter { paper.isAddend[$0] }, column, paper)
    var all = rows.nothing(at: 0)
    for _ in rows.order { rows.extend(&all) }
    for addend in paper.submission.summary.addends(column.name) {
      all.add(paper.reading(addend, column))
    }
    self.all = all.readings
    let printed = Addends(
      entries.compactMap { entry in
        if case .row(let row) = entry, paper.isAddend[row] { row } else { nil }
      }, column, paper)
    let headings = entries.count { if case .heading(.some) = $0 { true } else { false } }
    let rests = headings > 0 ? printed.rests() : []
    var run = SubtotalRun(printed.nothing(at: 0))
    for (place, entry) in entries.enumerated() {
      let end = printed.nothing(at: run.above.rows.endIndex)
      switch entry {
      case .row(let row): if paper.isAddend[row] { run.extend(printed) }
      case .signed(let addend): run.add(addend)
      case .total: run.begin(end, below: run.above)
      case .heading(let field):
        run.begin(end)
        guard let field else { continue }
        var sums = Self.below(entries[(place + 1)...], end, printed, paper)
        let rest = rests[end.rows.endIndex]
        if !rest.rows.isEmpty, sums.last?.rows.count != rest.rows.count { sums.append(rest) }
        if !sums.isEmpty { subtotals.append(Line(field: field, sums: sums)) }
      case .subtotal(let field):
        let sums = run.sums.filter { !$0.rows.isEmpty }.flatMap(\.readings)
        if let field, !sums.isEmpty { subtotals.append(Line(field: field, sums: sums)) }
        run.begin(end, below: run.section)
      case .carry(let field):
        guard let field, !run.above.rows.isEmpty else { continue }
        subtotals.append(Line(field: field, sums: run.above.readings))
      case .page: run.page = end
      }
    }
  }

  /// The lines of a table whose first subtotal stands before all rows: there each of them heads its rows.
  private static func headed(_ entries: [Entry]) -> [Entry] {
    let first = entries.first { entry in
      switch entry {
      case .row, .heading, .subtotal(.some): true
      case .subtotal(nil), .carry, .signed, .total, .page: false
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
      } else if case .signed(let addend) = entry {
        sum.add(addend)
      } else if !sum.rows.isEmpty, sums.last?.rows.count != sum.rows.count {
        sums.append(sum)
        if sums.count == 8 { break }
      }
    }
    return sums.flatMap(\.readings)
  }

  private static func entries(_ column: ColumnSpec, _ paper: Workpaper) -> [Entry] {
    var entries: [Entry] = []
    for piece in paper.submission.summary.pieces {
      entries.append(.page)
      for line in piece.lines {
        let field = (line.repaired ?? line.fields).named(column.name).flatMap {
          $0.quantity == nil ? nil : $0
        }
        switch (line.owner, line.label) {
        case (.row(let row), _): entries.append(.row(row))
        case (.subtotal, .part?), (.nobody, _): break
        case (.total, _): entries.append(.total)
        case (.subtotal, .deduction?), (.subtotal, .addition?):
          guard let addend = line.addend(column.name) else { continue }
          entries.append(.signed(paper.reading(addend, column)))
        case (.subtotal, .carry?): entries.append(.carry(field))
        case (.subtotal, nil): entries.append(.heading(field))
        case (.subtotal, _): entries.append(.subtotal(field))
        }
      }
    }
    return entries
  }
}
