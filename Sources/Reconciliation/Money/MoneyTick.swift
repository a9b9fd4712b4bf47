import TieoutModel

extension Submission {
  /// The tick of places that state one sum of money.
  func tick(_ check: String, _ places: [MoneyPlace]) -> Tick {
    Tick(check, values: places.map(evidence))
  }

  /// The tick of a total and the parts that add up to it.
  func tick(_ check: String, _ total: MoneyPlace, parts: Parts?) -> Tick {
    var values = [evidence(total)]
    if let sum = parts?.sum { values.append(evidence(sum)) }
    return Tick(check, values: values, addends: parts?.addends.count ?? 0)
  }

  /// The tick of an indicator's text and its target.
  func tick(_ check: String, _ row: IndicatorRow) -> Tick {
    Tick(check, values: evidence(row, of: details[row.detail]))
  }

  /// The figures of an indicator: its text's first.
  func evidence(_ row: IndicatorRow, of record: Record) -> [Finding.Evidence] {
    let item = (row.group, row.indicator.place)
    var values: [Finding.Evidence] = []
    values.reserveCapacity(2)
    if let field = row.indicator.bound {
      values.append(
        evidence("bound", field, record: record, item: item, unit: row.indicator.unitOfBound))
    }
    if let field = row.indicator.target {
      values.append(
        evidence("target", field, record: record, item: item, unit: row.indicator.unitOfTarget))
    }
    return values
  }
}

extension FootingFinding {
  /// The tick of the total and the sum of one side.
  func tick(_ ladder: Ladder, role: String, _ side: Footing.Side) -> Tick {
    Tick(
      check, ladder.verdict, values: stated + [computed(role, ladder.right)],
      addends: side.count)
  }
}
