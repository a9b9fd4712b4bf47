internal import TieoutModel

extension Finding {
  /// Whether it only points at a repair, as another one of its check does: the repair tells the rest.
  func isBrief(as other: Finding) -> Bool {
    check == other.check && severity == .note && verdict != .open && difference == nil
      && !related.isEmpty && values.count == related.count
      && related.allSatisfy { $0.hasPrefix("r") }
  }
}

extension ReportPage {
  /// Findings that only point at repairs, a line each: record, place, repair, number, and why.
  mutating func brief(
    _ findings: [(number: Int, finding: Finding)], _ style: Style, _ submission: Submission,
    _ names: RecordNames
  ) {
    let places = findings.map { entry in
      entry.finding.values.first.map { submission.margin(of: $0.printed) } ?? ""
    }
    let heads = findings.map { entry in
      let repairs = entry.finding.related
      return repairs[0] + (repairs.count > 1 ? "–\(repairs[repairs.count - 1])" : "")
        + "  f\(entry.number)"
    }
    let record = findings.map { Display.width($0.finding.subject.record) }.max() ?? 0
    let place = places.map { Display.width($0) }.max() ?? 0
    let head = heads.map { Display.width($0) }.max() ?? 0
    for (index, entry) in findings.enumerated() {
      let finding = entry.finding
      put("\(finding.check) ", style)
      let start = column
      put(finding.subject.record, .strong)
      pad(to: start + record + 1 + place - Display.width(places[index]))
      put(" " + places[index] + "  ", .faint)
      put(heads[index], .faint)
      pad(to: start + record + 4 + place + head + 2)
      if let name = names[finding.subject.record] {
        let end = column + (width - column) * 2 / 5
        put(name, atMost: end - column)
        pad(to: end + 2)
      }
      put(reason(finding, submission), atMost: width - column, .faint)
      end()
    }
  }

  /// Why a finding's repair was made, else what the finding says.
  private func reason(_ finding: Finding, _ submission: Submission) -> String {
    let number = Int(finding.related[0].dropFirst()) ?? 0
    let known = submission.repairs.indices.contains(number - 1)
    let reason = known ? submission.repairs[number - 1].evidence.first : nil
    return (reason ?? finding.message).text(language)
  }
}
