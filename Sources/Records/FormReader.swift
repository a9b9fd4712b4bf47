internal import TieoutModel

/// Reads one detail form: single values by their labels, listed parts, indicators.
struct FormReader {
  private let reader: ValueReader
  private var profile: Profile { _read { yield reader.profile } }
  private let parts: PartsReader?
  private let walk: LabelWalk
  private let blank: FormFields
  private let indicators: IndicatorReader?
  private let lines: [LinesReader]

  init(_ reader: ValueReader) {
    self.reader = reader
    let detail = reader.profile.detail
    let order = ([detail.title] + detail.fields.map(\.name)).compactMap { $0 }
    blank = FormFields(order, names: reader.profile.names.count)
    parts = PartsReader(reader)
    walk = LabelWalk(reader, parts)
    indicators = IndicatorReader(reader)
    lines = LinesReader.all(reader)
  }

  func read(_ rows: Range<Int>, moneyIn unit: UnitID, _ submission: inout Submission) {
    let document = reader.document
    let id = "detail/\(submission.details.count + 1)"
    var form = blank.begun()
    var funding = Record.Group(name: parts?.name ?? FieldName(rawValue: 0), items: [])
    // Growing by one and by two costs more than a little room.
    funding.items.reserveCapacity(8)
    var walk = walk.begun(moneyIn: nearest(unit, rows))
    var entries: [Int] = []
    entries.reserveCapacity(rows.count)
    for place in rows {
      let row = document.rows[place]
      if row.repair > 0 { submission.repairs[Int(row.repair) - 1].record = id }
      switch row.role {
      case .title:
        let slice = document.slice(of: row)
        if let name = profile.detail.title { form.set(reader.field(name, slice, .text)) }
        submission.ledger.book(slice, .value)
      case .header:
        for index in row.cells { submission.ledger.book(document.cells[index].text, .label) }
        walk.noteLabelsOf(row, place, &form)
      case .fieldHeader:
        for index in row.cells { submission.ledger.book(document.cells[index].text, .label) }
      case .fieldValues: walk.readBelow(row, place, &form, &funding, &submission)
      case .entry:
        entries.append(place)
        walk.noteTotal(of: row, &form)
      case .plain: walk.read(row, place, &form, &funding, &submission)
      }
    }
    FieldRecovery(reader).recover(walk, id, &form, &submission)
    var record = Record(
      id: id, kind: .detail, at: document.slice(of: rows), fields: form.ordered())
    if !funding.items.isEmpty { record.groups.append(funding) }
    if let group = indicators?.read(entries, of: rows, id, &submission), !group.items.isEmpty {
      record.groups.append(group)
    }
    for reader in lines {
      let groups = reader.read(rows, form, moneyIn: walk.captionUnit, &submission)
      record.groups += groups.filter { !$0.items.isEmpty }
    }
    takeTotal(of: record.groups, &form, &record)
    submission.details.append(record)
  }
}

extension FormReader {
  /// Takes the total that no label announces, where one lone line states it in its column.
  private func takeTotal(
    of groups: [Record.Group], _ form: inout FormFields, _ record: inout Record
  ) {
    guard let name = profile.detail.total, !form.has(name),
      let column = profile.detail.fields.first(where: { $0.name == name })?.column
    else { return }
    for group in groups where group.items.count == 1 {
      guard var total = group.items[0][column], total.quantity != nil else { continue }
      total.name = name
      form.set(total)
      record.fields = form.ordered()
    }
  }

  /// The unit of a form's single values where nothing nearer names one: that of the heads of its
  /// amounts, or a caption's of the same size.
  private func nearest(_ caption: UnitID, _ rows: Range<Int>) -> UnitID {
    guard let heads = headsUnit(rows) else { return caption }
    return profile.units.exponent(heads) == profile.units.exponent(caption) ? caption : heads
  }

  /// The unit of money that all heads of amounts in a form's tables name: it is nearer to the form's
  /// single values than a caption of the summary.
  private func headsUnit(_ rows: Range<Int>) -> UnitID? {
    let document = reader.document
    let meanings = profile.meanings
    var unit: UnitID?
    for place in rows where document.rows[place].role == .header && document.rows[place].table > 0 {
      let group = Int(document.rows[place].table) - 1
      guard profile.detail.groups[group].kind == .lines else { continue }
      let columns = profile.detail.groups[group].columns
      for index in document.rows[place].cells {
        let cell = document.cells[index]
        guard let column = meanings.column(cell.label, of: group), columns[column].type == .amount
        else { continue }
        let named = reader.unit(ofLabel: cell.text)
        guard profile.units.exponent(named) != nil, unit == nil || unit == named else { return nil }
        unit = named
      }
    }
    return unit
  }
}
