internal import TieoutModel

/// Gives each cell of a table the column that it belongs to.
///
/// A row whose cells stand under their header and are what their columns want is left as it is. Any
/// other row is judged against the types of the columns and the closed lists of the profile: a
/// missing leading cell, an extra column, a word cut short are put right, with one repair a row.
///
/// - before: `|成本指标|成本控制≥2万元|万元|2||` under `一级指标|二级指标|三级指标|计量单位|目标值`
/// - after: the same cells, each in its column
/// - leaves alone: rows that two alignments fit equally well; they are reported
enum AlignRows: Stage {
  static let name = "align-rows"

  static func run(_ document: inout Document, _ profile: Profile) {
    // An aligned document is not aligned again: repairs are made, and reported, once.
    let isAligned = document.rows.contains { $0.role != .plain && $0.role != .title }
    guard !isAligned else { return }
    var summary = SummaryRows(profile)
    var form = FormRows(profile)
    for region in document.regions {
      switch region.kind {
      case .prose: break
      case .summary: summary.align(region.rows, &document)
      case .form: form.align(region.rows, &document)
      }
    }
  }
}

/// Aligns rows with one header.
struct RowAligner {
  let profile: Profile
  let fit: CellFit
  /// `Document.Row.table` of the rows.
  let table: UInt8
  /// The repairs of this table so far, by what they changed.
  private var repairs: [String: UInt32] = [:]

  init(_ profile: Profile, group: Int?) {
    self.profile = profile
    fit = CellFit(profile, group: group)
    table = group.map { UInt8($0 + 1) } ?? 0
  }

  /// An aligner of values below their labels.
  init(_ profile: Profile, fields: [ColumnSpec]) {
    self.profile = profile
    fit = CellFit(profile, fields: fields)
    table = 0
  }

  private var specs: [ColumnSpec] { fit.specs }

  /// Begins a table: rows of another one never share its repairs.
  mutating func begin() { repairs.removeAll(keepingCapacity: true) }

  /// Marks a row as an entry of the table and gives its cells their columns.
  mutating func align(
    _ place: Int, _ header: TableHeader, _ document: inout Document,
    as role: Document.Row.Role = .entry
  ) {
    document.rows[place].role = role
    document.rows[place].table = table
    if stands(place, header, &document) { return }
    let indices = filled(place, document)
    if let slots = measured(place, indices, header, document) {
      for (index, slot) in zip(indices, slots) { document.cells[index].slot = UInt16(slot) }
      let alignment = RowAlignment(slots: slots, shift: 0, isTied: false)
      return report(place, indices, header, alignment, &document)
    }
    let cells = indices.map { document.cells[$0] }
    let alignment = RowAlignment.best(cells, header.completed(specs), fit, document)
    if alignment.isTied {
      standAsPrinted(place, header, &document)
    } else {
      for (index, slot) in zip(indices, alignment.slots) {
        document.cells[index].slot = slot.map { UInt16($0) } ?? Document.Cell.unassigned
      }
    }
    report(place, indices, header, alignment, &document)
  }

  /// The columns of a row whose cells were measured to stand under heads: damage in a cell moves it
  /// nowhere, unless most of the row is not what its columns want.
  private func measured(
    _ place: Int, _ indices: [Int], _ header: TableHeader, _ document: Document
  ) -> [Int]? {
    guard document.rows[place].isMeasured else { return nil }
    var misfits = 0
    var slots: [Int] = []
    for index in indices {
      let cell = document.cells[index]
      guard let column = header.place(under: Int(cell.column)) else { return nil }
      let spec = header.columns[column].spec
      if fit.cost(cell, spec, document) > CellFit.tolerable { misfits += 1 }
      slots.append(spec)
    }
    return misfits * 2 <= slots.count ? slots : nil
  }

  /// The cells of a row that hold something.
  private func filled(_ place: Int, _ document: Document) -> [Int] {
    document.rows[place].cells.filter { isFilled(document.cells[$0]) }
  }

  /// Whether a cell holds something; a heading beside the table is none of its cells.
  private func isFilled(_ cell: Document.Cell) -> Bool {
    guard !cell.text.isEmpty else { return false }
    let meanings = fit.meanings
    return table == 0 || !meanings.isHeading(cell.label) || meanings.isTerm(cell.label)
  }

  /// Whether all cells stand under their header and fit; if so they get their columns.
  private func stands(_ place: Int, _ header: TableHeader, _ document: inout Document) -> Bool {
    for index in document.rows[place].cells {
      let cell = document.cells[index]
      guard isFilled(cell) else { continue }
      guard let column = header.place(at: Int(cell.column)) else { return false }
      let spec = header.columns[column].spec
      guard isExact(cell, spec, document) else { return false }
    }
    standAsPrinted(place, header, &document)
    return true
  }

  private func isExact(_ cell: Document.Cell, _ spec: Int, _ document: Document) -> Bool {
    if fit.types[spec] == .term {
      guard table > 0 else { return false }
      return fit.meanings.term(cell.label, group: Int(table) - 1, column: spec) != nil
    }
    return fit.cost(cell, spec, document) <= CellFit.tolerable
  }

  private func standAsPrinted(
    _ place: Int, _ header: TableHeader, _ document: inout Document
  ) {
    for index in document.rows[place].cells where isFilled(document.cells[index]) {
      let column = header.place(at: Int(document.cells[index].column))
      document.cells[index].slot =
        column.map { UInt16(header.columns[$0].spec) } ?? Document.Cell.unassigned
    }
  }

  private mutating func report(
    _ place: Int, _ indices: [Int], _ header: TableHeader, _ alignment: RowAlignment,
    _ document: inout Document
  ) {
    var report = RowRepairReport(profile: profile, specs: specs, table: table)
    for (index, slot) in zip(indices, alignment.slots) {
      let cell = document.cells[index]
      let column = header.place(at: Int(cell.column)).map { header.columns[$0].spec }
      let term = slot.flatMap { slot in
        specs[slot].type == .term
          && fit.meanings.term(cell.label, group: Int(table) - 1, column: slot) == nil
          ? fit.nearTerm(cell, slot, document).map { specs[slot].terms[$0] } : nil
      }
      if !alignment.isTied, let term {
        document.cells[index].label = term.labels[0]
        report.restored(
          document.string(cell.text), profile.terms[Int(term.term.rawValue)], cell.text)
      } else if slot != column {
        report.moved(document.string(cell.text), from: column, to: slot, cell.text)
      }
    }
    guard let repair = report.repair(alignment) else { return }
    // One cause, one repair: rows that were changed alike share it.
    if let number = repairs[report.change] {
      document.repairs[Int(number) - 1].cells += repair.cells
      document.repairs[Int(number) - 1].before += repair.before
      document.repairs[Int(number) - 1].after += repair.after
      document.rows[place].repair = number
    } else {
      document.repairs.append(repair)
      document.rows[place].repair = UInt32(document.repairs.count)
      repairs[report.change] = document.rows[place].repair
    }
  }
}
