internal import TieoutModel

/// Reads the rows of indicators: levels carried down, bounds out of their texts.
struct IndicatorReader {
  private let group: Int
  private let spec: GroupSpec
  private let reader: ValueReader
  private let order: [FieldName]

  /// `nil` where the profile has no indicators.
  init?(_ reader: ValueReader) {
    let groups = reader.profile.detail.groups
    guard let group = groups.firstIndex(where: { $0.kind == .indicators }) else { return nil }
    self.group = group
    self.reader = reader
    spec = groups[group]
    order = Self.order(of: spec)
  }

  /// The names of an indicator's fields in the order of outputs: what is read out of a text
  /// stands where the text stood.
  private static func order(of spec: GroupSpec) -> [FieldName] {
    var names: [FieldName] = []
    for column in spec.columns {
      names.append(column.name)
      if column.name == spec.roles[.text] {
        names += [.name, .comparator, .bound, .boundUnit].compactMap { spec.roles[$0] }
      }
      if column.name == spec.roles[.target] {
        names += [spec.roles[.targetComparator]].compactMap { $0 }
      }
    }
    return names
  }

  func read(_ rows: [Int], _ id: String, _ submission: inout Submission) -> Record.Group {
    var group = Record.Group(name: spec.name, items: [])
    var levels = LevelCarry(reader, group: self.group, record: id)
    for place in rows {
      let row = reader.document.rows[place]
      guard row.table == UInt8(self.group + 1) else { continue }
      let cells = cells(of: row, &submission)
      var fields = levels.fields(row, cells, &submission)
      fields += values(row, cells)
      guard !fields.isEmpty else { continue }
      fields.sort { [order] in
        (order.firstIndex(of: $0.name) ?? .max) < (order.firstIndex(of: $1.name) ?? .max)
      }
      group.items.append(Record.Item(at: reader.document.slice(of: row), fields: fields))
    }
    levels.report(&submission)
    return group
  }

  /// The cells by column; two cells of one column are joined.
  private func cells(of row: Document.Row, _ submission: inout Submission) -> [Document.Cell?] {
    var cells = [Document.Cell?](repeating: nil, count: spec.columns.count)
    for index in row.cells where !reader.document.cells[index].text.isEmpty {
      let cell = reader.document.cells[index]
      guard cell.slot != Document.Cell.unassigned else {
        if cell.label != .none { submission.ledger.book(cell.text, .label) }
        continue
      }
      submission.ledger.book(cell.text, .value)
      if cells[Int(cell.slot)] == nil {
        cells[Int(cell.slot)] = cell
      } else if let text = cells[Int(cell.slot)]?.text.joined(with: cell.text) {
        cells[Int(cell.slot)]?.text = text
      }
    }
    return cells
  }

  private func cell(_ role: GroupSpec.Role, _ cells: [Document.Cell?]) -> Document.Cell? {
    guard let name = spec.roles[role],
      let column = spec.columns.firstIndex(where: { $0.name == name })
    else { return nil }
    return cells[column]
  }

  private func values(_ row: Document.Row, _ cells: [Document.Cell?]) -> [Field] {
    let units = reader.profile.units
    let text = reader.document.text
    var fields: [Field] = []
    func add(_ field: Field?) {
      guard var field else { return }
      field.rowRepair = row.repair
      fields.append(field)
    }
    let unitCell = cell(.unit, cells)
    let unit = unitCell.flatMap { units.unit(spelt: text[$0.text.range]) } ?? .none
    let target = cell(.target, cells).map { readTarget($0.text, unit) }
    for (column, columnSpec) in spec.columns.enumerated() {
      guard let cell = cells[column], columnSpec.type != .term else { continue }
      switch columnSpec.name {
      case spec.roles[.target]: break
      case spec.roles[.text]:
        for field in readText(cell.text, columnSpec.name, target?.value?.quantity, unitCell) {
          add(field)
        }
      default: add(reader.field(columnSpec.name, cell.text, columnSpec.type, unit: columnSpec.unit))
      }
    }
    add(target?.value)
    add(target?.comparator)
    // A target that brings its own unit serves where the table has no column for it.
    if unitCell == nil, let own = target?.unit, !own.isEmpty, let name = spec.roles[.unit] {
      add(Field(name: name, printed: own, value: .text(own)))
    }
    return fields
  }

  /// Target, the comparator before it, and the unit behind it.
  private func readTarget(
    _ slice: Slice, _ unit: UnitID
  ) -> (value: Field?, comparator: Field?, unit: Slice) {
    guard let name = spec.roles[.target] else { return (nil, nil, .none) }
    let document = reader.document
    var start = Int(slice.start)
    var comparator: Field?
    if let (found, end) = Comparator.read(document.text, slice.range),
      let field = spec.roles[.targetComparator]
    {
      comparator = Field(
        name: field, printed: Slice(slice.range.lowerBound..<end), value: .comparator(found))
      start = end
      while start < Int(slice.end), document.text[start].isBlankASCII { start += 1 }
    }
    let rest = Slice(start..<Int(slice.end))
    guard let (quantity, end) = Quantity.read(document.text, rest.range) else {
      // Words, or a comparator that bounds nothing: the cell as it is.
      return (reader.field(name, slice, .text), nil, .none)
    }
    let own = document.trimmed(Slice(end..<Int(slice.end)))
    let ownUnit = reader.profile.units.unit(spelt: document.text[own.range])
    // A short word without digits is a unit even where the profile has none of that name.
    guard
      ownUnit != nil || own.count <= 12 && !document.text[own.range].contains(where: \.isDigitASCII)
    else { return (reader.field(name, slice, .text), nil, .none) }
    let number = Field(
      name: name, printed: Slice(start..<end), value: .quantity(quantity),
      unit: own.isEmpty ? unit : ownUnit ?? .none)
    return (number, comparator, own)
  }

  private func readText(
    _ slice: Slice, _ name: FieldName, _ target: Quantity?, _ unit: Document.Cell?
  ) -> [Field] {
    var fields = [Field(name: name, printed: slice, value: .text(slice))]
    let parts = BoundReader(document: reader.document)
      .read(slice, target: target, unit: unit?.text ?? .none)
    if let name = spec.roles[.name], !parts.name.isEmpty {
      fields.append(Field(name: name, printed: parts.name, value: .text(parts.name)))
    }
    if let name = spec.roles[.comparator], let (comparator, printed) = parts.comparator {
      fields.append(Field(name: name, printed: printed, value: .comparator(comparator)))
    }
    let known = reader.profile.units.unit(spelt: reader.document.text[parts.unit.range]) ?? .none
    if let name = spec.roles[.bound], let (bound, printed) = parts.bound {
      fields.append(
        Field(name: name, printed: printed, value: .quantity(bound), unit: known))
    }
    if let name = spec.roles[.boundUnit], parts.bound != nil, !parts.unit.isEmpty {
      fields.append(Field(name: name, printed: parts.unit, value: .text(parts.unit)))
    }
    return fields
  }
}
