import TieoutModel

/// Findings that tell of repairs.
enum RepairNotice {
  /// Tells of all repairs of one rule: one finding a record and cause, or one a record.
  static func report(
    _ entry: CatalogueEntry, severity: Severity, byCause: Bool = true, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    var groups = Groups(byCause: byCause)
    for place in submission.repairs.indices where submission.repairs[place].rule == entry.id {
      groups.add(place, submission)
    }
    for group in groups.all {
      var finding = finding(entry, group, severity, submission)
      // A second cause in one record needs a name of its own.
      if group.before > 0 { finding.fingerprint += "#\(group.before + 1)" }
      report.report(finding)
    }
  }

  /// Repairs of one record for one cause.
  private struct Group {
    /// The repairs, by place in `Submission.repairs`.
    var places: [Int]
    /// How many groups of the same record come before it.
    var before = 0
    /// The group before it of those whose records share a hash.
    var previous: Int?
  }

  /// The repairs of one rule, by record and cause.
  private struct Groups {
    private(set) var all: [Group] = []
    private let byCause: Bool
    private var records = KeyNumbers()
    private var last: [Int] = []

    init(byCause: Bool) { self.byCause = byCause }

    /// Adds a repair to its group, or a group for it.
    mutating func add(_ place: Int, _ submission: Submission) {
      let name = submission.repairs[place].record ?? RepairNotice.summary
      var hash: UInt64 = 0
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      let number = records.number(of: hash)
      var group = Group(places: [place], previous: number < last.count ? last[number] : nil)
      var next = group.previous
      while let index = next {
        let other = all[index].places[0]
        if (submission.repairs[other].record ?? RepairNotice.summary) == name {
          if isSame(place, other, submission.repairs) { return all[index].places.append(place) }
          group.before += 1
        }
        next = all[index].previous
      }
      if number == last.count { last.append(all.count) } else { last[number] = all.count }
      all.append(group)
    }

    private func isSame(_ left: Int, _ right: Int, _ repairs: [Repair]) -> Bool {
      guard (repairs[left].state == .offered) == (repairs[right].state == .offered) else {
        return false
      }
      return !byCause || repairs[left].evidence.first == repairs[right].evidence.first
    }
  }

  /// The record of a repair that belongs to none.
  private static let summary = "summary"

  private static func finding(
    _ entry: CatalogueEntry, _ group: Group, _ severity: Severity, _ submission: Submission
  ) -> Finding {
    let first = group.places[0]
    let record = submission.repairs[first].record ?? summary
    let isOffered = submission.repairs[first].state == .offered
    let count = group.places.count
    var message = Message.sentence(submission.name(record))
    message += submission.at(firstCell(group, submission))
    message.add("", ": ")
    message += entry.title
    if count > 1 { message.add("（\(count)处）", " (\(count) times)") }
    addCauses(group, submission, to: &message)
    if isOffered {
      message.add("，尚未修复，请核对原件。", "; not repaired, the paper settles it.")
    } else {
      message.add("，已修复。", "; repaired.")
    }
    var finding = Finding(
      check: entry.id, severity: isOffered ? .review : severity,
      verdict: isOffered ? .open : .broken,
      attribution: isProved(group, submission) ? .ocr : .undetermined,
      subject: Subject(record: record),
      message: message)
    finding.values.reserveCapacity(count)
    for place in group.places {
      guard let cell = submission.repairs[place].cells.first else { continue }
      finding.values.append(
        Finding.Evidence(
          role: "repair", subject: finding.subject, printed: cell,
          value: change(place, submission)))
    }
    finding.related = group.places.map { "r\($0 + 1)" }
    return finding
  }

  private static func firstCell(_ group: Group, _ submission: Submission) -> Slice? {
    for place in group.places {
      if let cell = submission.repairs[place].cells.first { return cell }
    }
    return nil
  }

  private static func isProved(_ group: Group, _ submission: Submission) -> Bool {
    for place in group.places where submission.repairs[place].state != .proved { return false }
    return true
  }

  /// Says why the repairs were made, each reason once.
  private static func addCauses(
    _ group: Group, _ submission: Submission, to message: inout Message
  ) {
    var causes: [Message] = []
    for place in group.places {
      guard let cause = submission.repairs[place].evidence.first, !causes.contains(cause) else {
        continue
      }
      if causes.isEmpty { message.add("：", ": ") } else { message.add("；", "; ") }
      message += cause
      causes.append(cause)
    }
  }

  /// What stood in the cells and what stands there now.
  private static func change(_ place: Int, _ submission: Submission) -> String {
    var text = ""
    // Room for all of it at once.
    var count = 8
    for cell in submission.repairs[place].before { count += cell.utf8.count + 3 }
    for cell in submission.repairs[place].after { count += cell.utf8.count + 3 }
    text.reserveCapacity(count)
    append(submission.repairs[place].before, to: &text)
    text += " → "
    append(submission.repairs[place].after, to: &text)
    return text
  }

  private static func append(_ cells: [String], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += " | " }
      text += cell
    }
  }
}
