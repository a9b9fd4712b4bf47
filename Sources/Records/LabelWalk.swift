internal import TieoutModel

/// Walks rows of labels and values, and remembers which labels and values stayed alone.
///
/// One walk serves one form after the other, and is never copied: it asks a few words of itself for
/// each cell.
struct LabelWalk: ~Copyable {
  private(set) var empties: [Empty] = []
  var strays: [Stray] = []
  /// The sums in words that stand beside digits.
  var wordsBeside: [WordsBeside] = []
  let reader: ValueReader
  let parts: PartsReader?
  let meanings: LabelMeanings
  let specs: [FieldSpec]
  /// The same without what is seldom asked for.
  let plans: [FieldPlan]
  /// The form's own sum.
  let total: FieldName?
  /// The field that a label serving several fields belongs to.
  private(set) var owner: FieldName?
  /// The unit of the last label or heading that named one; at first the one that captions name.
  var unit = UnitID.none {
    didSet { isUnitFar = false }
  }
  /// Whether nothing nearer than a caption of the summary names it.
  private(set) var isUnitFar = false
  /// The unit of money that a caption of the form names, or one of the summary.
  var captionUnit = UnitID.none
  /// Whether a caption of the form's own named it.
  var isCaptioned = false
  /// The unit of money that a heading, or a head before those of figures, named last.
  var headingUnit = UnitID.none
  /// The units of money that the label of the form's own sum names, or the heading above it.
  var sumUnits: Set<UnitID> = []
  /// The fields that whole lines are, by words in them.
  let lineSpecs: [Int]
  /// The field that takes prose, and the row that it ended with.
  let rest: Int?
  var restRow: Int?
  /// The row that was read last, which may end with a part or the total, and where these stand as far
  /// as that is known.
  var above: (row: Int, place: PartPlace?)?
  /// Whether the form's title was printed once more, and nothing but repetitions stood below it.
  var isAtPageHead = false
  /// The part of the total whose cells are being read, or was read last.
  private var part = PartsReader.Open.none

  /// A walk that has not begun.
  init(_ reader: ValueReader, _ parts: PartsReader?, _ plan: FormPlan) {
    self.reader = reader
    self.parts = parts
    meanings = reader.profile.meanings
    specs = reader.profile.detail.fields
    (plans, lineSpecs, rest) = (plan.fields, plan.lineFields, plan.rest)
    total = reader.profile.detail.total
  }

  /// Begins with a form whose money is in a unit, unless a label of its own says otherwise; `.none`
  /// leaves it to the profile.
  ///
  /// - Parameter isFar: Whether a caption of the summary alone names it.
  mutating func begin(moneyIn unit: UnitID, isFar: Bool) {
    empties.removeAll(keepingCapacity: true)
    strays.removeAll(keepingCapacity: true)
    wordsBeside.removeAll(keepingCapacity: true)
    (self.unit, captionUnit, isCaptioned) = (unit, unit, false)
    isUnitFar = isFar
    headingUnit = .none
    sumUnits.removeAll(keepingCapacity: true)
    (owner, restRow, above, part, isAtPageHead) = (nil, nil, nil, .none, false)
  }

  /// What the cells read so far are waiting for.
  private enum Open {
    case nothing
    case field(Int, label: Int)
    /// A second value behind the label of a field that has its first.
    case second(Int, FieldName)
    case part
    /// A heading that names a unit of money: a sum beside it is the form's.
    case heading

    /// Whether nothing waits, as before most labels: then nobody is called to close it.
    var isNothing: Bool { if case .nothing = self { true } else { false } }
  }

  /// Reads a row in which values stand to the right of their labels.
  mutating func read(
    _ place: Int, _ form: inout FormFields, _ funding: inout ItemList,
    _ submission: inout Submission
  ) {
    var rest = reader.rows[place].cells
    while let first = rest.first, reader.cells[first].text.isEmpty { rest.removeFirst() }
    guard let first = rest.first else { return }
    // Nearly all rows begin with a label of the form.
    if !meanings.traits(reader.cells[first].label).isOfForm,
      takesUnknownPart(reader.rows[place], place, &funding, &submission)
    {
      return
    }
    let isLine = reader.rows[place].isLine
    var open = Open.nothing
    while let index = rest.popFirst() {
      let cell = reader.cells[index]
      if cell.text.isEmpty { continue }
      let traits = meanings.traits(cell.label)
      if isLine, traits.contains(.caption), let value = rest.first,
        caption(cell, reader.cells[value], reader.rows[place], &form, &submission)
      {
        rest.removeFirst()
        continue
      }
      if traits.isOfForm, !isNote(index, open) {
        if !open.isNothing { close(open, place, &form, &funding) }
        open = begin(index, place, &form, &submission)
      } else {
        value(index, &open, place, &form, &submission)
      }
    }
    above = (place, nil)
    if !open.isNothing { close(open, place, &form, &funding) }
  }

  /// Reads a row in which values stand below their labels.
  mutating func readBelow(
    _ place: Int, _ form: inout FormFields, _ funding: inout ItemList,
    _ submission: inout Submission
  ) {
    guard place > 0 else { return }
    let cells = reader.cells
    for index in reader.document.heads(over: place) {
      guard meanings.traits(cells[index].label).isOfForm else { continue }
      var open = begin(index, place, &form, &submission)
      let slot = cells[index].slot
      var below = reader.rows[place].cells
      while let first = below.first, cells[first].slot != slot || cells[first].text.isEmpty {
        below.removeFirst()
      }
      if let first = below.first { value(first, &open, place, &form, &submission) }
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
      let cell = reader.cells[index]
      // `项目资金（元）` before the heads of figures names the unit of the totals below as well.
      if lines?.takesUnit(at: Int(cell.slot)) == true { lines = nil }
      if lines != nil {
        let named = reader.unit(ofLabel: cell.text)
        if reader.isMoney(named) { (unit, headingUnit) = (named, named) }
      }
      if meanings.traits(cell.label).contains(.field),
        let spec = meanings.detailFields(cell.label).first, !form.has(plans[spec].name)
      {
        empties.append(Empty(spec: spec, row: place, column: Int(cell.column), label: cell.text))
      }
    }
  }

  /// Whether a cell is the remark beside the part that is being read.
  private func isNote(_ index: Int, _ open: Open) -> Bool {
    guard case .part = open, !meanings.traits(reader.cells[index].label).contains(.field) else {
      return false
    }
    return parts?.isNote(reader.cells[index], of: part) ?? false
  }

  /// Takes the label in a cell; what it announces may stand in another row.
  @inline(__always)
  private mutating func begin(
    _ index: Int, _ place: Int, _ form: inout FormFields, _ submission: inout Submission
  ) -> Open {
    let cell = reader.cells[index]
    submission.ledger.book(cell.text, .label)
    let named = reader.unit(ofLabel: cell.text)
    if let spec = field(of: cell.label, form) {
      if plans[spec].beside == nil { owner = plans[spec].name }
      if named != .none {
        unit = named
        if plans[spec].name == total, reader.isMoney(named) { sumUnits.insert(named) }
      }
      if reader.rows[place].isLine,
        let numbered = reader.numbered(cell, plans[spec].name, &submission)
      {
        form.set(numbered)
      }
      return .field(spec, label: index)
    }
    if let parts, parts.begin(&part, cell, repair: reader.rows[place].repair) { return .part }
    guard meanings.traits(cell.label).contains(.heading), named != .none else { return .nothing }
    unit = named
    guard reader.isMoney(named) else { return .nothing }
    headingUnit = named
    return .heading
  }

  /// Gives a cell to what is waiting for it.
  private mutating func value(
    _ index: Int, _ open: inout Open, _ place: Int, _ form: inout FormFields,
    _ submission: inout Submission
  ) {
    let cell = reader.cells[index]
    let isLine = reader.rows[place].isLine
    switch open {
    case .nothing:
      if isLine, line(cell, place, reader.rows[place], &form, &submission) { return }
      stray(cell, place)
    case .part:
      guard let parts, parts.add(cell, to: &part, unit: unit, isFar: isUnitFar) else {
        return stray(cell, place)
      }
      submission.ledger.book(cell.text, .value)
    case .heading:
      open = .nothing
      guard let name = total, reader.quantity(cell.text) != nil, reader.mayBeMoney(cell.text),
        form.set(reader.field(name, cell.text, .amount, unit: unit))
      else { return stray(cell, place) }
      noteUnit(of: name)
      submission.ledger.book(cell.text, .value)
    case .second(_, let name):
      open = .nothing
      guard let spec = specs.firstIndex(where: { $0.name == name }),
        form.set(
          reader.field(name, cell.text, specs[spec].type, unit: unit(of: spec), isFar: isUnitFar))
      else { return stray(cell, place) }
      submission.ledger.book(cell.text, .value)
    case .field(let spec, let label):
      let plan = plans[spec]
      if plan.type == .amount, !isOwnAmount(index, label, place) { return stray(cell, place) }
      // Behind an empty label another one may stand that the profile does not know.
      if isLine, reader.isPair(cell.text) { return stray(cell, place) }
      open = .nothing
      let (name, type) = (plan.name, plan.type)
      guard !form.has(name) else {
        let isAgain = isAtPageHead && form.prints(cell.text, as: name, in: reader.text)
        return isAgain ? submission.ledger.book(cell.text, .boilerplate) : stray(cell, place)
      }
      isAtPageHead = false
      var slice = cell.text
      if plan.mayBeStamped(reader.text[Int(slice.start)]) {
        slice = reader.withoutStamps(slice, specs[spec].stamps, &submission)
      }
      if type == .amount { slice = withoutRemark(slice, cell, place, form, &submission) }
      if type == .phone { slice = slice.phoneNumber(in: reader.text) }
      if let phone = plan.phone, !form.has(plans[phone].name),
        let cut = PersonAndPhone(slice, in: reader.text)
      {
        slice = cut.person
        form.set(reader.field(plans[phone].name, cut.phone, .phone))
        submission.ledger.book(cut.phone, .value)
      }
      if var field = reader.field(name, slice, type, unit: unit(of: spec), isFar: isUnitFar) {
        // A caption, as `金额单位：元` is.
        if type == .unit, let named = reader.moneyUnit(in: slice) {
          (unit, captionUnit, isCaptioned) = (named, named, true)
        }
        field.rowRepair = reader.rows[place].repair
        form.set(field)
        if type == .amount { noteUnit(of: name) }
        submission.ledger.book(slice, .value)
        if let then = plan.then { open = .second(spec, then) }
      }
    }
  }

  private mutating func stray(_ rest: Slice, _ cell: Document.Cell, _ place: Int) {
    isAtPageHead = false
    strays.append(Stray(cell: rest, row: place, column: Int(cell.column)))
  }

  private mutating func stray(_ cell: Document.Cell, _ place: Int) { stray(cell.text, cell, place) }

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
    case .field(let spec, let label):
      if !form.has(plans[spec].name) {
        let cell = reader.cells[label]
        empties.append(Empty(spec: spec, row: place, column: Int(cell.column), label: cell.text))
      }
    }
  }
}
