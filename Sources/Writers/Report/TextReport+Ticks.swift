internal import TieoutModel

extension ReportPage {
  /// What an auditor would tick on paper, check by check, with how each check ended.
  mutating func ticks(_ submission: Submission) {
    guard !submission.ticks.isEmpty else { return }
    heading(word("核对相符", "Ticks") + " (\(submission.ticks.count))", .good)
    for (check, tally) in submission.tallies {
      let ticks = submission.ticks.filter { $0.check == check }
      let counts = Verdict.allCases.filter { tally[$0] > 0 }
      if counts.isEmpty { continue }
      put("\(check) ", .strong)
      put(submission.catalogue.first { $0.id == check }?.heading.text(language) ?? "")
      let words = counts.map { "\($0.word(language)) \(tally[$0])" }.joined(separator: " · ")
      let tail = "  \(words)"
      if column + Display.width(tail) > width { end(); fill(" ", 4) }
      put(tail, .faint)
      end()
      for tick in ticks { self.tick(tick, submission) }
    }
  }

  /// One line: the figures that agree, each with its line in the papers.
  private mutating func tick(_ tick: Tick, _ submission: Submission) {
    guard let first = tick.values.first else { return }
    var parts: [String] = []
    for (index, value) in tick.values.enumerated() {
      var part = ""
      if index > 0, value.subject.record != first.subject.record {
        part += value.subject.record + " "
      }
      part += role(value.role, submission.profile) + " "
      if tick.addends > 0, index == tick.values.count - 1 { part += "Σ\(tick.addends) " }
      part += value.value + (value.unit.isEmpty ? "" : " \(value.unit)")
      if !value.printed.isEmpty { part += " (\(submission.margin(of: value.printed)))" }
      parts.append(part)
    }
    let sign = tick.verdict == .exact ? " = " : " ≈ "
    text(
      "\(first.subject.record) " + parts.joined(separator: sign), indent: 2, mark: "✓ ", .plain)
  }
}
