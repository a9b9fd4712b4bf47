internal import TieoutModel

/// Walks rows of labels and values, and remembers which labels and values stayed alone.
struct LabelWalk {
  private(set) var empties: [Empty] = []
  private(set) var strays: [Stray] = []
  let reader: ValueReader
  let parts: PartsReader?
  let meanings: LabelMeanings
  let specs: [FieldSpec]
  /// The same without what is seldom asked for.
  let plans: [FieldPlan]
  /// The field that a label serving several fields belongs to.
  private(set) var owner: FieldName?
  /// The unit of the last label or heading that named one; at first the one that captions name.
  private(set) var unit = UnitID.none
  /// The unit of money that a caption of the form names, or one of the summary.
  private(set) var captionUnit = UnitID.none
  /// The fields that whole lines are, by words in them.
  let lineSpecs: [Int]
  /// The field that takes prose, and the row that it ended with.
  let rest: Int?
  var restRow: Int?
  /// The row that was read last, which may end with a part or the total, and where these stand as far
  /// as that is known.
  var above: (row: Int, place: PartPlace?)?
  /// The part of the total whose cells are being read, or was read last.
  private var part = PartsReader.Open.none

  /// A walk that has not begun: each form begins with a copy of it.
  init(_ reader: ValueReader, _ parts: PartsReader?) {
    self.reader = reader
    self.parts = parts
    meanings = reader.profile.meanings
    let specs = reader.profile.detail.fields
    self.specs = specs
    plans = specs.map { FieldPlan($0, among: specs) }
    lineSpecs = specs.indices.filter { !specs[$0].containing.isEmpty }
    rest = specs.firstIndex(where: \.isRest)
  }

  /// The walk over a form whose money is in a unit, unless a label of its own says otherwise; `.none`
  /// leaves it to the profile.
  func begun(moneyIn unit: UnitID) -> LabelWalk {
    var walk = self
    (walk.unit, walk.captionUnit) = (unit, unit)
    return walk
  }

  /// What the cells read so far are waiting for.
  private enum Open {
    case nothing
    case field(Int, Document.Cell)
    /// A second value behind the label of a field that has its first.
    case second(Int, FieldName)
    case part
    /// A heading that names a unit of money: a sum beside it is the form's.
    case heading
  }

  /// Reads a row in which values stand to the right of their labels.
  mutating func read(
    _ row: Document.Row, _ place: Int, _ form: inout FormFields,
    _ funding: inout ItemList, _ submission: inout Submission
  ) {
    var rest = row.cells
    while let first = rest.first, reader.document.cells[first].text.isEmpty { rest.removeFirst() }
    guard let first = rest.first else { return }
    // Nearly all rows begin with a label of the form.
    if !meanings.traits(reader.document.cells[first].label).isOfForm,
      takesUnknownPart(row, place, &funding, &submission)
    {
      return
    }
    var open = Open.nothing
    while let index = rest.popFirst() {
      let cell = reader.document.cells[index]
      guard !cell.text.isEmpty else { continue }
      if row.isLine, let value = rest.first,
        caption(cell, reader.document.cells[value], row, &form, &submission)
      {
        rest.removeFirst()
        continue
      }
      if meanings.traits(cell.label).isOfForm, !isNote(cell, open) {
        close(open, place, &form, &funding)
        open = begin(cell, row, &form, &submission)
      } else {
        value(cell, &open, place, row, &form, &submission)
      }
    }
    above = (place, nil)
    close(open, place, &form, &funding)
  }

  /// Reads a row in which values stand below their labels.
  mutating func readBelow(
    _ row: Document.Row, _ place: Int, _ form: inout FormFields,
    _ funding: inout ItemList, _ submission: inout Submission
  ) {
    guard place > 0 else { return }
    let cells = reader.document.cells
    for index in reader.document.rows[place - 1].cells {
      let label = cells[index]
      guard meanings.traits(label.label).isOfForm else { continue }
      var open = begin(label, row, &form, &submission)
      let below = row.cells.first { cells[$0].slot == label.slot && !cells[$0].text.isEmpty }
      if let below { value(cells[below], &open, place, row, &form, &submission) }
      close(open, place, &form, &funding)
    }
  }

  /// Remembers labels of single values that stand among the heads of columns.
  mutating func noteLabelsOf(_ row: Document.Row, _ place: Int, _ form: inout FormFields) {
    var lines: [ColumnSpec]?
    if row.table > 0, reader.profile.detail.groups[Int(row.table) - 1].kind == .lines {
      lines = reader.profile.detail.groups[Int(row.table) - 1].columns
    }
    for index in row.cells {
      let cell = reader.document.cells[index]
      // `项目资金（元）` before the heads of figures names the unit of the totals below as well.
      if lines?.takesUnit(at: Int(cell.slot)) == true { lines = nil }
      if lines != nil {
        let named = reader.unit(ofLabel: cell.text)
        if reader.isMoney(named) { unit = named }
      }
      if meanings.traits(cell.label).contains(.field),
        let spec = meanings.detailFields(cell.label).first, !form.has(plans[spec].name)
      {
        empties.append(
          Empty(spec: spec, row: place, column: Int(cell.column), label: cell.text))
      }
    }
  }

  /// Whether a cell is the remark beside the part that is being read.
  private func isNote(_ cell: Document.Cell, _ open: Open) -> Bool {
    guard case .part = open, !meanings.traits(cell.label).contains(.field) else {
      return false
    }
    return parts?.isNote(cell, of: part) ?? false
  }

  private mutating func begin(
    _ cell: Document.Cell, _ row: Document.Row, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Open {
    submission.ledger.book(cell.text, .label)
    let named = reader.unit(ofLabel: cell.text)
    if let spec = field(of: cell.label, form) {
      if plans[spec].beside == nil { owner = plans[spec].name }
      if named != .none { unit = named }
      if row.isLine, let numbered = numbered(cell, plans[spec].name, &submission) {
        form.set(numbered)
      }
      return .field(spec, cell)
    }
    if let parts, let open = parts.begin(cell, row) {
      part = open
      return .part
    }
    guard meanings.traits(cell.label).contains(.heading), named != .none else { return .nothing }
    unit = named
    return reader.isMoney(named) ? .heading : .nothing
  }

  /// Gives a cell to what is waiting for it.
  private mutating func value(
    _ cell: Document.Cell, _ open: inout Open, _ place: Int, _ row: Document.Row,
    _ form: inout FormFields, _ submission: inout Submission
  ) {
    switch open {
    case .nothing:
      if row.isLine, line(cell, place, row, &form, &submission) { return }
      stray(cell, place)
    case .part:
      guard let parts, parts.add(cell, to: &part, unit: unit) else { return stray(cell, place) }
      submission.ledger.book(cell.text, .value)
    case .heading:
      open = .nothing
      guard let name = reader.profile.detail.total, reader.quantity(cell.text) != nil,
        reader.mayBeMoney(cell.text),
        form.set(reader.field(name, cell.text, .amount, unit: unit))
      else { return stray(cell, place) }
      submission.ledger.book(cell.text, .value)
    case .second(_, let name):
      open = .nothing
      guard let spec = specs.firstIndex(where: { $0.name == name }),
        form.set(reader.field(name, cell.text, specs[spec].type, unit: unit(of: spec)))
      else { return stray(cell, place) }
      submission.ledger.book(cell.text, .value)
    case .field(let spec, _):
      // A share stands beside a sum of money, and is none: `100%`.
      let plan = plans[spec]
      if plan.type == .amount, !reader.mayBeMoney(cell.text) { return stray(cell, place) }
      // Behind an empty label another one may stand that the profile does not know.
      if row.isLine, isPair(cell.text) { return stray(cell, place) }
      open = .nothing
      let (name, type) = (plan.name, plan.type)
      guard !form.has(name) else { return stray(cell, place) }
      var slice = cell.text
      if plan.mayBeStamped(reader.document.text[Int(slice.start)]) {
        slice = withoutStamps(slice, specs[spec].stamps, &submission)
      }
      if type == .amount {
        let sum = reader.beforeRemark(slice)
        if sum != slice { stray(Slice(Int(sum.end)..<Int(slice.end)), cell, place) }
        slice = sum
      }
      if type == .phone { slice = slice.phoneNumber(in: reader.document.text) }
      if let phone = plan.phone, !form.has(plans[phone].name),
        let cut = PersonAndPhone(slice, in: reader.document.text)
      {
        slice = cut.person
        form.set(reader.field(plans[phone].name, cut.phone, .phone))
        submission.ledger.book(cut.phone, .value)
      }
      if var field = reader.field(name, slice, type, unit: unit(of: spec)) {
        // A caption, as `金额单位：元` is.
        if type == .unit, let named = reader.moneyUnit(in: slice) {
          unit = named
          captionUnit = named
        }
        field.rowRepair = row.repair
        form.set(field)
        submission.ledger.book(slice, .value)
        if let then = plan.then { open = .second(spec, then) }
      }
    }
  }

  /// Counts all money from here on in a unit that is printed, and keeps that.
  mutating func count(
    in named: UnitID, _ printed: Slice, _ row: Document.Row, _ form: inout FormFields,
    _ submission: inout Submission
  ) {
    (unit, captionUnit) = (named, named)
    guard let spec = specs.first(where: { $0.type == .unit }),
      var field = reader.field(spec.name, printed, .unit)
    else { return submission.ledger.book(printed, .label) }
    field.rowRepair = row.repair
    submission.ledger.book(printed, form.set(field) ? .value : .boilerplate)
  }

  /// The unit of a field that prints none.
  func unit(of spec: Int) -> UnitID {
    plans[spec].type == .amount && unit != .none ? unit : plans[spec].unit
  }

  private mutating func stray(_ rest: Slice, _ cell: Document.Cell, _ place: Int) {
    strays.append(Stray(cell: rest, row: place, column: Int(cell.column)))
  }

  private mutating func stray(_ cell: Document.Cell, _ place: Int) {
    strays.append(Stray(cell: cell.text, row: place, column: Int(cell.column)))
  }

  private mutating func close(
    _ open: Open, _ place: Int, _ form: inout FormFields, _ funding: inout ItemList
  ) {
    switch open {
    case .nothing, .heading: break
    case .second(let spec, let name): form.rename(plans[spec].name, to: name)
    case .part:
      parts?.close(part, &funding)
      if let name = reader.profile.detail.note, let note = part.note {
        form.set(reader.field(name, note, .text))
      }
    case .field(let spec, let cell):
      if !form.has(plans[spec].name) {
        empties.append(
          Empty(spec: spec, row: place, column: Int(cell.column), label: cell.text))
      }
    }
  }
}
