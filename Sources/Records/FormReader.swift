internal import TieoutModel

/// Reads one detail form: single values by their labels, listed parts, indicators.
struct FormReader: ~Copyable {
  private let reader: ValueReader
  private var profile: Profile { _read { yield reader.profile } }
  private var document: Document { _read { yield reader.document } }
  private let parts: PartsReader?
  private let indicators: IndicatorReader?
  private let lines: [LinesReader]
  /// The values of all forms that may stand in two cells.
  private(set) var cut: CutValues
  // Reused for each form.
  private var walk: LabelWalk
  private var form: FormFields
  private var cells: RowCells
  private var items = ItemList()
  private var entries: [Int] = []

  init(_ reader: ValueReader) {
    self.reader = reader
    let plan = reader.profile.prepared(FormPlan.init)
    form = FormFields(plan.order, names: reader.profile.names.count)
    parts = PartsReader(reader)
    walk = LabelWalk(reader, parts, plan)
    indicators = plan.indicators.map { IndicatorReader(reader, $0) }
    cells = RowCells(columns: plan.indicators?.columnCount ?? 0)
    lines = LinesReader.all(reader)
    cut = CutValues(reader)
  }

  mutating func read(_ rows: Range<Int>, moneyIn unit: UnitID, _ submission: inout Submission) {
    let id = "detail/" + String(submission.details.count + 1)
    form.clear()
    let heads = headsUnit(rows)
    walk.begin(moneyIn: nearest(unit, heads), isFar: heads == nil)
    items.clear()
    entries.removeAll(keepingCapacity: true)
    // The tables that have rows in the form, a bit each.
    var tables: UInt64 = 0
    for place in rows {
      let row = reader.rows[place]
      tables |= LinesReader.bit(ofTable: row.table)
      if row.repair > 0 { submission.repairs[Int(row.repair) - 1].record = id }
      switch row.role {
      case .title:
        let slice = document.slice(of: row)
        // A page on which the form goes on may print it once more.
        let isKnown = profile.detail.title.map { form.has($0) } ?? false
        if let name = profile.detail.title { form.set(reader.field(name, slice, .text)) }
        submission.ledger.book(slice, isKnown ? .boilerplate : .value)
        if isKnown { walk.isAtPageHead = !isBelowLabels(place, rows) }
      case .header:
        for index in row.cells { submission.ledger.book(reader.cells[index].text, .label) }
        walk.noteLabelsOf(row, place, &form)
      case .fieldHeader:
        for index in row.cells { submission.ledger.book(reader.cells[index].text, .label) }
      case .fieldValues: walk.readBelow(place, &form, &items, &submission)
      case .entry:
        entries.append(place)
        walk.isAtPageHead = false
        walk.noteTotal(of: row, &form)
      case .columnNumbers: break
      case .plain: walk.read(place, &form, &items, &submission)
      }
    }
    walk.settleWords(&form, &submission)
    FieldRecovery(reader).recover(walk, id, &form, &submission)
    if !walk.strays.isEmpty {
      BrokenValues(reader).join(walk.strays, id, &form, &submission)
      cut.note(walk.strays, of: submission.details.count, form, submission)
    }
    var record = Record(
      id: id, kind: .detail, at: document.slice(of: rows), fields: form.ordered())
    record.groups.reserveCapacity(2)
    if let parts, !items.isEmpty {
      record.groups.append(Record.Group(name: parts.name, items: items.items))
    }
    if let indicators {
      let group = indicators.read(entries, of: rows, id, &cells, &items, &submission)
      if !group.items.isEmpty { record.groups.append(group) }
    }
    let money = heads == nil ? walk.linesUnit : walk.captionUnit
    let isFar = heads == nil && !walk.isCaptioned && money == unit
    for reader in lines where tables & reader.table != 0 {
      let groups = reader.read(rows, form, moneyIn: money, isFar: isFar, &submission)
      record.groups += groups.filter { !$0.items.isEmpty }
    }
    takeTotal(&record)
    submission.details.append(consume record)
  }
}

extension FormReader {
  /// Whether lines directly above a row have labels: those are another form's head, not a page's.
  private func isBelowLabels(_ place: Int, _ rows: Range<Int>) -> Bool {
    rows.prefix(place - rows.lowerBound).reversed().prefix { reader.rows[$0].isLine }.contains {
      reader.rows[$0].cells.contains {
        profile.meanings.traits(reader.cells[$0].label).contains(.field)
      }
    }
  }

  /// Takes the total that no label announces, where one lone line states it in its column.
  private mutating func takeTotal(_ record: inout Record) {
    guard let name = profile.detail.total, !form.has(name),
      let column = profile.detail.fields.first(where: { $0.name == name })?.column
    else { return }
    for group in record.groups where group.items.count == 1 {
      guard var total = group.items[0][column], total.quantity != nil else { continue }
      total.name = name
      form.set(total)
      record.fields = form.ordered()
    }
  }

  /// The unit of a form's single values where nothing nearer names one: that of the heads of its
  /// amounts, or a caption's of the same size.
  private func nearest(_ caption: UnitID, _ heads: UnitID?) -> UnitID {
    guard let heads else { return caption }
    return profile.units.exponent(heads) == profile.units.exponent(caption) ? caption : heads
  }

  /// The unit of money that all heads of amounts in a form's tables name: it is nearer to the form's
  /// single values than a caption of the summary.
  private func headsUnit(_ rows: Range<Int>) -> UnitID? {
    let meanings = profile.meanings
    var unit: UnitID?
    for place in rows where reader.rows[place].role == .header && reader.rows[place].table > 0 {
      let group = Int(reader.rows[place].table) - 1
      guard profile.detail.groups[group].kind == .lines else { continue }
      let columns = profile.detail.groups[group].columns
      for index in reader.rows[place].cells {
        let cell = reader.cells[index]
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
