internal import TieoutModel

extension ProfileDraft {
  /// Gives a unit to the amounts that no label and no caption gives one; where nothing in the papers
  /// names any, theirs is the sign for money of no named currency.
  ///
  /// Where one side of the amounts that both repeat has a unit, the other side's follows from how far
  /// the points of equal figures stand apart. All other amounts of a side count as its main one.
  mutating func settleUnits(_ amount: DraftMeanings.Pair?) {
    if let amount {
      let column = columns[amount.column].unit, field = fields[amount.field].unit
      if let column, field == nil {
        fields[amount.field].unit = unit(column, shifted: -amount.shift)
      } else if let field, column == nil {
        columns[amount.column].unit = unit(field, shifted: amount.shift)
      }
    }
    let ofSummary = amount.flatMap { columns[$0.column].unit } ?? firstUnit(columns)
    let ofForms =
      amount.flatMap { fields[$0.field].unit } ?? unitOfForms ?? firstUnit(fields) ?? ofSummary
      ?? firstUnit(groups.flatMap(\.columns))
    for place in columns.indices where columns[place].type == .amount {
      columns[place].unit = columns[place].unit ?? ofSummary ?? ofForms ?? DraftWords.unnamedMoney
    }
    for place in fields.indices where fields[place].type == .amount {
      fields[place].unit = fields[place].unit ?? ofForms ?? DraftWords.unnamedMoney
    }
    for group in groups.indices {
      for place in groups[group].columns.indices
      where groups[group].columns[place].type == .amount {
        groups[group].columns[place].unit =
          groups[group].columns[place].unit ?? ofForms ?? DraftWords.unnamedMoney
      }
    }
  }

  private func firstUnit(_ entries: [Entry]) -> String? {
    entries.first { $0.type == .amount && $0.unit != nil }?.unit
  }

  /// The unit that is so many powers of ten larger than another one of the same money.
  private func unit(_ name: String, shifted shift: Int) -> String {
    guard shift != 0, let known = DraftWords.moneyUnits.first(where: { $0.name == name }) else {
      return name
    }
    let wanted = known.exponent + shift
    let sign = isChinese ? "元" : String(name.unicodeScalars.first.map(Character.init) ?? "£")
    return DraftWords.moneyUnits.first { $0.exponent == wanted && $0.name.contains(sign) }?.name
      ?? name
  }
}
