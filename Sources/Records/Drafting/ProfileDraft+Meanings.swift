internal import TieoutModel

extension ProfileDraft {
  /// Says which columns and fields linking and checks need.
  mutating func addMeanings(
    _ meanings: DraftMeanings, _ summary: DraftSummary?, _ found: DraftFields?
  ) {
    if let key = meanings.key {
      mark(key, "key", "key")
      columns[key.column].type = .name
      fields[key.field].type = .name
      columns[key.column].isOptional = false
    }
    if let amount = meanings.amounts.first {
      mark(amount, "amount", "total")
      columns[amount.column].type = .amount
      fields[amount.field].type = .amount
      columns[amount.column].isOptional = false
    }
    if let pair = meanings.organisation { mark(pair, "organisation", "organisation") }
    if let pair = meanings.department { mark(pair, "department", "department") }
    if let pair = meanings.note { mark(pair, "note", "note") }
    // What nothing repeats is told by its label alone.
    if meanings.key == nil {
      if let place = Self.likeliestName(columns) {
        columns[place].means = "key"; columns[place].type = .name
      }
      if let place = Self.likeliestName(fields) {
        fields[place].means = "key"; fields[place].type = .name
      }
    }
    // A label that is one of money in the summary is no count in the forms.
    for place in fields.indices where fields[place].type == .quantity {
      if columns.contains(where: { $0.key == fields[place].key && $0.type == .amount }) {
        fields[place].type = .amount
      }
    }
    settleUnits(meanings.amounts.first)
    if meanings.amounts.isEmpty { addAmounts(summary, found) }
  }

  /// Whether the draft has what a profile needs.
  var isUsable: Bool {
    (columns.isEmpty || columns.contains { $0.means == "key" })
      && (fields.isEmpty || fields.contains { $0.means == "key" })
      && !(columns.isEmpty && fields.isEmpty)
  }

  private mutating func mark(_ pair: DraftMeanings.Pair, _ column: String, _ field: String) {
    guard columns[pair.column].means == nil, fields[pair.field].means == nil else { return }
    columns[pair.column].means = column
    fields[pair.field].means = field
    let evidence = "same in \(pair.agreeing) of \(pair.compared) forms"
    columns[pair.column].evidence += "; " + evidence
    fields[pair.field].evidence += "; " + evidence
  }

  private static func likeliestName(_ entries: [Entry]) -> Int? {
    let texts = entries.indices.filter {
      !entries[$0].isRest && [.text, .name, .organisation, .code].contains(entries[$0].type)
    }
    return texts.first { DraftWords.holds(entries[$0].key, DraftWords.name) } ?? texts.first
  }

  /// Tells column and value apart by what each is alone, where no figures are the same.
  ///
  /// Whatever money a form names is not its total: a label must say so, be that of the column, or the
  /// lines must add up to it.
  private mutating func addAmounts(_ summary: DraftSummary?, _ found: DraftFields?) {
    let column = summary.flatMap { DraftAmounts($0).likeliest }
    if let column, columns[column].means == nil {
      columns[column].type = .amount
      columns[column].means = "amount"
    }
    guard let found else { return }
    func isTotal(_ value: DraftFields.Value) -> Bool {
      DraftWords.holds(value.key, DraftWords.total + DraftWords.sought)
        || value.key == column.map { columns[$0].key } || found.isSumOfLines(value)
    }
    let totals = found.values.indices.filter {
      fields[$0].type == .amount && fields[$0].means == nil && isTotal(found.values[$0])
    }
    if let place = totals.first { fields[place].means = "total" }
  }
}
