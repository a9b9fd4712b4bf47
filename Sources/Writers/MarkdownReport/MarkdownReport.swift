public import TieoutModel

/// Writes `report.md`: the report for wikis, merge requests and letters.
///
/// It tells what `report.txt` tells of totals, findings and repairs; the paper's own characters are
/// escaped, so that none of them is markup.
public enum MarkdownReport: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "markdown"
  /// The file's name.
  public static let fileName = "report.md"
  /// Who needs no more than a text has one already.
  public static let isOnRequest = true

  /// Appends the report.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    var page = MarkdownPage(submission, options.language)
    page.head()
    page.totals()
    page.findings()
    page.repairs()
    page.line("`\(ReportTally(submission, exitCode: options.exitCode).line)`")
    output.escaped(page.text, as: NoEscaping.self)
  }
}

extension MarkdownPage {
  /// What was read, and by which profile.
  fileprivate mutating func head() {
    line("# Tieout \(Generator.version) · \(Self.escaped(submission.profile.title.text(language)))")
    for source in submission.document.sources {
      let lines = word("\(source.lines) 行", "\(source.lines) lines")
      item("**\(Self.escaped(source.name))**, \(source.format), \(lines)")
    }
    end()
  }

  /// The stated total, the sum of the rows, the sum of the forms.
  fileprivate mutating func totals() {
    let tieOut = TieOut(submission)
    let (rows, forms) = (tieOut.rows, tieOut.forms)
    line("## " + word("核对", "Tie-out"))
    let unit = submission.profile.units.name(tieOut.unit)
    row(["", Self.escaped(unit), word("结论", "verdict"), word("差额", "difference")])
    row(["---", "---:", "---", "---:"])
    let stated = tieOut.stated?.quantity?.description ?? "—"
    row([word("汇总表列示合计", "stated total"), stated, "", ""])
    row(cells(word("Σ 汇总表 \(rows.count) 行", "Σ rows (\(rows.count))"), rows))
    row(cells(word("Σ 明细表 \(forms.count) 张", "Σ forms (\(forms.count))"), forms))
    end()
  }

  private func cells(_ name: String, _ side: TieOut.Side) -> [String] {
    [
      name, side.sum?.description ?? "—", side.verdict?.word(language) ?? "",
      side.difference.map { $0.digits == 0 ? "" : $0.description } ?? "",
    ]
  }

  /// All findings, the gravest first, then the open ones, then what is settled.
  fileprivate mutating func findings() {
    let all = Array(submission.findings.enumerated())
    let counting = all.filter { !submission.isSettled($0.element) }
    for severity in Severity.allCases.reversed() {
      section(
        severity.title(language),
        counting.filter { $0.element.severity == severity && $0.element.verdict != .open })
    }
    section(word("未决", "Open"), counting.filter { $0.element.verdict == .open })
    section(word("已决定", "Decided"), all.filter { submission.isSettled($0.element) })
  }

  private mutating func section(_ title: String, _ part: [(offset: Int, element: Finding)]) {
    guard !part.isEmpty else { return }
    line("## \(title) (\(part.count))")
    for (index, finding) in part { self.finding(finding, number: index + 1) }
  }

  private mutating func finding(_ finding: Finding, number: Int) {
    let subject = finding.subject
    let name = names[subject.record].map { " " + $0 } ?? ""
    let record = submission.words(forRecord: subject.record).text(language)
    let field = subject.field.map { " · " + submission.words(forField: $0).text(language) } ?? ""
    let id = subject.record + (subject.field.map { " " + $0 } ?? "")
    line(
      "### f\(number) \(finding.check) " + Self.escaped("\(record)\(name)\(field) (\(id))"))
    line(Self.paragraph(finding.message.text(language)))
    if !finding.values.isEmpty {
      row([word("角色", "role"), word("值", "value"), word("位置", "place"), word("所印", "printed")])
      row(["---", "---", "---", "---"])
      for value in finding.values {
        let place = value.isPrinted ? submission.place(of: value.printed, language) : ""
        row([
          Self.escaped(ReportRoles.word(value.role, submission.profile).text(language)),
          Self.escaped(value.unit.isEmpty ? value.value : "\(value.value) \(value.unit)"),
          Self.escaped(place), Self.escaped(submission.document.string(value.printed)),
        ])
      }
      end()
    }
    if let difference = finding.difference { line(word("差额 ", "Difference ") + difference) }
    decision(finding.decision)
  }

  /// All repairs: what stood there, what stands there now, and why.
  fileprivate mutating func repairs() {
    let repairs = submission.repairs
    guard !repairs.isEmpty else { return }
    line("## " + word("修复", "Repairs") + " (\(repairs.count))")
    for (index, repair) in repairs.enumerated() {
      let record = submission.words(forRecord: repair.record ?? "summary").text(language)
      let moves = "\(shown(repair.before)) → \(shown(repair.after))"
      item(
        "r\(index + 1) **\(repair.rule)** \(repair.state.word(language)), "
          + "\(Self.escaped(record)): \(moves)")
      for reason in repair.evidence { item(Self.paragraph(reason.text(language)), depth: 1) }
    }
    end()
    for repair in repairs { decision(repair.decision) }
  }

  private func shown(_ cells: [String]) -> String {
    let blank = word("（空）", "(blank)")
    return cells.map { $0.isEmpty ? blank : Self.escaped($0) }.joined(separator: " ¦ ")
  }
}
