import TieoutModel

/// Findings that tell of repairs: each value is the first cell that a repair touched, as it is printed;
/// what stood where before and after is told by the repair that `related` names.
enum RepairNotice {
  /// Tells of all repairs of one rule.
  ///
  /// Those that were made for one cause are one finding over all forms, or over the rows of the summary;
  /// what waits for a look, and all where causes do not count, is one finding a record.
  static func report(
    _ entry: CatalogueEntry, severity: Severity, byCause: Bool = true, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    var causes: [UInt64] = []
    var numbers = KeyNumbers()
    var groups: [Int] = []
    groups.reserveCapacity(submission.repairs.count)
    for place in submission.repairs.indices {
      guard submission.repairs[place].rule == entry.id else {
        groups.append(-1)
        continue
      }
      let cause = byCause ? cause(place, submission) : 0
      let isApplied = submission.repairs[place].state.isApplied
      var key = Hash(cause)
      key.add(isApplied ? 1 : 0)
      let record = submission.repairs[place].record ?? summary
      // Records of one kind begin alike: `detail/3`.
      for byte in record.utf8 {
        if byCause, isApplied, byte == 0x2F { break }
        key.add(byte)
      }
      let number = numbers.number(of: key.value)
      if number == causes.count { causes.append(cause) }
      groups.append(number)
    }
    guard !causes.isEmpty else { return }
    let places = PlaceGroups(groups, count: causes.count)
    var sentence = Sentence()
    for number in causes.indices {
      let group = Group(cause: causes[number], repairs: places[number])
      report.report(finding(entry, group, severity, submission, through: &sentence))
    }
  }

  /// Repairs that one finding tells of, by place in `Submission.repairs`.
  private struct Group {
    /// What tells their cause from others; 0 where causes do not count.
    let cause: UInt64
    let repairs: ArraySlice<Int>
    /// The first of them.
    var first: Int { repairs[repairs.startIndex] }
  }

  /// A hash of bytes (FNV-1a), which stays the same between runs.
  private struct Hash {
    private(set) var value: UInt64

    init(_ seed: UInt64 = 0xCBF2_9CE4_8422_2325) { value = seed }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// What tells the cause of a repair from others: a hash of its words, the numbers in them left out.
  private static func cause(_ place: Int, _ submission: Submission) -> UInt64 {
    guard let words = submission.repairs[place].evidence.first?.zh else { return 0 }
    var hash = Hash()
    let bytes = words.utf8Span.span
    for index in bytes.indices where bytes[index] < 0x30 || bytes[index] > 0x39 {
      hash.add(bytes[index])
    }
    return hash.value
  }

  /// Whether the repairs of a group were made, and why: several causes need names of their own.
  private static func role(_ group: Group, isOffered: Bool) -> String {
    var role = TextBuffer(room: 32)
    role.append(literal: isOffered ? "offered" : "repaired")
    if group.cause != 0 {
      role.append(literal: "-")
      role.append(hexadecimal: UInt32(truncatingIfNeeded: group.cause))
    }
    return role.string
  }

  /// The record of a repair that belongs to none.
  private static let summary = "summary"
  /// What stands for all forms in the fingerprint of a finding about several.
  private static let forms = "details"

  private static func finding(
    _ entry: CatalogueEntry, _ group: Group, _ severity: Severity, _ submission: Submission,
    through sentence: inout Sentence
  ) -> Finding {
    let repairs = group.repairs
    let isOffered = !submission.repairs[group.first].state.isApplied
    var records: [String] = []
    var known: Set<String> = []
    var values: [Finding.Evidence] = []
    values.reserveCapacity(repairs.count)
    var related: [String] = []
    related.reserveCapacity(repairs.count)
    var isProved = true
    for place in repairs {
      let record = submission.repairs[place].record ?? summary
      // Mostly there is one, which no set has to tell from others.
      if repairs.count == 1 || known.insert(record).inserted { records.append(record) }
      related.append("r" + String(place + 1))
      if submission.repairs[place].state != .proved { isProved = false }
      guard let cell = submission.repairs[place].cells.first(where: { !$0.isEmpty }) else {
        continue
      }
      values.append(
        Finding.Evidence(
          role: "repair", subject: Subject(record: record), printed: cell,
          value: submission.document.string(cell)))
    }
    let subject = Subject(record: records[0])
    return Finding(
      check: entry.id, severity: isOffered ? .review : severity,
      verdict: isOffered ? .open : .broken, attribution: isProved ? .ocr : .undetermined,
      subject: subject, records: records,
      message: message(
        entry, group, records, isOffered: isOffered, submission, through: &sentence),
      values: values,
      related: related,
      identity: (
        isOffered || group.cause == 0 ? subject : Subject(record: family(of: records[0])),
        role(group, isOffered: isOffered)
      ))
  }

  /// What stands for a record and all others of its kind, since which of them need repair is chance.
  private static func family(of record: String) -> String {
    if record.hasPrefix("detail/") { return forms }
    return record.hasPrefix("summary/") ? summary : record
  }

  private static func message(
    _ entry: CatalogueEntry, _ group: Group, _ records: [String], isOffered: Bool,
    _ submission: Submission, through sentence: inout Sentence
  ) -> Message {
    sentence.clear()
    if records.count == 1 {
      sentence.addName(of: records[0], isOpening: true)
    } else {
      let areForms = records[0].hasPrefix("detail/")
      if !areForms { sentence.say("汇总表中", "") }
      sentence.add(records.count)
      if areForms {
        sentence.say("张明细表", " forms")
      } else {
        sentence.say("处", " places in the summary")
      }
    }
    var first: Slice?
    for place in group.repairs {
      guard let cell = submission.repairs[place].cells.first(where: { !$0.isEmpty }) else {
        continue
      }
      if let known = first, known.start <= cell.start { continue }
      first = cell
    }
    if records.count == 1 {
      sentence.addPlace(of: first, submission.document)
    } else if let first {
      sentence.say("（首处第", " (first on line ")
      sentence.add(submission.document.line(of: first))
      sentence.say("行）", ")")
    }
    sentence.say("", ": ")
    sentence.add(entry.title)
    if group.repairs.count > 1 {
      sentence.say("（", " (")
      sentence.add(group.repairs.count)
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

  /// So many reasons are told in words; the repairs hold all.
  private static let toldCauses = 5

  /// Says why the repairs were made, each reason once.
  private static func addCauses(
    _ group: Group, _ submission: Submission, to sentence: inout Sentence
  ) {
    var causes: [Message] = []
    for place in group.repairs {
      guard let cause = submission.repairs[place].evidence.first, !causes.contains(cause)
      else { continue }
      if causes.count == toldCauses { return sentence.say("；等等", "; and more") }
      sentence.say(causes.isEmpty ? "：" : "；", causes.isEmpty ? ": " : "; ")
      sentence.add(cause)
      causes.append(cause)
    }
  }
}
