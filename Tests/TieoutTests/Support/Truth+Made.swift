extension Truth {
  /// Reads the truth of a made document.
  init(made: JSON) {
    unit = made["unit"].string
    isMade = true
    rows = made["summary"]["rows"].items.map { row in
      let names = [
        ("project", "project_name"), ("unit", "unit_name"), ("department", "dept_name"),
        ("office", "section"), ("amount", "amount"),
      ]
      return Row(number: row["seq"].string ?? "", line: nil, values: row.values(named: names))
    }
    forms = made["forms"].items.map { form in
      let names = [
        ("project", "project_name"), ("unit", "unit_name"), ("department", "dept_name"),
        ("total", "amount"), ("head", "leader"), ("head_phone", "phone"),
        ("finance_head", "finance_leader"), ("finance_phone", "finance_phone"), ("goal", "goal"),
      ]
      return Form(
        id: form["form_id"].string ?? "", lines: nil, values: form.values(named: names),
        unit: form["amount_unit"].string,
        indicators: form["indicators"].items.map { Item(line: nil, values: $0.indicator) },
        funding: form["funding"].items.map {
          Value(name: $0["source"].string ?? "", text: $0["amount"].string)
        })
    }
    leaveOutUnprinted(made["pages"].items.compactMap { $0["text"].string }.joined())
  }

  /// Leaves out what this layout doesn't print: a field of which fewer than half of the values
  /// stand on any page.
  private mutating func leaveOutUnprinted(_ pages: String) {
    let text = SameValue.characters(pages)
    guard !text.isEmpty else { return }
    func names(_ items: [[Value]]) -> Set<String> {
      var counts: [String: (printed: Int, all: Int)] = [:]
      for value in items.joined() {
        guard let words = value.text, ExactDecimal(words) == nil, value.name != "comparator"
        else { continue }
        counts[value.name, default: (0, 0)].all += 1
        if text.contains(SameValue.characters(words)) { counts[value.name]?.printed += 1 }
      }
      return Set(counts.filter { $0.value.printed * 2 < $0.value.all }.keys)
    }
    let ofRows = names(rows.map { $0.values })
    for index in rows.indices { rows[index].values.removeAll { ofRows.contains($0.name) } }
    let ofItems = names(forms.flatMap { $0.indicators.map { $0.values } })
    for form in forms.indices {
      for item in forms[form].indicators.indices {
        forms[form].indicators[item].values.removeAll { ofItems.contains($0.name) }
      }
    }
  }
}

extension JSON {
  /// The members that are there, each under a name of ours.
  fileprivate func values(named names: [(ours: String, theirs: String)]) -> [Truth.Value] {
    names.compactMap { name in
      self[name.theirs].string.map { Truth.Value(name: name.ours, text: $0) }
    }
  }

  fileprivate var indicator: [Truth.Value] {
    let comparators = ["≥": ">=", "≤": "<="]
    let comparator = self["op"].string.map { comparators[$0] ?? $0 }
    return [
      Truth.Value(name: "level1", text: self["l1"].string),
      Truth.Value(name: "level2", text: self["l2"].string),
      Truth.Value(name: "name", text: self["name"].string),
      Truth.Value(name: "comparator", text: comparator),
      Truth.Value(name: "target", text: self["target"].string),
      Truth.Value(name: "unit", text: self["unit"].string),
    ]
  }
}
