import TieoutModel

/// Findings that tell of repairs: each value is the first cell that a repair touched, as it is printed;
/// what stood where before and after is told by the repair that `related` names.
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
      // Several causes in one record need names of their own.
      let role = byCause ? cause(group, submission) : role(group, submission)
      report.report(finding(entry, group, severity, role: role, submission))
    }
  }

  /// Repairs of one record for one cause, by place in `Submission.repairs`.
  private struct Group {
    /// The first of them.
    let first: Int
    /// The others; there are seldom any.
    var others: [Int] = []
    /// The group before it of those whose records share a hash.
    let previous: Int?

    /// How many there are.
    var count: Int { 1 + others.count }
    /// The place of one of them.
    subscript(index: Int) -> Int { index == 0 ? first : others[index - 1] }
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
      let group = Group(first: place, previous: number < last.count ? last[number] : nil)
      var next = group.previous
      while let index = next {
        let other = all[index].first
        if (submission.repairs[other].record ?? RepairNotice.summary) == name {
          if isSame(place, other, submission.repairs) { return all[index].others.append(place) }
        }
        next = all[index].previous
      }
      if number == last.count { last.append(all.count) } else { last[number] = all.count }
      all.append(group)
    }

    private func isSame(_ left: Int, _ right: Int, _ repairs: [Repair]) -> Bool {
      guard repairs[left].state.isApplied == repairs[right].state.isApplied else {
        return false
      }
      return !byCause || repairs[left].evidence.first == repairs[right].evidence.first
    }
  }

  /// Whether the repairs of a group were made.
  private static func role(_ group: Group, _ submission: Submission) -> String {
    submission.repairs[group.first].state.isApplied ? "repaired" : "offered"
  }

  /// What tells the cause of a group from the other causes in its record: a hash of its words, the
  /// numbers in them left out.
  private static func cause(_ group: Group, _ submission: Submission) -> String {
    guard let words = submission.repairs[group.first].evidence.first?.zh else {
      return role(group, submission)
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let bytes = words.utf8Span.span
    for index in bytes.indices where bytes[index] < 0x30 || bytes[index] > 0x39 {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
    }
    var cause = TextBuffer(room: 32)
    cause.append(role(group, submission))
    cause.append(literal: "-")
    cause.append(hexadecimal: UInt32(truncatingIfNeeded: hash))
    return cause.string
  }

  /// The record of a repair that belongs to none.
  private static let summary = "summary"

  private static func finding(
    _ entry: CatalogueEntry, _ group: Group, _ severity: Severity, role: String,
    _ submission: Submission
  ) -> Finding {
    let record = submission.repairs[group.first].record ?? summary
    let isOffered = !submission.repairs[group.first].state.isApplied
    let subject = Subject(record: record)
    var values: [Finding.Evidence] = []
    values.reserveCapacity(group.count)
    var related: [String] = []
    related.reserveCapacity(group.count)
    for index in 0..<group.count {
      related.append("r" + String(group[index] + 1))
      guard let cell = submission.repairs[group[index]].cells.first(where: { !$0.isEmpty }) else {
        continue
      }
      values.append(
        Finding.Evidence(
          role: "repair", subject: subject, printed: cell,
          value: submission.document.string(cell)))
    }
    return Finding(
      check: entry.id, severity: isOffered ? .review : severity,
      verdict: isOffered ? .open : .broken,
      attribution: isProved(group, submission) ? .ocr : .undetermined,
      subject: subject,
      message: message(entry, group, record, isOffered: isOffered, submission), values: values,
      related: related, identity: (subject, role))
  }

  private static func message(
    _ entry: CatalogueEntry, _ group: Group, _ record: String, isOffered: Bool,
    _ submission: Submission
  ) -> Message {
    var sentence = Sentence()
    sentence.addName(of: record, isOpening: true)
    sentence.addPlace(of: firstCell(group, submission), submission.document)
    sentence.say("", ": ")
    sentence.add(entry.title)
    if group.count > 1 {
      sentence.say("（", " (")
      sentence.add(group.count)
      sentence.say("处）", " times)")
    }
    addCauses(group, submission, to: &sentence)
    if isOffered {
      sentence.say("，尚未修复，请核对原件。", "; not repaired, the paper settles it.")
    } else {
      sentence.say("，已修复。", "; repaired.")
    }
    return sentence.message
  }

  private static func firstCell(_ group: Group, _ submission: Submission) -> Slice? {
    for index in 0..<group.count {
      if let cell = submission.repairs[group[index]].cells.first { return cell }
    }
    return nil
  }

  private static func isProved(_ group: Group, _ submission: Submission) -> Bool {
    for index in 0..<group.count where submission.repairs[group[index]].state != .proved {
      return false
    }
    return true
  }

  /// Says why the repairs were made, each reason once.
  private static func addCauses(
    _ group: Group, _ submission: Submission, to sentence: inout Sentence
  ) {
    var causes: [Message] = []
    for index in 0..<group.count {
      guard let cause = submission.repairs[group[index]].evidence.first, !causes.contains(cause)
      else { continue }
      sentence.say(causes.isEmpty ? "：" : "；", causes.isEmpty ? ": " : "; ")
      sentence.add(cause)
      if group.count > 1 { causes.append(cause) }
    }
  }
}
