internal import TieoutModel

/// Puts what one cause explains under it, so that one cause is one finding.
///
/// A record that stands twice explains its repeated number, its missing partner and the sum that is
/// too large by its amount. A total that is off by as much as one of its groups is one difference,
/// and so is a form's total with the row that adds up its lines. Amounts that stand in each other's
/// rows are one exchange. The cause takes the gravest severity of what it explains. Most causes are
/// found where the checks share their figures (`MoneyFact`, `Footing`); these span checks that know
/// nothing of one another.
enum RootCauses {
  /// Collapses findings, whose figures are in some units.
  static func collapse(_ findings: inout [Finding], _ units: UnitTable = UnitTable()) {
    collapseSwaps(&findings)
    for place in places(of: DuplicateRecord.entry.id, findings) {
      let amounts = findings[place].values.filter { $0.role == "summary" || $0.role == "total" }
      let records = findings[place].records
      let echoes = findings.indices.filter { other in
        switch findings[other].check {
        case SequenceCheck.entry.id, Unmatched.entry.id:
          records.contains(findings[other].subject.record)
        case FootSummary.entry.id:
          findings[other].verdict == .broken
            && amounts.contains { isSame($0.value, findings[other].difference) }
        default: false
        }
      }
      put(echoes, under: place, &findings)
    }
    let subtotals = places(of: GroupSubtotals.entry.id, findings)
    let groups = subtotals.filter { findings[$0].verdict == .broken }
    if groups.count == 1,
      let total = findings.firstIndex(where: {
        $0.check == FootSummary.entry.id && $0.verdict == .broken
          && $0.differenceInYuan == findings[groups[0]].differenceInYuan
      })
    {
      put(groups, under: total, &findings)
    }
    for place in subtotals where !findings[place].records.isEmpty {
      let sum = findings[place]
      let whole = findings.firstIndex { other in
        [CrossFoot.entry.id, AgreeInside.entry.id].contains(other.check)
          && other.subject.record == sum.subject.record && other.verdict == sum.verdict
          && isSame(other.difference ?? "", sum.difference)
      }
      if let whole { put([place], under: whole, &findings) }
    }
    collapseSums(&findings)
    collapseEchoes(&findings, units)
    // What was put under another one says nothing any more.
    findings.removeAll { $0.records.isEmpty }
  }

  /// The places of a check's findings.
  static func places(of check: String, _ findings: [Finding]) -> [Int] {
    places(of: [check], findings)
  }

  /// The places of some checks' findings; neighbours mostly come from one check, which is looked for
  /// once.
  static func places(of checks: [String], _ findings: [Finding]) -> [Int] {
    var places: [Int] = []
    var last = ""
    var isMeant = false
    let findings = findings.span
    for place in findings.indices {
      if findings[place].check != last {
        last = findings[place].check
        isMeant = checks.contains(last)
      }
      if isMeant { places.append(place) }
    }
    return places
  }

  static func put(_ echoes: [Int], under cause: Int, _ findings: inout [Finding]) {
    guard !echoes.isEmpty else { return }
    let names = echoes.map { findings[$0].check }
    for echo in echoes {
      findings[cause].severity = max(findings[cause].severity, findings[echo].severity)
      for value in findings[echo].values where !findings[cause].values.contains(value) {
        findings[cause].values.append(value)
      }
      for record in findings[echo].records where !findings[cause].records.contains(record) {
        findings[cause].records.append(record)
      }
      findings[cause].related += findings[echo].related
      findings[echo].records = []
    }
    let words = Message.joined(echoes.map { findings[$0].message }, zh: "", en: " ")
    let list = names.joined(separator: ", ")
    findings[cause].message.zh += "由此还可解释（\(list)）：\(words.zh)"
    findings[cause].message.en += " This also explains (\(list)): \(words.en)"
  }

  /// Whether two figures are one number.
  static func isSame(_ left: String, _ right: String?) -> Bool {
    guard let right else { return false }
    let a = Array(left.utf8), b = Array(right.utf8)
    guard let x = Quantity.whole(a, Slice(0..<a.count)),
      let y = Quantity.whole(b, Slice(0..<b.count))
    else { return false }
    return x.equals(y)
  }
}
