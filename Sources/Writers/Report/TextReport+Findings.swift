internal import TieoutModel

extension ReportPage {
  /// All findings, the gravest first, those that are undecided behind.
  mutating func findings(_ submission: Submission, _ names: RecordNames) {
    let numbered = submission.findings.enumerated().filter { !submission.isSettled($0.element) }
    for severity in Severity.allCases.reversed() {
      let part = numbered.filter { $0.element.severity == severity && $0.element.verdict != .open }
      section(
        severity.title(language), severity.style, part.map { ($0.offset + 1, $0.element) },
        submission, names)
    }
    let open = numbered.filter { $0.element.verdict == .open }
    section(
      word("未决", "Open"), .review, open.map { ($0.offset + 1, $0.element) }, submission, names)
    guard !submission.decisions.isEmpty else { return }
    let settled = submission.findings.enumerated().filter { submission.isSettled($0.element) }
    section(
      word("已决定", "Decided"), .faint, settled.map { ($0.offset + 1, $0.element) }, submission,
      names)
  }

  private mutating func section(
    _ title: String, _ style: Style, _ findings: [(number: Int, finding: Finding)],
    _ submission: Submission, _ names: RecordNames
  ) {
    guard !findings.isEmpty else { return }
    heading("\(title) (\(findings.count))", style)
    var index = 0
    while index < findings.count {
      if index > 0 { gap() }
      let run = findings[index...].prefix { $0.finding.isBrief(as: findings[index].finding) }
      if run.count >= 3 {
        brief(Array(run), style, submission, names)
        index += run.count
      } else {
        let entry = findings[index]
        finding(entry.finding, number: entry.number, style, submission, names)
        index += 1
      }
    }
  }

  /// One finding: what it says, its figures with the lines they stand on, what follows from them.
  mutating func finding(
    _ finding: Finding, number: Int, _ style: Style, _ submission: Submission,
    _ names: RecordNames
  ) {
    put("\(finding.check) ", style)
    put(finding.subject.record, .strong)
    if let name = names[finding.subject.record] {
      put(" ")
      put(name, atMost: width / 2)
    }
    if let field = finding.subject.field {
      put(" · \(submission.words(forField: field).text(language))", .faint)
    }
    var tags = finding.diagnosis.map { $0.word(language) }
    if finding.verdict != .broken { tags.insert(finding.verdict.word(language), at: 0) }
    let attribution = finding.attribution.word(language)
    if !attribution.isEmpty { tags.append(attribution) }
    let tail = tags.isEmpty ? "" : "  [\(tags.joined(separator: ", "))]"
    let mark = "  f\(number)"
    if column + Display.width(tail) + Display.width(mark) > width { end() }
    put(tail, style)
    put(mark, .faint)
    end()

    text(finding.message.text(language), indent: 2)
    // What a repair moved is listed with the repair.
    let isListed = finding.values.count > 6 && finding.related.contains { $0.hasPrefix("r") }
    let shown = isListed ? Array(finding.values.prefix(3)) : finding.values
    values(shown, style, submission)
    if isListed {
      let rest = finding.values.count - shown.count
      text(word("另有 \(rest) 处，见修复", "\(rest) more, listed with the repair"), indent: 4, .faint)
    }
    facts(finding, submission.profile.units)
    decision(submission.decision(on: finding))
  }

  /// The figures on each side, each with its line and a caret under it.
  private mutating func values(
    _ values: [Finding.Evidence], _ style: Style, _ submission: Submission
  ) {
    let roles = values.map { role($0.role, submission.profile) }
    let figures = values.map { $0.value + ($0.unit.isEmpty ? "" : " \($0.unit)") }
    let margins = values.map { $0.printed.isEmpty ? "" : submission.margin(of: $0.printed) }
    let roleColumn = roles.map { Display.width($0) }.max() ?? 0
    let figureColumn = min(figures.map { Display.width($0) }.max() ?? 0, width / 4)
    let marginColumn = margins.map { Display.width($0) }.max() ?? 0
    let gutter = 4 + roleColumn + 2 + figureColumn + 2 + marginColumn
    for (index, value) in values.enumerated() {
      fill(" ", 4)
      put(roles[index], .faint)
      pad(to: 4 + roleColumn + 2)
      put(figures[index], atMost: figureColumn, .strong)
      let excerpt = Excerpt(value.printed, in: submission.document, width: width - gutter - 3)
      guard let excerpt else {
        end()
        continue
      }
      pad(to: gutter - Display.width(margins[index]))
      put(margins[index] + " │ ", .faint)
      put(excerpt.text)
      end()
      pad(to: gutter)
      put(" │ ", .faint)
      fill(" ", excerpt.indent)
      fill("^", excerpt.columns, style)
      end()
    }
  }

  /// What follows from the figures: difference, majority, what would mend it, what it explains.
  private mutating func facts(_ finding: Finding, _ units: UnitTable) {
    var facts: [String] = []
    if let difference = finding.difference {
      var fact = word("差额 ", "difference ") + difference
      if let yuan = finding.differenceInYuan, yuan != difference,
        let base = finding.values.first.flatMap({ units.base(of: $0.unit) })
      {
        fact += word("（\(yuan) \(base)）", " (\(yuan) \(base))")
      }
      facts.append(fact)
    }
    if let slack = finding.slack { facts.append(word("容差 ", "slack ") + slack) }
    if let majority = finding.majority {
      facts.append(word("多数为 ", "most places say ") + majority)
    }
    if let suggested = finding.suggested {
      facts.append(
        word("建议 ", "suggested ") + suggested.value
          + word("：", ": ") + suggested.grounds.text(language))
    }
    if !finding.related.isEmpty {
      facts.append(word("见 ", "see ") + finding.related.joined(separator: ", "))
    }
    guard !facts.isEmpty else { return }
    text(facts.joined(separator: " · "), indent: 4, mark: "→ ")
  }
}
