internal import TieoutModel

/// Reads the rows of indicators: levels carried down, bounds out of their texts.
///
/// A class, so that all forms of a document share the one specification.
final class IndicatorReader {
  private let reader: ValueReader
  private var document: Document { _read { yield reader.document } }
  private let text: [UInt8]
  private let group: Int
  private let names: IndicatorNames
  private let bounds: BoundReader
  private let levels: Levels
  /// The columns but for those of levels.
  private let plans: [IndicatorPlan]
  /// The most fields that a row has: its levels, and five that a text may be parted into.
  private let mostFields: Int
  private let periods: [TermID]
  private let unitColumn: Int?
  private let targetColumn: Int?

  init(_ reader: ValueReader, _ table: IndicatorTable) {
    self.reader = reader
    bounds = BoundReader(reader)
    (group, names, levels, plans) = (table.group, table.names, table.levels, table.plans)
    mostFields = table.columnCount + 5 * plans.count
    (periods, unitColumn, targetColumn) = (table.periods, table.unitColumn, table.targetColumn)
    text = reader.text
  }

  /// Reads the entries among a form's rows.
  ///
  /// - Parameters:
  ///   - cells: What the cells of a row are sorted in, one row after the other.
  ///   - list: What the items are gathered in; it keeps its buffers.
  func read(
    _ rows: [Int], of form: Range<Int>, _ id: String, _ cells: inout RowCells,
    _ list: inout ItemList, _ submission: inout Submission
  ) -> Record.Group {
    list.clear()
    let named = document.columnSets.filter { form.contains($0.header) }
    let sets = read(1, rows, of: form, id, named, &cells, into: &list, &submission)
    // Of several sets of columns side by side, those for the form's own period come first.
    guard sets > 1 else { return Record.Group(name: names.group, items: list.items) }
    for set in 2...sets {
      _ = read(UInt8(set), rows, of: form, id, named, &cells, into: &list, &submission)
    }
    let own = periods.first
    func isOther(_ item: Record.Item) -> Bool {
      guard case .term(let term)? = item[names.period]?.value else { return false }
      return term != own
    }
    let items = list.items
    return Record.Group(
      name: names.group, items: items.filter { !isOther($0) } + items.filter(isOther))
  }

  /// Reads what stands in one set of columns, and tells how many sets there are.
  private func read(
    _ set: UInt8, _ rows: [Int], of form: Range<Int>, _ id: String,
    _ named: [Document.ColumnSet], _ cells: inout RowCells, into list: inout ItemList,
    _ submission: inout Submission
  ) -> Int {
    var foreign = ForeignColumns(reader, .group(group))
    var next = form.lowerBound
    var levels = LevelCarry(reader, self.levels, record: id)
    let (all, allCells, table) = (reader.rows, reader.cells, UInt8(group + 1))
    var most = 1
    for place in rows where all[place].table == table {
      for above in next..<place where all[above].role == .header && all[above].table == table {
        foreign.head(all[above])
      }
      next = place + 1
      let own = all[place].cells
      let sets = own.last.map { max(1, Int(allCells[$0].set)) } ?? 1
      most = max(most, sets)
      guard set == 1 || sets > 1 else { continue }
      submission.ledger.book(entries: own, of: allCells, in: text)
      cells.take(own, allCells, set: set)
      var count = list.fields.count
      list.fields.append(addingCapacity: mostFields) { fields in
        levels.append(place, cells, to: &fields, &submission)
        count += fields.count
        append(cells, to: &fields)
      }
      if !foreign.isEmpty {
        list.fields += foreign.fields(
          of: all[place], among: place..<form.upperBound, set: set, moneyIn: .none, &submission)
      }
      let repair = all[place].repair
      if repair > 0 {
        for index in count..<list.fields.count { list.fields[index].rowRepair = repair }
      }
      // A set whose columns are blank in this row has no indicator here.
      guard list.fields.count > list.begin,
        sets == 1 || document.hasCells(of: all[place], set: set)
      else {
        list.drop()
        continue
      }
      if sets > 1, let period = names.period,
        let name = named.last(where: { $0.set == set && $0.header < place })
      {
        let term = Value.term(periods[name.period])
        list.fields.append(Field(name: period, printed: name.printed, value: term))
        submission.ledger.book(name.printed, .label)
      }
      list.close(at: sets > 1 ? document.slice(of: all[place], set: set) : cells.row)
    }
    levels.report(&submission)
    return most
  }

  /// Adds the fields of a row besides its levels, in the order of the columns: what is read out of
  /// a text stands where the text stands.
  private func append(_ cells: borrowing RowCells, to fields: inout OutputSpan<Field>) {
    let column =
      if let unitColumn { UnitCell(cells.text(unitColumn), reader) } else { UnitCell() }
    let target = if let targetColumn { cells.text(targetColumn) } else { Slice.none }
    for plan in plans {
      let slice = cells.text(plan.column)
      // Most columns are written by hardly any paper.
      if slice.isEmpty {
        // A target that brings its own unit serves where the table has no column for it.
        if plan.role == .unit, !target.isEmpty {
          let own = readTarget(target, column).unit
          if !own.isEmpty {
            fields.append(Field(name: plan.name, printed: own, value: .text(own)))
          }
        }
        continue
      }
      switch plan.role {
      case .level: break
      case .text: readText(slice, target: target, column, &fields)
      case .target: appendTarget(target, column, &fields)
      case .unit, .other:
        if let field = reader.field(plan.name, slice, plan.type, unit: plan.unit) {
          fields.append(field)
        }
      }
    }
  }

  /// Adds the target; most are a number and nothing else.
  private func appendTarget(
    _ slice: Slice, _ column: UnitCell, _ fields: inout OutputSpan<Field>
  ) {
    if let name = names.target, let number = Quantity.whole(text, slice) {
      fields.append(
        Field(name: name, printed: slice, value: .quantity(number), unit: column.unit))
      return
    }
    let target = readTarget(slice, column)
    if let value = target.value { fields.append(value) }
    if let comparator = target.comparator { fields.append(comparator) }
  }

  /// Target, the comparator before it, and the unit behind it.
  private func readTarget(
    _ slice: Slice, _ column: UnitCell
  ) -> (value: Field?, comparator: Field?, unit: Slice) {
    guard let name = names.target else { return (nil, nil, .none) }
    var start = Int(slice.start)
    var comparator: Field?
    if let (found, end) = Comparator.read(text, slice.range),
      let field = names.targetComparator
    {
      comparator = Field(
        name: field, printed: Slice(Int(slice.start)..<end), value: .comparator(found))
      start = end
      while start < Int(slice.end), text[start].isBlankASCII { start += 1 }
    }
    guard let (quantity, end) = Quantity.read(text, start..<Int(slice.end)) else {
      if let written = writtenTarget(Slice(start..<Int(slice.end)), name, column) {
        return (written, comparator, .none)
      }
      // Words, or a comparator that bounds nothing: the cell as it is.
      return (reader.field(name, slice, .text), nil, .none)
    }
    var number = Field(
      name: name, printed: Slice(start..<end), value: .quantity(quantity), unit: column.unit)
    if end == Int(slice.end) { return (number, comparator, .none) }
    var own = Slice(end..<Int(slice.end)).trimmed(in: text)
    if own.isEmpty { return (number, comparator, own) }
    // `12月底前` is a date and no number of a strange unit.
    if PartialDate.isPeriod(text, Slice(start..<Int(slice.end))) {
      return (reader.field(name, slice, .text), nil, .none)
    }
    var ownUnit = column.unit(own, reader)
    if ownUnit == nil, comparator == nil, let field = names.targetComparator,
      let (found, printed) = Comparator.behind(text, own)
    {
      comparator = Field(name: field, printed: printed, value: .comparator(found))
      own = Slice(Int(own.start)..<Int(printed.start)).trimmed(in: text)
      ownUnit = column.unit(own, reader)
    }
    guard ownUnit != nil || bounds.mayBeUnit(own) else {
      return (reader.field(name, slice, .text), nil, .none)
    }
    if !own.isEmpty { number.unit = ownUnit ?? bounds.unit(leading: own) ?? .none }
    return (number, comparator, own)
  }

  /// A target in words of numbers, and nothing else: `百分之九十`, `十二`.
  private func writtenTarget(
    _ slice: Slice, _ name: FieldName, _ column: UnitCell
  ) -> Field? {
    guard let numeral = Numeral.read(text, slice.range),
      numeral.end == Int(slice.end)
    else { return nil }
    let units = reader.profile.units
    let own: UnitID? =
      switch numeral.kind {
      case .number: column.unit
      case .percent: units.unit(named: "%")
      case .perMille: units.unit(named: "‰")
      case .money: units.unit(named: "元")
      case .parts: nil
      }
    guard let own else { return nil }
    return Field(name: name, printed: slice, value: .quantity(numeral.value), unit: own)
  }

  private func readText(
    _ slice: Slice, target: Slice, _ column: UnitCell, _ fields: inout OutputSpan<Field>
  ) {
    let parts = bounds.read(slice, column) {
      target.isEmpty ? nil : readTarget(target, column).value?.quantity
    }
    if let name = names.text {
      fields.append(Field(name: name, printed: slice, value: .text(slice)))
    }
    if let name = names.name, !parts.name.isEmpty {
      fields.append(Field(name: name, printed: parts.name, value: .text(parts.name)))
    }
    if let name = names.comparator, let (comparator, printed) = parts.comparator {
      fields.append(Field(name: name, printed: printed, value: .comparator(comparator)))
    }
    if let name = names.bound, let (bound, printed) = parts.bound {
      fields.append(
        Field(
          name: name, printed: printed, value: bound.map { .quantity($0) } ?? .text(printed),
          unit: parts.unitID))
    }
    if let name = names.boundUnit, parts.bound != nil, !parts.unit.isEmpty {
      fields.append(Field(name: name, printed: parts.unit, value: .text(parts.unit)))
    }
  }
}
