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

  /// The printed column in which the rows of a piece name the unit of their money.
  ///
  /// Whatever heads it, nothing but `元`, `万元` and their like stands there; a column of `台` and `套` is
  /// none.
  func unitColumn(of rows: Range<Int>) -> UInt16? {
    // The first entry may be a heading or a total without a unit.
    var entries = 0
    for place in rows where reader.rows[place].role == .entry {
      entries += 1
      guard entries <= 3 else { break }
      for index in reader.rows[place].cells where isMoneyUnit(reader.cells[index].text) {
        let column = reader.cells[index].column
        if isOfUnits(column, rows) { return column }
      }
    }
    return nil
  }

  /// The unit that a row names in a column.
  func unit(of row: Document.Row, in column: UInt16) -> UnitID? {
    let index = row.cells.first { reader.cells[$0].column == column }
    return index.flatMap { reader.unit(reader.cells[$0].text) }
  }

  /// Whether all that entries have in a column are units of money.
  private func isOfUnits(_ column: UInt16, _ rows: Range<Int>) -> Bool {
    rows.allSatisfy { place in
      reader.rows[place].role != .entry
        || reader.rows[place].cells.allSatisfy { index in
          let cell = reader.cells[index]
          return cell.column != column || cell.text.isEmpty || isMoneyUnit(cell.text)
        }
    }
  }

  /// Whether a cell says how money is counted.
  ///
  /// `USD` and `£` say which money it is, and nothing of thousands.
  private func isMoneyUnit(_ slice: Slice) -> Bool {
    guard (1...16).contains(slice.count), let unit = reader.unit(slice),
      let exponent = profile.units.exponent(unit)
    else { return false }
    return exponent > 0 || reader.text[slice.range].suffix(3).elementsEqual("元".utf8)
  }
}
