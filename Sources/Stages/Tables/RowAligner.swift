internal import TieoutModel

/// Aligns rows with one header.
struct RowAligner {
  private let fit: CellFit
  private let words: RepairWords
  /// `Document.Row.table` of the rows.
  private let table: UInt8
  private var header = TableHeader(columns: [])
  /// What is headed at each printed column.
  private var heads: [Head] = []
  /// How many of the headed columns have a value in every row.
  private var needed = 0
  /// How many of these hold more than units, which words have none of.
  private var essential = 0
  /// How many heads there are, known or not, but for those whose values are carried down.
  private var own = 0
  /// The cells of the row that hold something.
  private var indices: [Int] = []
  /// Weighs rows against the header; made when the first row needs it.
  private var weigher: RowWeigher?
  /// The repairs so far, by a hash of what they changed; of rows that were changed alike in several
  /// tables, those of the last one.
  private var repairs: [UInt64: Known] = [:]
  /// How many tables were begun.
  private var tables = 0

  /// A repair of a table.
  private struct Known {
    var table: Int
    var changes: [RowRepairReport.Change]
    var number: UInt32
  }

  /// A column of the specification, with what is asked of it for each cell.
  private struct Head: BitwiseCopyable {
    /// Its place there; −1 for none, and `TableHeader.Column.foreign` for one that is not in it.
    var spec = -1
    var isTerm = false
    /// Whether it has a value in every row.
    var isNeeded = false
    /// Whether it is needed, and holds no units.
    var isEssential = false
    /// Whether a blank below it stands for the value above.
    var isCarried = false
  }

  init(_ profile: Profile, group: Int?) {
    fit = CellFit(profile, group: group)
    words = RepairWords(profile, fit.specs)
    table = group.map { UInt8($0 + 1) } ?? 0
  }

  /// An aligner of values below their labels.
  init(_ profile: Profile, fields: [ColumnSpec]) {
    fit = CellFit(profile, fields: fields)
    words = RepairWords(profile, fields)
    table = 0
  }

  /// Begins a table: rows of another one never share its repairs.
  mutating func begin() { tables += 1 }

  /// Takes the header of the rows that follow.
  mutating func begin(_ header: TableHeader) {
    // Nearly all forms of a paper print the same columns.
    guard header != self.header else { return }
    self.header = header
    weigher = nil
    heads.removeAll(keepingCapacity: true)
    // Of two heads over one column the first one counts.
    for column in header.columns.reversed() {
      guard let printed = column.printed else { continue }
      while heads.count <= printed { heads.append(Head()) }
      let spec = column.spec
      heads[printed] =
        spec < 0
        ? Head(spec: spec)
        : Head(
          spec: spec, isTerm: fit.types[spec] == .term, isNeeded: fit.isNeeded[spec],
          isEssential: fit.isNeeded[spec] && fit.types[spec] != .unit,
          isCarried: fit.specs[spec].isCarried)
    }
    needed = heads.count { $0.isNeeded }
    essential = heads.count { $0.isEssential }
    own = heads.count { $0.spec != -1 && !$0.isCarried }
  }

  /// What is headed where a cell is printed.
  @inline(__always)
  private func head(above cell: Document.Cell) -> Head {
    let printed = Int(cell.column)
    return printed < heads.count ? heads[printed] : Head()
  }

  /// The column in the specification that is headed where a cell is printed.
  private func spec(above cell: Document.Cell) -> Int? {
    let spec = head(above: cell).spec
    return spec >= 0 ? spec : nil
  }

  /// Marks a row as an entry of the table and gives its cells their columns.
  mutating func align(
    _ place: Int, _ document: inout Document, as role: Document.Row.Role = .entry
  ) {
    align(place, document.rows[place].cells, &document, as: role)
  }

  /// Gives some of a row's cells their columns.
  mutating func align(
    _ place: Int, _ cells: Range<Int>, _ document: inout Document,
    as role: Document.Row.Role = .entry
  ) {
    var rows = document.rows.mutableSpan
    rows[place].role = role
    rows[place].table = table
    if stands(cells, &document) { return }
    indices.removeAll(keepingCapacity: true)
    for index in cells where isFilled(document.cells[index]) { indices.append(index) }
    let measured = document.rows[place].isMeasured ? measured(document.cells, document.text) : nil
    let alignment =
      measured.map { RowAlignment(slots: $0, shift: 0, isTied: false) } ?? weigh(document)
    let terms = terms(alignment, document)
    let report = report(alignment, terms, document)
    let isOverruled = document.isOverruled("ST05", report.cells)
    if alignment.isTied != isOverruled {
      standAsPrinted(cells, &document)
    } else {
      apply(alignment, terms, &document)
    }
    add(report, alignment, isOverruled: isOverruled, to: place, &document)
  }

  /// The columns of a row whose cells were measured to stand under heads: damage in a cell moves it
  /// nowhere, unless most of the row is not what its columns want.
  private func measured(_ cells: [Document.Cell], _ text: [UInt8]) -> [Int?]? {
    var misfits = 0
    var slots: [Int?] = []
    for index in indices {
      let cell = cells[index]
      guard let column = header.place(under: Int(cell.column)) else { return nil }
      let spec = header.columns[column].spec
      guard !header.columns[column].isForeign else {
        slots.append(nil)
        continue
      }
      if fit.cost(cell, spec, text) > CellFit.tolerable { misfits += 1 }
      slots.append(spec)
    }
    return misfits * 2 <= slots.count ? slots : nil
  }

  private mutating func weigh(_ document: borrowing Document) -> RowAlignment {
    var weigher = self.weigher.take() ?? RowWeigher(header, fit)
    let alignment = weigher.best(indices, document)
    self.weigher = consume weigher
    return alignment
  }

  /// Whether a cell holds something; a heading beside the table is none of its cells.
  private func isFilled(_ cell: Document.Cell) -> Bool {
    guard !cell.text.isEmpty else { return false }
    if cell.label == .none { return true }
    let traits = fit.meanings.traits(cell.label)
    return table == 0 || !traits.contains(.heading) || traits.contains(.term)
  }

  /// Whether all cells stand under their header and fit; each is given the column over it.
  private func stands(_ indices: Range<Int>, _ document: inout Document) -> Bool {
    let text = document.text
    var cells = document.cells.mutableSpan
    var headed = 0
    var foreign = 0
    var misfits = 0
    var unusual = 0
    var complete = 0
    var standing = 0
    for index in indices {
      let cell = cells[index]
      guard isFilled(cell) else { continue }
      let head = head(above: cell)
      standing &+= head.isCarried ? 0 : 1
      guard head.spec >= 0 else {
        guard head.spec == TableHeader.Column.foreign else { return false }
        cells[index].slot = Document.Cell.unassigned
        foreign &+= 1
        continue
      }
      cells[index].slot = UInt16(truncatingIfNeeded: head.spec)
      if head.isTerm {
        // A level may say again what stands above it.
        let isRepeated =
          index > indices.lowerBound && cell.label != .none && cells[index - 1].label == cell.label
        guard isRepeated || means(cell, head.spec) else { return false }
      } else if !fit.suits(cell, head.spec, text) {
        if fit.mayBeMeant(cell, head.spec, text) { unusual &+= 1 } else { misfits &+= 1 }
        guard misfits == 0 || misfits &+ unusual == 1 else { return false }
      }
      headed &+= 1
      complete &+= head.isNeeded ? 1 : 0
    }
    // In a row that has all its cells one that is not what its column wants has nowhere else to go: in
    // one with a cell under each head, or with all that rows must have where these are many. So has
    // what may be meant where no more than remarks and units are blank.
    if misfits &+ unusual > 0 {
      let isFull = standing == own && own > 1
      let isWhole = complete >= needed && needed >= 4
      let mayBeMeant = misfits == 0 && essential > 1 && essentials(indices, cells.span) >= essential
      guard mayBeMeant || misfits &+ unusual == 1 && (isFull || isWhole) else { return false }
    }
    // Alone under heads that nobody knows a cell may as well be one that moved.
    return headed > 0 || foreign == 0
  }

  /// How many cells stand under heads that every row has a value of.
  private func essentials(_ indices: Range<Int>, _ cells: Span<Document.Cell>) -> Int {
    indices.count { isFilled(cells[$0]) && head(above: cells[$0]).isEssential }
  }

  /// Whether a cell's label is a closed word of a column.
  private func means(_ cell: Document.Cell, _ spec: Int) -> Bool {
    table > 0 && fit.meanings.term(cell.label, group: Int(table) - 1, column: spec) != nil
  }

  private func standAsPrinted(_ cells: Range<Int>, _ document: inout Document) {
    for index in cells where isFilled(document.cells[index]) {
      let spec = spec(above: document.cells[index])
      document.cells[index].slot = spec.map { UInt16($0) } ?? Document.Cell.unassigned
    }
  }

  /// The closed words that cells in their columns are cut short or misread from; empty where none is.
  private func terms(_ alignment: RowAlignment, _ document: borrowing Document) -> [Int?] {
    var terms: [Int?] = []
    for (place, index) in indices.enumerated() {
      guard let slot = alignment.slots[place], fit.types[slot] == .term else { continue }
      let cell = document.cells[index]
      guard !means(cell, slot), let term = fit.nearTerm(cell, slot, document.text) else { continue }
      if terms.isEmpty { terms = Array(repeating: nil, count: indices.count) }
      terms[place] = term
    }
    return terms
  }

  private func apply(_ alignment: RowAlignment, _ terms: [Int?], _ document: inout Document) {
    for (place, index) in indices.enumerated() {
      let slot = alignment.slots[place]
      document.cells[index].slot = slot.map { UInt16($0) } ?? Document.Cell.unassigned
      if let slot, !terms.isEmpty, let term = terms[place] {
        document.cells[index].label = fit.specs[slot].terms[term].labels[0]
      }
    }
  }

  /// What an alignment changes in a row.
  private func report(
    _ alignment: RowAlignment, _ terms: [Int?], _ document: borrowing Document
  ) -> RowRepairReport {
    var report = RowRepairReport(count: indices.count)
    for (place, index) in indices.enumerated() {
      let cell = document.cells[index]
      let slot = alignment.slots[place]
      let column = spec(above: cell)
      if !alignment.isTied, let slot, !terms.isEmpty, let term = terms[place] {
        let word = words.term(fit.specs[slot].terms[term].term)
        report.restored(document.string(cell.text), word, cell.text)
      } else if slot != column {
        report.moved(cell.text, from: column, to: slot)
      }
    }
    return report
  }

  private mutating func add(
    _ report: RowRepairReport, _ alignment: RowAlignment, isOverruled: Bool, to place: Int,
    _ document: inout Document
  ) {
    guard !report.changes.isEmpty else { return }
    // One cause, one repair: rows that were changed alike share it.
    let hash = report.hash
    let number: UInt32
    if let known = repairs[hash], known.table == tables, known.changes == report.changes {
      number = known.number
    } else {
      document.repairs.append(report.emptyRepair(alignment))
      if isOverruled { document.repairs[document.repairs.count - 1].turn() }
      number = UInt32(document.repairs.count)
      // Made once, with room for as many as most documents have.
      if repairs.isEmpty { repairs.reserveCapacity(64) }
      repairs[hash] = Known(table: tables, changes: report.changes, number: number)
    }
    report.add(
      to: &document.repairs[Int(number) - 1], words, document.text,
      isWellFormed: document.isWellFormed)
    document.rows[place].repair = number
  }
}
