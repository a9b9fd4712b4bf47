internal import TieoutModel

extension Finding {
  /// Whether it only points at a repair, as another one of its check does: the repair tells the rest.
  func isBrief(as other: Finding) -> Bool {
    check == other.check && decision == nil && severity == .note && verdict != .open
      && difference == nil
      && !related.isEmpty && values.count == related.count
      && related.allSatisfy { $0.hasPrefix("r") }
  }
}

extension ReportPage {
  /// Findings that only point at repairs, a line each: record and how many others, place, repair,
  /// number, and why; the repairs of several records stand on a line of their own.
  mutating func brief(
    _ findings: [(number: Int, finding: Finding)], _ style: Style, _ submission: Submission,
    _ names: RecordNames
  ) {
    let places = findings.map { entry in
      entry.finding.values.first.map { submission.margin(of: $0.printed) } ?? ""
    }
    let heads = findings.map { entry in
      let repairs = entry.finding.related
      if entry.finding.records.count > 1 { return "f\(entry.number)" }
      return repairs[0] + (repairs.count > 1 ? "–\(repairs[repairs.count - 1])" : "")
        + "  f\(entry.number)"
    }
    let records = findings.map { entry in
      let others = entry.finding.records.count - 1
      return entry.finding.subject.record + (others > 0 ? " +\(others)" : "")
    }
    let record = records.map { Display.width($0) }.max() ?? 0
    let place = places.map { Display.width($0) }.max() ?? 0
    let head = heads.map { Display.width($0) }.max() ?? 0
    for (index, entry) in findings.enumerated() {
      let finding = entry.finding
      put("\(finding.check) ", style)
      let start = column
      put(records[index], .strong)
      pad(to: start + record + 1 + place - Display.width(places[index]))
      put(" " + places[index] + "  ", .faint)
      put(heads[index], .faint)
      pad(to: start + record + 4 + place + head + 2)
      if finding.records.count == 1, let name = names[finding.subject.record] {
        let end = column + (width - column) * 2 / 5
        put(name, atMost: end - column)
        pad(to: end + 2)
      }
      put(reason(finding, submission), atMost: width - column, .faint)
      end()
      if finding.records.count > 1 {
        text(word("见 ", "see ") + finding.related.joined(separator: ", "), indent: 4, mark: "→ ")
      }
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
