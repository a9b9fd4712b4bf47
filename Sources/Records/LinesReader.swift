internal import TieoutModel

/// Reads the rows of a group that stand under their heads, each cell as its column's type says.
///
/// A class, so that all forms of a document share the one specification.
final class LinesReader {
  private let reader: ValueReader
  private let group: Int
  /// The bit of its table; most forms have no lines of most groups.
  let table: UInt64
  private let name: FieldName
  private let columns: [ColumnSpec]
  private let totals: FieldName?

  /// A reader for each group of lines that the profile has.
  static func all(_ reader: ValueReader) -> [LinesReader] {
    reader.profile.detail.groups.indices
      .filter { reader.profile.detail.groups[$0].kind == .lines }
      .map { LinesReader(reader, $0) }
  }

  /// A bit for a table, as `Document.Row.table` numbers it; from the 63rd on they share one.
  static func bit(ofTable table: UInt8) -> UInt64 { 1 &<< UInt64(min(table, 63)) }

  private init(_ reader: ValueReader, _ group: Int) {
    self.reader = reader
    self.group = group
    table = Self.bit(ofTable: UInt8(group + 1))
    name = reader.profile.detail.groups[group].name
    columns = reader.profile.detail.groups[group].columns
    totals = reader.profile.detail.groups[group].totals
  }

  /// The group's items among the rows of a form; rows that add them up, or state a single value of the
  /// form in several columns, are a group of their own, unless the form's fields hold all of it.
  ///
  /// - Parameters:
  ///   - caption: The unit of money that the form's or the summary's caption names.
  ///   - isFar: Whether nothing in the form names it.
  func read(
    _ rows: Range<Int>, _ form: borrowing FormFields, moneyIn caption: UnitID, isFar: Bool,
    _ submission: inout Submission
  ) -> [Record.Group] {
    let table = UInt8(group + 1)
    guard rows.contains(where: { reader.rows[$0].table == table }) else { return [] }
    var items: [Record.Item] = []
    var sums: [Record.Item] = []
    let document = reader.document
    var isFar = isFar
    var units = columns.map { $0.type == .amount && caption != .none ? caption : $0.unit }
    var carried = [Field?](repeating: nil, count: columns.count)
    var cells = RowCells(columns: columns.count)
    var foreign = ForeignColumns(reader, .group(group))
    for place in rows where document.rows[place].table == table {
      let row = document.rows[place]
      switch row.role {
      case .header:
        readUnits(row, &units)
        isFar =
          isFar && !row.cells.contains { reader.unit(ofLabel: reader.cells[$0].text) != .none }
        foreign.head(row)
      case .entry:
        let below = place..<rows.upperBound
        cells.take(row.cells, reader.cells)
        let first = row.cells.first { !document.cells[$0].text.isEmpty }
        if let first, isOfNoLine(document.cells[first].label) {
          var fields = total(first, row, units, isFar, after: items.count, form, &submission)
          fields += foreign.fields(of: row, among: below, moneyIn: caption, &submission)
          if !fields.isEmpty {
            sums.append(Record.Item(at: document.slice(of: row), fields: fields))
          }
          continue
        }
        let count = document.sets(of: row)
        for set in 1...count {
          if set > 1 { cells.take(row.cells, reader.cells, set: UInt8(set)) }
          var fields = read(cells, row, units, isFar, &carried, &submission)
          fields += foreign.fields(
            of: row, among: below, set: UInt8(set), moneyIn: caption, &submission)
          guard !fields.isEmpty else { continue }
          let at =
            count > 1 ? document.slice(of: row, set: UInt8(set)) : document.slice(of: row)
          items.append(Record.Item(at: at, fields: fields))
        }
      default: break
      }
    }
    return [Record.Group(name: name, items: items)]
      + (totals.map { [Record.Group(name: $0, items: sums)] } ?? [])
  }

  /// Whether a row that begins with a label is no line: it adds up lines, or states a single value of
  /// the form column by column.
  private func isOfNoLine(_ label: LabelID) -> Bool {
    let meanings = reader.profile.meanings
    guard label != .none, meanings.term(label, group: group) == nil else { return false }
    return meanings.summaryRow(label) != nil || !meanings.detailFields(label).isEmpty
  }

  /// Keeps a row that adds up lines, and gives what it holds, its label first, where that is more
  /// than fields of the form; a cell under no column stays unplaced.
  private func total(
    _ label: Int, _ row: Document.Row, _ units: [UnitID], _ isFar: Bool, after count: Int,
    _ form: borrowing FormFields,
    _ submission: inout Submission
  ) -> [Field] {
    let cells = reader.cells
    let word = reader.profile.meanings.summaryRow(cells[label].label)
    submission.ledger.book(cells[label].text, .label)
    var fields: [Field] = []
    for index in row.cells where index != label && !cells[index].text.isEmpty {
      let column = Int(cells[index].slot)
      guard column < columns.count,
        let field = field(
          cells[index].text, cells[index].label, column, columns[column], unit: units[column],
          isFar: isFar)
      else { continue }
      submission.ledger.book(cells[index].text, .value)
      fields.append(field)
    }
    let figures = fields.filter { $0.quantity != nil }
    if word == .total || word == .subtotal, !figures.isEmpty {
      submission.lineTotals.append(
        LineTotal(
          detail: submission.details.count, group: name, isOfAll: word == .total, place: count,
          fields: figures))
    }
    guard fields.contains(where: { !form.holds($0.printed) }) else { return [] }
    let column = Int(cells[label].slot)
    let name = columns[column < columns.count ? column : 0].name
    submission.ledger.book(cells[label].text, .value)
    let text = cells[label].text
    return [Field(name: name, printed: text, value: .text(text))] + fields
  }

  /// Takes the units that the heads of columns name; one before all heads of figures, `项目资金（元）`,
  /// names that of all money beside it.
  private func readUnits(_ row: Document.Row, _ units: inout [UnitID]) {
    for index in row.cells {
      let cell = reader.cells[index]
      if columns.takesUnit(at: Int(cell.slot)) { break }
      let unit = reader.unit(ofLabel: cell.text)
      guard reader.profile.units.exponent(unit) != nil else { continue }
      for place in columns.indices where columns[place].type == .amount { units[place] = unit }
    }
    for index in row.cells {
      let cell = reader.cells[index]
      guard columns.takesUnit(at: Int(cell.slot)) else { continue }
      let unit = reader.unit(ofLabel: cell.text)
      if unit != .none { units[Int(cell.slot)] = unit }
    }
  }

  private func read(
    _ cells: borrowing RowCells, _ row: Document.Row, _ units: [UnitID], _ isFar: Bool,
    _ carried: inout [Field?], _ submission: inout Submission
  ) -> [Field] {
    var fields: [Field] = []
    for (place, column) in columns.enumerated() {
      let text = cells.text(place)
      if text.isEmpty {
        if let field = carried[place] { fields.append(field) }
        continue
      }
      submission.ledger.book(text, .value)
      guard
        var field = field(
          text, cells.label(place), place, column, unit: units[place], isFar: isFar)
      else { continue }
      field.rowRepair = row.repair
      fields.append(field)
      if column.isCarried { carried[place] = field }
    }
    return fields
  }

  private func field(
    _ text: Slice, _ label: LabelID, _ place: Int, _ column: ColumnSpec, unit: UnitID, isFar: Bool
  ) -> Field? {
    if column.type == .term,
      let term = reader.profile.meanings.term(label, group: group, column: place)
    {
      return Field(name: column.name, printed: text, value: .term(column.terms[term].term))
    }
    if column.type == .sequence, let number = reader.ordinal(text) {
      return Field(name: column.name, printed: text, value: .quantity(number))
    }
    return reader.field(column.name, text, column.type, unit: unit, isFar: isFar)
  }
}

extension [ColumnSpec] {
  /// Whether the column at a place holds figures that have a unit.
  func takesUnit(at place: Int) -> Bool { place < count && self[place].type.takesUnit }
}
