import Testing

/// A result beside the truth: how many values are right, and which are not.
struct Comparison: Sendable {
  private(set) var total = 0
  private(set) var right = 0
  private(set) var differences: [String] = []
  /// The form's place in the result, by its place in the truth.
  private(set) var details: [Int: JSON] = [:]

  /// The share of values that are right, in hundredths of a percent.
  var share: Int { total == 0 ? 0 : right * 10_000 / total }

  /// Compares a result with the truth.
  ///
  /// A value that is `lost` (by its place: `summary.amount 7`) may be absent.
  init(_ outcome: Outcome, _ truth: Truth, lost: Set<String> = []) {
    let types = outcome.json["types"]
    var found: [String: JSON] = [:]
    for row in outcome.rows {
      found[row["fields"]["seq"].value ?? row["id"].string ?? ""] = row
    }
    for row in truth.rows {
      let got = found[row.number]
      let place = "row \(row.number)" + (row.line.map { " (line \($0))" } ?? "")
      add("the row", place, "present", got == nil ? nil : "present")
      for value in row.values {
        let field = got?["fields"][value.name]
        if lost.contains("summary.\(value.name) \(row.number)"), field?.value == nil { continue }
        add(
          "summary.\(value.name)", place, value.text, field?.value, truth.unit,
          field?.unit ?? types["summary.\(value.name)"]["unit"].string)
      }
    }
    add("the number of rows", "the summary", "\(truth.rows.count)", "\(outcome.rows.count)")
    details = Self.pairs(truth.forms, outcome.details)
    for (index, form) in truth.forms.enumerated() { compare(form, details[index], truth, types) }
    add("the number of forms", "all", "\(truth.forms.count)", "\(outcome.details.count)")
  }

  private mutating func compare(
    _ form: Truth.Form, _ detail: JSON?, _ truth: Truth, _ types: JSON
  ) {
    let place = form.id + (form.lines.map { " (line \($0.lowerBound))" } ?? "")
    add("the form", place, "present", detail == nil ? nil : "present")
    for value in form.values {
      let field = detail?["fields"][value.name]
      add(
        "detail.\(value.name)", place, value.text, field?.value, form.unit,
        field?.unit ?? types["details.\(value.name)"]["unit"].string)
    }
    let parts = detail?["groups"]["funding"].items ?? []
    for value in form.funding {
      let part = parts.first { SameValue.holds(value.name, $0["source"].value) }
      let got = part?["amount"].value
      let isNothing = [nil, "0"].contains(value.text) && [nil, "0"].contains(got)
      add("funding.amount", "\(place), \(value.name)", isNothing ? got : value.text, got)
    }
    let indicators = detail?["groups"]["indicators"].items ?? []
    add("the number of indicators", place, "\(form.indicators.count)", "\(indicators.count)")
    for (index, item) in form.indicators.enumerated() {
      let got = indicators.indices.contains(index) ? indicators[index] : .nothing
      let line = item.line.map { " (line \($0))" } ?? ""
      for value in item.values {
        var text = got[value.name].value
        if truth.isMade, text == nil { text = Self.other[value.name].flatMap { got[$0].value } }
        let isThere = indicators.indices.contains(index)
        add("indicators.\(value.name)", "\(place)[\(index)]\(line)", value.text, text, isThere)
      }
    }
  }

  /// Where made documents may say the same in another column.
  private static let other = [
    "comparator": "target_comparator", "target": "bound", "unit": "bound_unit",
  ]

  private mutating func add(
    _ name: String, _ place: String, _ wanted: String?, _ found: String?, _ unit: String? = nil,
    _ foundUnit: String? = nil
  ) {
    count(
      name, place, wanted, found,
      SameValue.holds(
        wanted, found, unit: unit, foundUnit: foundUnit))
  }

  private mutating func add(
    _ name: String, _ place: String, _ wanted: String?, _ found: String?, _ isThere: Bool
  ) {
    count(name, place, wanted, found, isThere && SameValue.holds(wanted, found))
  }

  private mutating func count(
    _ name: String, _ place: String, _ wanted: String?, _ found: String?, _ isRight: Bool
  ) {
    total += 1
    if isRight {
      right += 1
    } else {
      differences.append("\(name) of \(place): is \(found ?? "absent"), not \(wanted ?? "absent")")
    }
  }

  /// The detail of each form of the truth: by order where the counts agree, else by what they say.
  private static func pairs(_ forms: [Truth.Form], _ details: [JSON]) -> [Int: JSON] {
    if forms.count == details.count {
      return Dictionary(uniqueKeysWithValues: zip(forms.indices, details))
    }
    var left = details
    var pairs: [Int: JSON] = [:]
    for names in [["project", "total"], ["project"], ["total"]] {
      for (index, form) in forms.enumerated() where pairs[index] == nil {
        let place = left.firstIndex { detail in
          names.allSatisfy { SameValue.holds(form.text($0), detail["fields"][$0].value) }
        }
        if let place { pairs[index] = left.remove(at: place) }
      }
    }
    return pairs
  }

  /// Fails the test for each value that is not what the truth says, the first forty by name.
  func expectAllRight(
    _ context: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for difference in differences.prefix(40) {
      Issue.record("\(context)\(difference)", sourceLocation: sourceLocation)
    }
    if differences.count > 40 {
      Issue.record("\(context)… \(differences.count) in all", sourceLocation: sourceLocation)
    }
  }
}

extension JSON {
  /// The value of a field, in full JSON and in compact JSON.
  var value: String? { self["value"].string ?? string }
  /// The unit that a field states itself.
  var unit: String? { self["unit"].string }
}
