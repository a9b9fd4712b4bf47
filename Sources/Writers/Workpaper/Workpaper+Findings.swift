internal import TieoutModel

extension Workpaper {
  /// The columns of the findings.
  private enum Column: Int, CaseIterable {
    case id, weight, check, title, record, name, verdict, message, values, difference
    case diagnosis, place, disposition, remark, by, on
    // These are for the screen: a printed page has no room for them.
    case field, decision, fingerprint
  }

  /// What a finding weighs, as its sheet and the cover call it.
  enum Weight: Hashable {
    case severity(Severity)
    case open
    case decided

    /// All weights, the gravest first.
    static let all = Severity.allCases.reversed().map { Weight.severity($0) } + [.open, .decided]

    /// The word for it.
    func word(_ language: Language) -> String {
      switch self {
      case .severity(let severity):
        language == .chinese ? severity.title(language) : severity.name
      case .open: language == .chinese ? "未决" : "open"
      case .decided: language == .chinese ? "已决定" : "decided"
      }
    }

    fileprivate var colour: CellColour {
      switch self {
      case .severity(.error): .red
      case .severity(.warning): .orange
      case .severity(.review), .open: .yellow
      case .severity(.note): .grey
      case .decided: .green
      }
    }
  }

  /// What a finding weighs: what is settled or open stands beside the severities.
  func weight(_ finding: Finding) -> Weight {
    if submission.isSettled(finding) { return .decided }
    return finding.verdict == .open ? .open : .severity(finding.severity)
  }

  /// The column of the weights, for formulas that count them.
  var weightColumn: String {
    let letters = CellPlace.letters(Column.weight.rawValue)
    return "'\(findingsName)'!$\(letters)$2:$\(letters)$\(max(2, submission.findings.count + 1))"
  }

  /// The column of what was done about findings, for formulas that count it.
  var dispositionColumn: String {
    let letters = CellPlace.letters(Column.disposition.rawValue)
    return "'\(findingsName)'!$\(letters)$2:$\(letters)$\(max(2, submission.findings.count + 1))"
  }

  /// All findings, the gravest first, each with room for what is done about it.
  mutating func findingSheet() -> Sheet {
    var sheet = Sheet(
      findingsName,
      widths: [6, 8, 7, 14, 13, 18, 8, 44, 28, 12, 10, 12, 12, 20, 9, 11, 20, 26, 30])
    sheet.printedColumns = Column.on.rawValue + 1
    sheet.addHead([
      word("编号", "Id"), word("级别", "Weight"), word("检查", "Check"), word("检查内容", "What is checked"),
      word("记录", "Record"), word("名称", "Name"), word("结论", "Verdict"),
      word("说明", "Finding"), word("各处数值", "Values"), word("差额", "Difference"),
      word("差异特征", "Diagnosis"), word("位置", "Place"), word("处理意见", "Disposition"),
      word("处理说明", "Explanation"), word("经办", "By"), word("日期", "Date"),
      word("字段", "Field"), word("已有决定", "Decision"), word("标识", "Fingerprint"),
    ])
    sheet.frozenColumns = Column.title.rawValue
    let weights = submission.findings.map { weight($0) }
    for wanted in Weight.all {
      for index in weights.indices where weights[index] == wanted { add(index, to: &sheet) }
    }
    let last = sheet.rows.count - 1
    sheet.filterTable()
    for (column, rule) in [(Column.disposition, EntryRule.words(dispositions)), (.on, .date)] {
      sheet.allow(
        rule, in: CellPlace(row: 1, column: column.rawValue),
        CellPlace(row: last, column: column.rawValue))
    }
    let first = CellPlace(row: 1, column: Column.weight.rawValue)
    for weight in Weight.all {
      sheet.colour(
        first, CellPlace(row: last, column: first.column),
        where: "\(first.name)=\"\(weight.word(language))\"", weight.colour)
    }
    return sheet
  }

  /// What may be done about a finding.
  private var dispositions: [String] {
    language == .chinese
      ? ["待查", "已更正", "须调整", "原件如此", "识别错误", "不构成差错", "无需处理"]
      : [
        "to follow up", "corrected", "to adjust", "as in the paper", "OCR error", "no error",
        "no action",
      ]
  }

  private mutating func add(_ index: Int, to sheet: inout Sheet) {
    let finding = submission.findings[index]
    let row = sheet.rows.count
    let values = finding.values.map { value in
      let role = ReportRoles.word(value.role, submission.profile).text(language)
      return "\(role) \(value.value)" + (value.unit.isEmpty ? "" : " \(value.unit)")
    }
    let places = finding.values.filter(\.isPrinted).map {
      submission.place(of: $0.printed, language)
    }
    let title = submission.catalogue.first { $0.id == finding.check }?.title.text(language)
    let decision = submission.decision(on: finding).map {
      "\($0.ruling.rawValue), \($0.by), \($0.date): \($0.reason)"
    }
    sheet.add([
      .text("f\(index + 1)"), .text(weight(finding).word(language), .mark), .text(finding.check),
      .text(title ?? ""), .text(record(finding.subject.record)),
      .text(names[finding.subject.record] ?? ""),
      .text(finding.verdict.word(language)), .text(finding.message.text(language)),
      .text(values.joined(separator: "\n")), difference(finding),
      .text(finding.diagnosis.map { $0.word(language) }.joined(separator: "\n")),
      .text(
        places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(
          separator: "\n")),
      .blank(.entry), .blank(.entry), .blank(.entry), .blank(.dateEntry),
      .text(finding.subject.field.map { submission.words(forField: $0).text(language) } ?? ""),
      .text(decision ?? ""), .text(finding.fingerprint, .line),
    ])
    if let target = targets[finding.subject.record] {
      sheet.link(CellPlace(row: row, column: Column.record.rawValue), to: target)
    }
    if let path = finding.subject.field, let target = target(finding.subject.record, path) {
      sheet.link(CellPlace(row: row, column: Column.field.rawValue), to: target)
    }
    for record in finding.records where firstFinding[record] == nil {
      firstFinding[record] = sheet.target(row: row)
    }
  }

  /// The row of the part of a form in which a field stands; `nil` where it is a field of the form.
  private func target(_ record: String, _ path: String) -> String? {
    guard let bracket = path.firstIndex(of: "]") else { return nil }
    return targets["\(record).\(path[...bracket])"]
  }

  private func difference(_ finding: Finding) -> Cell {
    guard let text = finding.difference else { return .blank() }
    let bytes = Array(text.utf8)
    guard let number = Quantity.whole(bytes, Slice(bytes.indices)), number.isExactInSpreadsheets
    else { return .text(text) }
    return .amount(number, .amount(CellStyle.decimals(Int(number.scale))))
  }
}
