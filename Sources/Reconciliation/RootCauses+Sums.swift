internal import TieoutModel

extension RootCauses {
  /// Puts sums that are off by as much as one of their figures under the finding on that figure.
  ///
  /// A figure that disagrees with its other place is off in its row's sum and in its column's too; one
  /// that is not its row's sum is off in its column's. What the one finding would set right must be
  /// what the other one lacks; where several findings may be the cause, none is taken for it.
  static func collapseSums(_ findings: inout [Finding]) {
    let checks = [FootSummary.entry.id, GroupSubtotals.entry.id, CrossFoot.entry.id]
    let sums = places(of: checks, findings).filter { isBroken(findings[$0]) }
    guard !sums.isEmpty else { return }
    for checks in [[AgreeWithSummary.entry.id, AgreeInside.entry.id], [CrossFoot.entry.id]] {
      let known = Causes(findings, of: checks)
      for sum in sums where isBroken(findings[sum]) {
        guard let lack = lack(findings[sum]), lack != 0 else { continue }
        let causes = known.near(findings[sum]).filter { place in
          place != sum && isBroken(findings[place])
            && explains(findings[place], findings[sum], lack: lack)
        }
        guard causes.count == 1 else { continue }
        // A total that is neither its parts' sum nor its other place is told by the sum.
        let isTotal = isTotal(of: findings[sum], in: findings[causes[0]])
        let (cause, echo) = isTotal ? (sum, causes[0]) : (causes[0], sum)
        put([echo], under: cause, &findings)
      }
    }
  }

  /// Whether a finding says that figures disagree, and is not put under another one.
  private static func isBroken(_ finding: Finding) -> Bool {
    finding.verdict == .broken && !finding.records.isEmpty && finding.difference != nil
  }

  /// What a figure is in a sum; where the roles are names of fields, the first is what the others give.
  private static func role(_ place: Int, in sum: Finding) -> String {
    let role = sum.values[place].role
    let isNamed = ["result", "subtotal", "total", "parts"].contains(sum.values[0].role)
    if isNamed || sum.check != CrossFoot.entry.id { return role }
    return place == 0 ? "result" : "addend"
  }

  /// Whether the figure that a finding speaks of is the total of a sum.
  private static func isTotal(of sum: Finding, in finding: Finding) -> Bool {
    sum.values.indices.contains { place in
      let own = sum.values[place]
      return role(place, in: sum) == "result"
        && finding.values.contains { $0.subject == own.subject && $0.printed == own.printed }
    }
  }

  /// Whether a sum would be right if one figure of a finding were what the finding's others are.
  private static func explains(_ finding: Finding, _ sum: Finding, lack: Int128) -> Bool {
    finding.values.contains { value in
      guard !value.printed.isEmpty, let weight = weight(of: value, in: sum) else { return false }
      return due(value, in: finding).contains { $0 * weight == lack }
    }
  }

  /// How much a sum is short of what is stated; `nil` where its figures are not all told.
  private static func lack(_ sum: Finding) -> Int128? {
    let stated = sum.values.indices.first { ["result", "subtotal"].contains(role($0, in: sum)) }
    guard let stated, var lack = number(sum.values[stated]) else { return nil }
    if let rows = sum.values.first(where: { $0.role == "rows" }).flatMap(number) {
      return lack - rows
    }
    for place in sum.values.indices {
      let role = role(place, in: sum)
      guard role == "addend" || role == "subtrahend" else { continue }
      guard let number = number(sum.values[place]) else { return nil }
      lack += role == "addend" ? -number : number
    }
    // Figures of several units give another number than the finding does.
    let difference = Array((sum.difference ?? "").utf8)
    let told = Quantity.whole(difference, Slice(difference.indices))?.digits(at: 6)
    return told.map { $0.magnitude == lack.magnitude } ?? false ? lack : nil
  }

  /// By how much a sum's lack grows smaller where a figure grows by one; `nil` where it is none of it.
  private static func weight(of value: Finding.Evidence, in sum: Finding) -> Int128? {
    let own = sum.values.indices.first {
      sum.values[$0].subject == value.subject && sum.values[$0].printed == value.printed
    }
    if let own {
      switch role(own, in: sum) {
      case "addend": return 1
      case "subtrahend", "result": return -1
      default: return nil
      }
    }
    return isOfColumn(sum)
      && value.subject.record.hasPrefix("summary/") && value.subject != sum.subject
      && value.subject.field == sum.subject.field && sum.records.contains(value.subject.record)
      ? 1 : nil
  }

  /// Whether a sum is that of a column, which tells its rows by number alone.
  fileprivate static func isOfColumn(_ sum: Finding) -> Bool {
    sum.subject.record.hasPrefix("summary") && sum.values.contains { $0.role == "rows" }
  }

  /// By how much a figure would have to grow for a finding to be settled.
  private static func due(_ value: Finding.Evidence, in finding: Finding) -> [Int128] {
    guard let own = number(value) else { return [] }
    // Of a sum it is what that lacks.
    if finding.check == CrossFoot.entry.id {
      guard let lack = lack(finding), let weight = weight(of: value, in: finding) else {
        return []
      }
      return [lack * weight]
    }
    let others = finding.values.filter { $0.unit == value.unit && $0.role != "summary-total" }
      .compactMap(number)
    return Set(others).count == 2 ? Set(others).map { $0 - own }.filter { $0 != 0 } : []
  }

  /// A figure in millionths.
  private static func number(_ value: Finding.Evidence) -> Int128? {
    let bytes = Array(value.value.utf8)
    return Quantity.whole(bytes, Slice(bytes.indices))?.digits(at: 6)
  }
}

/// The findings that may be the cause of a sum's, by the figures that they speak of.
private struct Causes {
  private struct Key: Hashable {
    let subject: Subject
    let printed: Slice
  }
  private var places: [Key: [Int]] = [:]
  private var all: [Int] = []

  init(_ findings: [Finding], of checks: [String]) {
    for place in RootCauses.places(of: checks, findings) {
      all.append(place)
      for value in findings[place].values {
        places[Key(subject: value.subject, printed: value.printed), default: []].append(place)
      }
    }
  }

  /// The places of those that share a figure with a sum; of all where it is that of a column.
  func near(_ sum: Finding) -> [Int] {
    if RootCauses.isOfColumn(sum) { return all }
    let shared = sum.values.flatMap { places[Key(subject: $0.subject, printed: $0.printed)] ?? [] }
    return Set(shared).sorted()
  }
}
