/// Goes through every field of full JSON and looks it up in the source.
struct ProvenanceAudit: Sendable {
  /// What is wrong with a field; it never holds the field's text.
  struct Complaint: Hashable, Sendable {
    var place: String
    var kind: String
  }

  private(set) var complaints: [Complaint] = []
  /// The number of fields with a value.
  private(set) var fields = 0
  /// Those of them that were cleaned.
  private(set) var withEdits = 0
  /// Those of them that were moved.
  private(set) var withRepairs = 0
  private let bytes: [UInt8]
  private let repairs: Set<String>
  /// The offset at which each line begins.
  private let lineStarts: [Int]

  init(_ json: JSON, _ bytes: [UInt8]) {
    self.bytes = bytes
    repairs = Set(json["repairs"].items.compactMap { $0["id"].string })
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    let summary = json["summary"]
    look(summary["fields"], "summary")
    for record in summary["rows"].items + json["details"].items + [
      summary["total"], json["letter"],
    ] {
      look(record, in: record["id"].string ?? "a record")
    }
  }

  private mutating func look(_ record: JSON, in id: String) {
    look(record["fields"], id)
    for group in record["groups"].members {
      for (index, item) in group.value.items.enumerated() {
        look(item, "\(id).\(group.key)[\(index)]")
      }
    }
  }

  private mutating func look(_ fields: JSON, _ place: String) {
    for (name, field) in fields.members where field["value"].exists {
      look(field: field, "\(place).\(name)")
    }
  }

  private mutating func look(field: JSON, _ place: String) {
    fields += 1
    func complain(_ kind: String) { complaints.append(Complaint(place: place, kind: kind)) }
    let ends = field["at"]["bytes"].items.compactMap { $0.integer }
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= bytes.count else {
      return complain("its bytes are not in the source")
    }
    let printed = field["printed"].string ?? field["value"].string ?? ""
    if let text = edited(ends[0]..<ends[1], field["edits"]) {
      if text != Array(printed.utf8) { complain("its bytes are something else") }
    } else {
      complain("its edits are out of order or outside of it")
    }
    let line = lineStarts.lastIndex { $0 <= ends[0] } ?? 0
    if field["at"]["line"].integer != line + 1 { complain("its line is not that of its bytes") }
    let before = bytes[lineStarts[line]..<ends[0]].count { $0 & 0xC0 != 0x80 }
    if field["at"]["column"].integer != before + 1 {
      complain("its column is not that of its bytes")
    }
    if !field["edits"].items.isEmpty { withEdits += 1 }
    if !field["repairs"].items.isEmpty { withRepairs += 1 }
    if !repairs.isSuperset(of: field["repairs"].strings) {
      complain("it names a repair that is not there")
    }
  }

  /// The bytes of a range with the edits made; `nil` where they cannot be made.
  private func edited(_ range: Range<Int>, _ edits: JSON) -> [UInt8]? {
    var text: [UInt8] = []
    var position = range.lowerBound
    for edit in edits.items {
      let ends = edit["bytes"].items.compactMap { $0.integer }
      guard ends.count == 2, ends[0] >= position, ends[1] >= ends[0], ends[1] <= range.upperBound
      else { return nil }
      text += bytes[position..<ends[0]]
      text += Array((edit["after"].string ?? "").utf8)
      position = ends[1]
    }
    return text + bytes[position..<range.upperBound]
  }
}
