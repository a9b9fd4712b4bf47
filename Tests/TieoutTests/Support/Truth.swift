/// What a paper says, read by people: rows, forms, their parts.
struct Truth: Sendable {
  /// One value: its name, and its text where there is one.
  struct Value: Sendable {
    var name: String
    var text: String?
  }

  /// A row of the summary.
  struct Row: Sendable {
    var number: String
    var line: Int?
    var values: [Value]
    /// What the row's own line shows in the column of amounts, before anything is put right.
    var printedAmount: String?

    func text(_ name: String) -> String? { values.first { $0.name == name }?.text }
  }

  /// A repeated part of a form.
  struct Item: Sendable {
    var line: Int?
    var values: [Value]
  }

  /// A form.
  struct Form: Sendable {
    var id: String
    /// Its lines, counted from 1.
    var lines: ClosedRange<Int>?
    var values: [Value]
    var unit: String?
    var indicators: [Item]
    /// Amounts by source.
    var funding: [Value]

    func text(_ name: String) -> String? { values.first { $0.name == name }?.text }
  }

  var rows: [Row]
  var forms: [Form]
  var unit: String?
  /// Whether the paper was made: its truth knows more than its layout prints in one place.
  var isMade = false

  /// Reads `records.json`.
  init(records: JSON) {
    unit = "万元"
    rows = records["summary"].items.filter { $0["seq"].exists }.map { row in
      let names = ["unit", "department", "office", "project", "amount", "note"]
      return Row(
        number: row["seq"].string ?? "", line: row["line"].integer, values: row.values(names),
        printedAmount: row["amount_printed_on_row"].string)
    }
    forms = records["forms"].items.map { form in
      let names = [
        "project", "unit", "department", "head", "head_phone", "finance_head", "finance_phone",
        "total", "goal", "reporting_unit",
      ]
      let others = [
        Value(name: "reviewing_department", text: form["reviewing_dept"].string),
        Value(name: "funding_note", text: form["source_note"].string),
      ]
      let parts = [
        "level1", "level2", "sublevel", "name", "comparator", "bound", "bound_unit", "unit",
        "target", "target_comparator",
      ]
      return Form(
        id: "detail/\(form["index"].string ?? "")",
        lines: (form["line_start"].integer ?? 0)...(form["line_end"].integer ?? 0),
        values: form.values(names) + others, unit: "万元",
        indicators: form["indicators"].items.map {
          Item(line: $0["line"].integer, values: $0.values(parts))
        },
        funding: form["sources"].members.map { Value(name: $0.key, text: $0.value.string) })
    }
  }
}

extension JSON {
  /// The members with names, absent ones included.
  func values(_ names: [String]) -> [Truth.Value] {
    names.map { Truth.Value(name: $0, text: self[$0].string) }
  }
}
