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
    let item = (row.group, row.indicator.place)
    let record = details[row.detail]
    let fields = [
      ("bound", row.indicator.bound, row.indicator.unitOfBound),
      ("target", row.indicator.target, row.indicator.unitOfTarget),
    ]
    return Tick(
      check,
      values: fields.compactMap { role, field, unit in
        field.map { evidence(role, $0, record: record, item: item, unit: unit) }
      })
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
