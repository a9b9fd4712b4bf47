import TieoutModel
import TieoutRecords

@testable import TieoutReconciliation

/// A submission made by hand, a value at a time, as the built-in profile would read it.
///
/// Every value is written into one text, so that places and printed characters are real.
struct Draft {
  var profile: Profile
  private var text: [UInt8] = []
  private var lineStarts: [UInt32] = [0]
  var captions: [Field] = []
  var rows: [Record] = []
  var pieces: [Summary.Piece] = []
  var total: Record?
  var details: [Record] = []
  var links: [Link] = []
  var letter: Record?
  var repairs: [Repair] = []

  /// Loaded once: it is a value, and loading it takes longer than any case.
  private static let builtIn =
    BuiltInProfiles.load("cn-budget-performance") ?? Profile(id: "none", version: "0")

  init() { profile = Self.builtIn }

  /// A value as it is printed, on a line of its own.
  mutating func print(_ string: String) -> Slice {
    let start = text.count
    text += Array(string.utf8)
    let slice = Slice(start..<text.count)
    text.append(0x0A)
    lineStarts.append(UInt32(text.count))
    return slice
  }

  func name(_ name: String) -> FieldName { profile.field(name) ?? FieldName(rawValue: .max) }

  /// A field with what the extraction would make of its characters.
  mutating func field(_ name: String, _ printed: String) -> Field {
    let slice = print(printed)
    var field = Field(name: self.name(name), printed: slice, value: .text(slice))
    switch name {
    case "amount", "total", "bound", "target", "seq", "weight", "fiscal", "other", "budget",
      "executed", "superior", "local", "score", "whole_total":
      if let (quantity, end) = Quantity.read(text, slice.range) {
        let unit = profile.units.unit(spelt: text[end..<slice.range.upperBound])
        if end == slice.range.upperBound || unit != nil { field.value = .quantity(quantity) }
        field.unit = unit ?? .none
      }
    case "comparator", "target_comparator":
      if let comparator = Comparator.whole(text, slice) { field.value = .comparator(comparator) }
    case "level1", "level2", "source":
      if let term = profile.terms.firstIndex(of: printed) {
        field.value = .term(TermID(rawValue: UInt16(term)))
      }
    case "unit", "bound_unit": field.unit = profile.units.unit(named: printed) ?? .none
    default: break
    }
    return field
  }

  /// Fields by name; `nil` leaves one out.
  mutating func fields(_ values: KeyValuePairs<String, String?>) -> [Field] {
    var fields: [Field] = []
    for (name, value) in values {
      if let value { fields.append(field(name, value)) }
    }
    return fields
  }

  /// Adds a row of the summary.
  mutating func row(
    _ amount: String?, number: String? = nil, project: String? = "项目", department: String? = nil
  ) {
    let seq = number ?? String(rows.count + 1)
    let fields = fields([
      "seq": seq, "department": department, "project": project, "amount": amount,
    ])
    rows.append(Record(id: "summary/\(rows.count + 1)", kind: .row, at: .none, fields: fields))
  }

  /// Adds the row with the total.
  mutating func sum(_ amount: String?) {
    let fields = fields(["amount": amount])
    total = Record(id: "summary/total", kind: .total, at: .none, fields: fields)
  }

  /// Adds a form.
  mutating func form(
    _ total: String?, parts: [(source: String, amount: String?)] = [],
    footnote: String? = nil, title: String? = nil, complete: Bool = true,
    without: Set<String> = [], project: String = "项目"
  ) {
    var fields = fields(["title": title, "project": project, "total": total])
    if complete {
      let rest = ["unit", "department", "head", "head_phone", "goal"].filter {
        !without.contains($0)
      }
      for name in rest { fields.append(field(name, "有")) }
    }
    if let footnote { fields.append(field("footnote", footnote)) }
    var record = Record(
      id: "detail/\(details.count + 1)", kind: .detail, at: .none, fields: fields)
    if !parts.isEmpty {
      let items = parts.map { part in
        let values = self.fields(["source": part.source, "amount": part.amount])
        return Record.Item(at: values.first?.printed ?? .none, fields: values)
      }
      record.groups.append(Record.Group(name: name("funding"), items: items))
    }
    details.append(record)
  }

  /// Adds an indicator to the last form.
  ///
  /// The text is written as on paper; the reading of its bound is given beside it.
  mutating func indicator(
    _ level: String = "数量指标", _ title: String?, _ bound: String = "", unit: String? = nil,
    target: String?, repair: UInt32 = 0, level1: String? = nil, weight: String? = nil
  ) {
    var comparator: String?
    var number: String?
    var boundUnit: String?
    let bytes = Array(bound.utf8)
    var start = 0
    if let (_, end) = Comparator.read(bytes, 0..<bytes.count) {
      comparator = String(decoding: bytes[..<end], as: UTF8.self)
      start = end
    }
    if let (_, end) = Quantity.read(bytes, start..<bytes.count) {
      number = String(decoding: bytes[start..<end], as: UTF8.self)
      let rest = String(decoding: bytes[end...], as: UTF8.self)
      boundUnit = rest.isEmpty ? nil : rest
    }
    var targetComparator: String?
    var targetNumber = target
    if let target {
      let bytes = Array(target.utf8)
      if let (_, end) = Comparator.read(bytes, 0..<bytes.count) {
        targetComparator = String(decoding: bytes[..<end], as: UTF8.self)
        targetNumber = String(decoding: bytes[end...], as: UTF8.self)
      }
    }
    var fields = fields([
      "level1": level1, "level2": level, "level3": title.map { $0 + bound }, "name": title,
      "comparator": comparator, "bound": number, "bound_unit": boundUnit, "unit": unit,
      "target_comparator": targetComparator, "target": targetNumber, "weight": weight,
    ])
    if repair > 0 { for index in fields.indices { fields[index].rowRepair = repair } }
    let item = Record.Item(at: fields.first?.printed ?? .none, fields: fields)
    let group = name("indicators")
    let last = details.count - 1
    if let index = details[last].groups.firstIndex(where: { $0.name == group }) {
      details[last].groups[index].items.append(item)
    } else {
      details[last].groups.append(Record.Group(name: group, items: [item]))
    }
  }

  /// Sets fields of the last form.
  mutating func set(_ values: KeyValuePairs<String, String?>) {
    for field in fields(values) { details[details.count - 1].set(field) }
  }

  /// Sets fields of the last row.
  mutating func setRow(_ values: KeyValuePairs<String, String?>) {
    for field in fields(values) { rows[rows.count - 1].set(field) }
  }

  /// Adds the letter.
  mutating func letter(_ values: KeyValuePairs<String, String?>) {
    letter = Record(id: "letter", kind: .letter, at: .none, fields: fields(values))
  }

  /// Links rows and forms in order.
  mutating func link(unsure: Set<Int> = []) {
    links = (0..<min(rows.count, details.count)).map {
      Link(row: $0, detail: $0, weight: 900, evidence: [], isUnsure: unsure.contains($0))
    }
  }

  /// The submission.
  var submission: Submission {
    var document = Document()
    document.text = text
    document.bytes = text
    document.lineStarts = lineStarts
    document.sources = [
      Document.Source(
        name: "paper.txt", range: 0..<text.count, lines: lineStarts.count, format: "text",
        reason: "", encoding: "UTF-8")
    ]
    var submission = Submission(document: document, profile: profile, profileScore: 100)
    submission.summary.fields = captions
    submission.summary.rows = rows
    submission.summary.total = total
    submission.summary.pieces = pieces
    submission.details = details
    submission.repairs = repairs
    submission.letter = letter
    submission.setLinks(links)
    return submission
  }

  /// What a check reports.
  func findings(_ check: any Check.Type) -> [Finding] { report(check).findings }

  /// What a check reports and counts.
  func report(_ check: any Check.Type) -> CheckReport {
    var report = CheckReport()
    check.run(submission, &report)
    return report
  }

  /// What all checks report, as `AG02 detail/1.total broken warning`.
  ///
  /// Not those on names and pairs: the records made here have none.
  var all: [String] {
    var report = CheckReport()
    let checks = Catalogue.checks.filter { !["ST01", "ST02", "CP01"].contains($0.entry.id) }
    for check in checks where !check.entry.id.hasPrefix("NM") { check.run(submission, &report) }
    return report.findings.map(\.line)
  }
}

extension Finding {
  /// Check, place and verdict in one line.
  var line: String {
    "\(check) \(subject.record)\(subject.field.map { "." + $0 } ?? "") \(verdict) \(severity.name)"
  }
}
