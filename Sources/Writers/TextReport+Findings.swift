internal import TieoutModel

extension ReportPage {
  /// All findings, the gravest first, those that are undecided behind.
  mutating func findings(_ submission: Submission, _ names: RecordNames) {
    let numbered = Array(submission.findings.enumerated())
    for severity in Severity.allCases.reversed() {
      let part = numbered.filter { $0.element.severity == severity && $0.element.verdict != .open }
      section(
        severity.title(language), severity.style, part.map { ($0.offset + 1, $0.element) },
        submission, names)
    }
    let open = numbered.filter { $0.element.verdict == .open }
    section(
      word("未决", "Open"), .review, open.map { ($0.offset + 1, $0.element) }, submission, names)
  }

  private mutating func section(
    _ title: String, _ style: Style, _ findings: [(number: Int, finding: Finding)],
    _ submission: Submission, _ names: RecordNames
  ) {
    guard !findings.isEmpty else { return }
    heading("\(title) (\(findings.count))", style)
    for (index, entry) in findings.enumerated() {
      if index > 0 { gap() }
      finding(entry.finding, number: entry.number, style, submission, names)
    }
  }

  private mutating func finding(
    _ finding: Finding, number: Int, _ style: Style, _ submission: Submission,
    _ names: RecordNames
  ) {
    var pieces: [(String, Style)] = [("\(finding.check) ", style)]
    pieces.append((finding.subject.record, .strong))
    if let name = names[finding.subject.record] {
      pieces.append((" " + TextLayout.head(name, width / 2), .plain))
    }
    if let field = finding.subject.field { pieces.append((" · \(field)", .faint)) }
    var tags = finding.diagnosis.map { $0.word(language) }
    if finding.verdict != .broken { tags.insert(finding.verdict.word(language), at: 0) }
    let attribution = finding.attribution.word(language)
    if !attribution.isEmpty { tags.append(attribution) }
    var tail: [(String, Style)] = []
    if !tags.isEmpty { tail.append(("  [\(tags.joined(separator: ", "))]", style)) }
    tail.append(("  f\(number)", .faint))
    let columns = (pieces + tail).reduce(0) { $0 + Display.width($1.0) }
    if columns <= width {
      line(pieces + tail)
    } else {
      line(pieces)
      line(tail)
    }

    text(finding.message.text(language), indent: 2)
    values(finding.values, style, submission)
    facts(finding)
  }

  /// The figures on each side, each with its line and a caret under it.
  private mutating func values(
    _ values: [Finding.Evidence], _ style: Style, _ submission: Submission
  ) {
    let roles = values.map { role($0.role) }
    let figures = values.map { $0.value + ($0.unit.isEmpty ? "" : " \($0.unit)") }
    let margins = values.map { $0.printed.isEmpty ? "" : submission.margin(of: $0.printed) }
    let roleColumn = roles.map { Display.width($0) }.max() ?? 0
    let figureColumn = min(figures.map { Display.width($0) }.max() ?? 0, width / 4)
    let marginColumn = margins.map { Display.width($0) }.max() ?? 0
    let gutter = 4 + roleColumn + 2 + figureColumn + 2 + marginColumn
    for (index, value) in values.enumerated() {
      let front = [
        ("    " + TextLayout.padded(roles[index], to: roleColumn) + "  ", Style.faint),
        (
          TextLayout.padded(TextLayout.head(figures[index], figureColumn), to: figureColumn) + "  ",
          .strong
        ),
      ]
      let excerpt = Excerpt(
        value.printed, in: submission.document, width: width - gutter - 3)
      guard let excerpt else {
        line(front)
        continue
      }
      let margin = Self.spaces(marginColumn - Display.width(margins[index])) + margins[index]
      line(front + [(margin + " │ ", .faint), (excerpt.text, .plain)])
      line(
        (Self.spaces(gutter) + " │ " + Self.spaces(excerpt.indent), .faint),
        (String(repeating: "^", count: excerpt.columns), style))
    }
  }

  /// What follows from the figures: difference, majority, what would mend it, what it explains.
  private mutating func facts(_ finding: Finding) {
    var facts: [String] = []
    if let difference = finding.difference {
      var fact = word("差额 ", "difference ") + difference
      if let yuan = finding.differenceInYuan { fact += word("（\(yuan) 元）", " (\(yuan) 元)") }
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
