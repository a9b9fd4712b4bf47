internal import TieoutModel

extension ReportPage {
  /// A finding with all that it touches: its figures and how they were read, links, repairs, the rule.
  mutating func explain(finding place: Int, _ submission: Submission, _ names: RecordNames) {
    let finding = submission.findings[place]
    self.finding(finding, number: place + 1, finding.severity.style, submission, names)
    for interval in finding.intervals {
      fact(
        Message(zh: "区间", en: "interval"),
        "\(role(interval.role, submission.profile)) \(interval.low) … \(interval.high)")
    }
    for value in finding.values {
      guard let (place, path) = submission.place(of: value.subject),
        let field = submission.fields(place, path.item)?.named(path.field)
      else { continue }
      way(of: field, named: role(value.role, submission.profile), submission)
    }
    links(of: finding.records, submission)
    for number in finding.related.compactMap({ Int($0.dropFirst()) })
    where finding.related.contains("r\(number)") && submission.repairs.indices.contains(number - 1)
    {
      gap()
      repair(submission.repairs[(number - 1)...(number - 1)], submission, names)
    }
    gap()
    if let entry = submission.catalogue.first(where: { $0.id == finding.check }) {
      fact(Message(zh: "检查", en: "check"), "\(entry.id) \(entry.heading.text(language))")
      if let manual = entry.manual {
        fact(Message(zh: "判定", en: "decided"), manual.decided.text(language))
        fact(Message(zh: "不适用", en: "not when"), manual.unless.text(language))
      }
    }
    fact(Message(zh: "指纹", en: "fingerprint"), finding.fingerprint)
    fact(
      Message(zh: "决定", en: "decide"),
      "tieout decide … \(Self.quoted(finding.fingerprint)) accept|reject|correct VALUE --reason …")
  }

  /// A fingerprint as a shell takes it.
  private static func quoted(_ fingerprint: String) -> String {
    fingerprint.utf8.contains { $0 == 0x5B || $0 == 0x20 || $0 >= 0x80 }
      ? "'\(fingerprint)'" : fingerprint
  }

  /// The findings that a condition holds for, one line each.
  mutating func findings(about isMeant: (Finding) -> Bool, _ submission: Submission) {
    for (place, finding) in submission.findings.enumerated() where isMeant(finding) {
      text(
        finding.message.text(language), indent: 4, mark: "f\(place + 1) \(finding.check) ",
        finding.severity.style)
    }
  }

  /// The links of records, with their evidence and the runner-up.
  mutating func links(of records: [String], _ submission: Submission) {
    for link in submission.links {
      let (row, form) = (submission.summary.rows[link.row].id, submission.details[link.detail].id)
      guard records.contains(row) || records.contains(form) else { continue }
      var words = "\(row) ↔ \(form)  \(Self.hundredths(link.weight))"
      let evidence = link.evidence.filter { $0.weight != 0 }.map {
        "\($0.kind.word(language)) \(Self.hundredths($0.weight))"
      }
      if !evidence.isEmpty { words += word("：", ": ") + evidence.joined(separator: " · ") }
      if let other = link.runnerUp {
        words +=
          word("；其次 ", "; next ")
          + "\(submission.details[other.detail].id) \(Self.hundredths(other.weight))"
      }
      if link.isUnsure { words += word("（未定）", " (unsure)") }
      fact(Message(zh: "对应", en: "link"), words)
    }
  }

  /// One fact with its name, in columns.
  mutating func fact(_ name: Message, _ words: String, _ style: Style = .plain) {
    let title = name.text(language)
    let blank = String(repeating: " ", count: max(1, 13 - Display.width(title)))
    text(words, indent: 2, mark: title + blank, style)
  }

  private static func hundredths(_ weight: Int) -> String {
    Quantity(digits: Int64(weight), scale: 2).description
  }
}

extension Submission {
  /// Where a subject stands: its record and the path inside it; `nil` where it names none.
  func place(of subject: Subject) -> (RecordPlace, FieldPath)? {
    guard let place = place(ofRecord: subject.record),
      let path = subject.field.flatMap({ FieldPath($0, profile) })
    else { return nil }
    return (place, path)
  }
}

extension Link.Evidence.Kind {
  /// The word for it.
  func word(_ language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .name: "名称"
    case .organisation: "单位"
    case .department: "主管部门"
    case .amount: "金额"
    case .order: "次序"
    }
  }
}
