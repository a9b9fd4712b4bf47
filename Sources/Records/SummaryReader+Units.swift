internal import TieoutModel

extension SummaryReader {
  /// The unit of money that a caption names, rather from its words on than before them, where a name
  /// may stand.
  func unit(in caption: Slice, behind words: [String]) -> UnitID? {
    let text = reader.text
    let found = words.lazy.compactMap { text.first(of: Array($0.utf8), in: caption.range) }.first
    let rest = found.map { Slice($0.lowerBound..<Int(caption.end)) }
    return rest.flatMap { reader.moneyUnit(in: $0) } ?? reader.moneyUnit(in: caption)
      ?? found.flatMap { reader.unnamedMoney(leading: Slice($0.upperBound..<Int(caption.end))) }
  }

  /// A printed column in which the rows of a piece name the unit of their money.
  struct UnitColumn {
    let column: UInt16
    /// The only unit that is named in it; `UnitID.none` where several are.
    var sole: UnitID
  }

  /// The column of units right behind that of the amount, or right before it.
  ///
  /// Whatever heads it, nothing but `元`, `万元` and their like stands there; a column of `台` and `套` is
  /// none. Before it the figures of another column may stand, whose units they are.
  func unitColumn(of rows: Range<Int>) -> UnitColumn? {
    guard let amount = amountColumns(of: rows) else { return nil }
    // The first entry may be a heading or a total without a unit.
    var entries = 0
    for place in rows where reader.rows[place].role == .entry {
      entries += 1
      guard entries <= 3 else { break }
      for index in reader.rows[place].cells {
        let (column, text) = (reader.cells[index].column, reader.cells[index].text)
        let isBehind = Int(column) == amount.upperBound
        guard isBehind || Int(column) + 1 == amount.lowerBound && !isFigure(before: column, place)
        else { continue }
        if let unit = moneyUnit(text), let found = units(in: column, unit, rows) { return found }
      }
    }
    return nil
  }

  /// The printed columns of the amount.
  private func amountColumns(of rows: Range<Int>) -> Range<Int>? {
    for place in rows where reader.rows[place].role == .header {
      for index in reader.rows[place].cells {
        let cell = reader.cells[index]
        guard let column = profile.meanings.summaryColumn(cell.label),
          profile.summary.columns[column].name == profile.summary.amount
        else { continue }
        return Int(cell.column)..<Int(cell.column) + max(1, Int(cell.columnSpan))
      }
    }
    return nil
  }

  /// Whether a number stands in the column before one.
  private func isFigure(before column: UInt16, _ place: Int) -> Bool {
    reader.rows[place].cells.contains { index in
      reader.cells[index].column + 1 == column
        && Quantity.read(reader.text, reader.cells[index].text.range) != nil
    }
  }

  /// The unit that a row names in a column; where it names none and no caption does, the only one that
  /// other rows name.
  func unit(of row: Document.Row, in units: UnitColumn) -> UnitID? {
    let index = row.cells.first { reader.cells[$0].column == units.column }
    return index.flatMap { reader.unit(reader.cells[$0].text) }
      ?? (captionUnit == .none && units.sole != .none ? units.sole : nil)
  }

  /// A column that begins with a unit; `nil` where an entry has something else there.
  private func units(in column: UInt16, _ first: UnitID, _ rows: Range<Int>) -> UnitColumn? {
    var units = UnitColumn(column: column, sole: first)
    for place in rows where reader.rows[place].role == .entry {
      for index in reader.rows[place].cells where reader.cells[index].column == column {
        let text = reader.cells[index].text
        if text.isEmpty { continue }
        guard let unit = moneyUnit(text) else { return nil }
        if unit != first { units.sole = .none }
      }
    }
    return units
  }

  /// The unit that a cell names, where it says how money is counted.
  ///
  /// `USD` and `£` say which money it is, and nothing of thousands.
  private func moneyUnit(_ slice: Slice) -> UnitID? {
    guard (1...16).contains(slice.count), let unit = reader.unit(slice),
      let exponent = profile.units.exponent(unit),
      exponent > 0 || reader.text[slice.range].suffix(3).elementsEqual("元".utf8)
    else { return nil }
    return unit
  }
}
