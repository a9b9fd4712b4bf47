import TieoutModel

/// Findings that tell of repairs.
enum RepairNotice {
  /// Tells of all repairs of one rule: one finding a record and cause, or one a record.
  static func report(
    _ entry: CatalogueEntry, severity: Severity, byCause: Bool = true, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    var order: [Key] = []
    var numbers: [Key: [Int]] = [:]
    for (place, repair) in submission.repairs.enumerated() where repair.rule == entry.id {
      let key = Key(
        record: repair.record ?? "summary", cause: byCause ? repair.evidence.first : nil,
        isOffered: repair.state == .offered)
      if numbers[key] == nil { order.append(key) }
      numbers[key, default: []].append(place)
    }
    var causes: [String: Int] = [:]
    for key in order {
      var finding = finding(entry, key, numbers[key] ?? [], severity, submission)
      let cause = causes[key.record, default: 0]
      causes[key.record] = cause + 1
      // A second cause in one record needs a name of its own.
      if cause > 0 { finding.fingerprint += "#\(cause + 1)" }
      report.report(finding)
    }
  }

  private struct Key: Hashable {
    var record: String
    var cause: Message?
    var isOffered: Bool
  }

  private static func finding(
    _ entry: CatalogueEntry, _ key: Key, _ places: [Int], _ severity: Severity,
    _ submission: Submission
  ) -> Finding {
    let repairs = places.map { submission.repairs[$0] }
    let name = submission.name(key.record)
    let cells = repairs.compactMap(\.cells.first)
    let at = submission.at(cells.first)
    let causes = repairs.compactMap(\.evidence.first)
      .reduce(into: [Message]()) { if !$0.contains($1) { $0.append($1) } }
    let words = Message.joined(causes, zh: "；", en: "; ")
    let cause = causes.isEmpty ? nil : Message(zh: "：\(words.zh)", en: ": \(words.en)")
    let isOffered = key.isOffered
    let count = places.count
    var finding = Finding(
      check: entry.id, severity: isOffered ? .review : severity,
      verdict: isOffered ? .open : .broken,
      attribution: repairs.allSatisfy { $0.state == .proved } ? .ocr : .undetermined,
      subject: Subject(record: key.record),
      message: Message(
        zh: "\(name.zh)\(at.zh)\(entry.title.zh)\(count > 1 ? "（\(count)处）" : "")"
          + "\(cause?.zh ?? "")，\(isOffered ? "尚未修复，请核对原件" : "已修复")。",
        en: "\(name.opening.en)\(at.en): \(entry.title.en)\(count > 1 ? " (\(count) times)" : "")"
          + "\(cause?.en ?? ""); \(isOffered ? "not repaired, the paper settles it" : "repaired")."),
      values: zip(repairs, places).compactMap { repair, place in
        guard let cell = repair.cells.first else { return nil }
        return Finding.Evidence(
          role: "repair", subject: Subject(record: key.record), printed: cell,
          value: repair.before.joined(separator: " | ") + " → "
            + repair.after.joined(separator: " | "))
      })
    finding.related = places.map { "r\($0 + 1)" }
    return finding
  }
}
