internal import TieoutModel

/// Reads the printed pieces of the summary.
struct SummaryReader: ~Copyable {
  let reader: ValueReader
  var profile: Profile { _read { yield reader.profile } }
  private var document: Document { _read { yield reader.document } }
  private var numbers = NumberCounts()
  private var lastNumber = Quantity.zero
  private var section: Field?
  /// Whether rows are counted in digits: then Han numerals count what the rows are grouped by.
  private var isCountedInDigits = false
  private var isBelowPart = false
  /// The unit that a caption of the table names for all of its money.
  private(set) var captionUnit = UnitID.none
  /// The columns, without the lists of their specifications.
  private var columns: [Column]
  private let meanings: LabelMeanings
  private var cells: RowCells
  private var foreign: ForeignColumns
  private var signs = SignedLines()
  /// The printed column in which each row names the unit of its money.
  private var unitColumn: UnitColumn?
  /// Reused for the values of one line.
  private var fields: [Field] = []

  /// What a column is.
  private struct Column {
    let name: FieldName
    let type: FieldType
    /// The unit of its numbers: the profile's, unless its head or a caption names one.
    let unit: UnitID
    /// The unit that its head names, or none.
    var headed = UnitID.none
  }

  init(_ reader: ValueReader) {
    self.reader = reader
    meanings = reader.profile.meanings
    columns = reader.profile.summary.columns.map {
      Column(name: $0.name, type: $0.type, unit: $0.unit)
    }
    cells = RowCells(columns: columns.count)
    foreign = ForeignColumns(reader, .summary)
  }

  mutating func read(_ rows: Range<Int>, _ submission: inout Submission) {
    var lines: [Summary.Line] = []
    // What stands below the table is of the next one.
    let last = rows.last { !document.rows[$0].isLine } ?? rows.upperBound
    for place in rows where document.rows[place].isLine {
      let unit = captionUnit
      caption(place, &submission)
      if place > last { captionUnit = unit }
    }
    isCountedInDigits = isCountedInDigits || isCountedInDigits(rows)
    unitColumn = unitColumn(of: rows)
    for place in rows where !document.rows[place].isLine {
      switch document.rows[place].role {
      case .header: header(place, &submission)
      case .entry: lines.append(line(place, in: rows, &submission))
      default: break
      }
    }
    if !lines.isEmpty { submission.summary.pieces.append(Summary.Piece(lines: lines)) }
  }

  // MARK: Lines around the table

  private mutating func caption(_ place: Int, _ submission: inout Submission) {
    let (reader, row) = (reader, reader.rows[place])  // Asked for once, whoever changes `self`.
    let slice = reader.document.slice(of: row)
    if row.role == .title, let name = profile.summary.title {
      set(reader.field(name, slice, .text), &submission)
      return
    }
    // The title once more, with a word that says that it goes on.
    let printed = ContinuedTitle(slice, reader.text)
    if printed.saysSo, let name = profile.summary.title,
      let title = submission.summary.fields.first(where: { $0.name == name }),
      printed.words == ContinuedTitle(title.printed, reader.text).words
    {
      return submission.ledger.book(slice, .boilerplate)
    }
    for spec in profile.summary.fields where !spec.containing.isEmpty {
      if spec.containing.contains(where: { reader.document.contains($0, in: slice) }) {
        if spec.type == .unit {
          captionUnit = unit(in: slice, behind: spec.containing) ?? captionUnit
        }
        set(reader.field(spec.name, slice, spec.type), &submission)
        return
      }
    }
    var spec: FieldSpec?
    for index in row.cells {
      let cell = reader.cells[index]
      if cell.label != .none {
        spec =
          profile.summary.fields.first { $0.labels.contains(cell.label) }
          ?? (profile.meanings.traits(cell.label).contains(.caption)
            ? profile.summary.fields.first { $0.type == .unit } : nil)
        submission.ledger.book(cell.text, .label)
      } else if let known = spec {
        if known.type == .unit {
          captionUnit =
            profile.units.unit(cell.text, in: reader.text)
            ?? profile.units.money(leading: cell.text, in: reader.text) ?? captionUnit
        }
        set(reader.field(known.name, cell.text, known.type), &submission)
        spec = nil
      }
    }
  }

  /// Keeps the first of the captions that every page repeats.
  private func set(_ field: Field?, _ submission: inout Submission) {
    guard let field else { return }
    let isKnown = submission.summary.fields.contains { $0.name == field.name }
    submission.ledger.book(field.printed, isKnown ? .boilerplate : .value)
    if !isKnown { submission.summary.fields.append(field) }
  }

  // MARK: Rows

  private mutating func header(_ place: Int, _ submission: inout Submission) {
    for index in reader.rows[place].cells {
      let cell = reader.cells[index]
      submission.ledger.book(cell.text, .label)
      if let column = meanings.summaryColumn(cell.label) {
        let unit = reader.unit(ofLabel: cell.text)
        if unit != .none { columns[column].headed = unit }
      }
    }
    let meanings = meanings
    foreign.head(reader.rows[place]) {
      meanings.summaryColumn($0.label) != nil || meanings.summaryRow($0.label) == .total
    }
  }

  private mutating func line(
    _ place: Int, in rows: Range<Int>, _ submission: inout Submission
  ) -> Summary.Line {
    let (reader, row) = (reader, reader.rows[place])
    var rowLabel: LabelRole.SummaryRow?
    var word: Field?
    for index in row.cells {
      let cell = reader.cells[index]
      guard let meaning = meanings.summaryRow(cell.label) else { continue }
      if rowLabel == nil {
        rowLabel = meaning
        let name = columns[Int(cell.slot) < columns.count ? Int(cell.slot) : 0].name
        word = Field(name: name, printed: cell.text, value: .text(cell.text))
      }
      submission.ledger.book(cell.text, .label)
    }
    fields.removeAll(keepingCapacity: true)
    cells.take(row.cells, reader.cells)
    let at = reader.document.part(of: cells.row, at: place)
    let own = unitColumn.flatMap { unit(of: row, in: $0) }
    for place in columns.indices {
      let text = cells.text(place)
      guard !text.isEmpty, meanings.summaryRow(cells.label(place)) == nil else { continue }
      let column = columns[place]
      guard var field = reader.field(column.name, text, column.type, unit: unit(column, own))
      else {
        continue
      }
      field.rowRepair = row.repair
      fields.append(field)
      submission.ledger.book(text, .value)
    }
    if rowLabel == nil, isTotal(fields) { rowLabel = .total }
    if rowLabel == nil {
      rowLabel = signs.label(of: fields, reader)
    }
    if rowLabel == nil, isPart(fields) { rowLabel = .part }
    isBelowPart = rowLabel == .part
    if !foreign.isEmpty {
      fields += foreign.fields(
        of: row, among: place..<rows.upperBound, moneyIn: captionUnit, &submission)
    }
    let kept = fields.fitted
    var line = Summary.Line(
      owner: owner(rowLabel, kept, at, row, &submission), at: at, fields: kept, label: rowLabel)
    line.word = word
    signs.pass(line)
    return line
  }

  /// Whether a row is part of another: its name begins so, or it has no number and stands below such
  /// a row, among rows that have one.
  private func isPart(_ fields: [Field]) -> Bool {
    guard let name = fields.first(where: { $0.name == profile.summary.key })?.printed else {
      return false
    }
    if profile.meanings.partWords.rest(of: name, in: reader.text) != nil { return true }
    return isBelowPart && lastNumber != .zero
      && !fields.contains { $0.name == profile.summary.sequence }
  }

  /// The unit of a column's numbers: its header's, else the row's own, else the caption's, else the
  /// profile's.
  private func unit(_ column: Column, _ own: UnitID?) -> UnitID {
    guard column.type == .amount else { return column.unit }
    if column.headed != .none { return column.headed }
    let usual = captionUnit == .none ? column.unit : captionUnit
    guard let own, profile.units.mayBeOneCurrency(own, usual) else { return usual }
    return own
  }

  private mutating func owner(
    _ label: LabelRole.SummaryRow?, _ fields: [Field], _ at: Slice, _ row: Document.Row,
    _ submission: inout Submission
  ) -> Summary.Line.Owner {
    let sequence = fields.first { $0.name == profile.summary.sequence }
    let hasKey = fields.contains { $0.name == profile.summary.key }
    switch label {
    case .total where submission.summary.total == nil:
      submission.summary.total = Record(id: "summary/total", kind: .total, at: at, fields: fields)
      claim(row, "summary/total", &submission)
      return .total
    case .total, .subtotal, .part, .carry, .deduction, .addition: return .subtotal
    case nil: break
    }
    if let heading = heading(sequence, fields) {
      let name = reader.document.withoutEnumerator(heading.printed)
      if let field = profile.summary.section {
        let type = profile.summary.columns.first { $0.name == field }?.type
        let isMeant = type != .organisation || name.mayNameBody(in: reader.text)
        section = isMeant ? Field(name: field, printed: name, value: .text(name)) : nil
      }
      return .subtotal
    }
    if sequence?.quantity != nil || hasKey {
      return .row(add(sequence, fields, at, row, &submission))
    }
    return .nobody
  }

  /// What heads the rows below: words where the number stands, or a counted name beside which the
  /// row has amounts only.
  private func heading(_ sequence: Field?, _ fields: [Field]) -> Field? {
    let hasKey = fields.contains { $0.name == profile.summary.key }
    if let sequence, !hasKey { return sequence.quantity == nil ? sequence : nil }
    guard profile.summary.section != nil, profile.summary.sequence != nil else { return nil }
    func isWords(_ field: Field) -> Bool {
      field.quantity == nil && field.name != profile.summary.sequence
    }
    guard let place = fields.firstIndex(where: isWords), fields[place].name == profile.summary.key,
      !fields[(place + 1)...].contains(where: isWords)
    else { return nil }
    let name = fields[place]
    let isCounted =
      if let sequence {
        isCountedInDigits && sequence.printed.isHanCount(in: reader.text)
      } else {
        reader.document.withoutEnumerator(name.printed) != name.printed
      }
    return isCounted ? name : nil
  }

  /// Whether a row among some has its number in digits.
  private func isCountedInDigits(_ rows: Range<Int>) -> Bool {
    guard let column = profile.summary.columns.firstIndex(where: { $0.type == .sequence }) else {
      return false
    }
    return rows.contains { place in
      document.rows[place].role == .entry
        && document.rows[place].cells.contains {
          Int(document.cells[$0].slot) == column
            && reader.quantity(document.cells[$0].text) != nil
        }
    }
  }

  private mutating func add(
    _ sequence: Field?, _ fields: [Field], _ at: Slice, _ row: Document.Row,
    _ submission: inout Submission
  ) -> Int {
    if let number = sequence?.quantity { lastNumber = number }
    let isReadable = sequence?.quantity != nil
    let count = numbers.count(lastNumber, from: isReadable ? 0 : 1)
    let id = "summary/" + lastNumber.description + NumberCounts.suffix(count)
    var record = Record(id: id, kind: .row, at: at, fields: fields)
    if let section, record[section.name] == nil {
      record.fields.append(section)
      record.sortFields(in: profile.summary.columns)
    }
    submission.summary.rows.append(consume record)
    claim(row, id, &submission)
    return submission.summary.rows.count - 1
  }

  private func claim(_ row: Document.Row, _ id: String, _ submission: inout Submission) {
    if row.repair > 0 { submission.repairs[Int(row.repair) - 1].record = id }
  }
}
