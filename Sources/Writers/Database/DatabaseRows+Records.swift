internal import TieoutModel

extension DatabaseRows {
  /// Adds all records with their fields.
  mutating func records(_ submission: Submission) throws(DatabaseError) {
    let names = RecordNames(submission)
    let captions = submission.summary.fields
    let summary = Record(id: "summary", kind: .total, at: .none, fields: captions)
    if !captions.isEmpty { try record(summary, kind: "summary", nil, submission) }
    let records =
      [submission.letter].compactMap { $0 } + submission.summary.rows
      + [submission.summary.total].compactMap { $0 } + submission.summary.lines
      + submission.details
    for record in records {
      try self.record(record, kind: record.kind.rawValue, names[record.id], submission)
    }
  }

  private mutating func record(
    _ record: Record, kind: String, _ name: String?, _ submission: Submission
  ) throws(DatabaseError) {
    let at = place(of: record.at, submission)
    try insert(.records, [.text(record.id), .text(kind), .text(name)] + at[..<3])
    try fields(record.fields, record.id, nil, submission)
    for group in record.groups {
      for (index, item) in group.items.enumerated() {
        try fields(Array(item.fields), record.id, (group.name, index), submission)
      }
    }
  }

  private mutating func fields(
    _ fields: [Field], _ record: String, _ part: (FieldName, Int)?, _ submission: Submission
  ) throws(DatabaseError) {
    let profile = submission.profile
    for field in fields where !submission.document.isAbsent(field) {
      let unit = profile.units.name(field.unit)
      let at = place(of: field.printed, submission)
      let number: Database.Value = field.quantity.map { .real($0.binary) } ?? .none
      try insert(
        .fields,
        [
          .text(record), .text(part.map { profile.name($0.0) }), .integer(part?.1),
          .text(profile.name(field.name)), .text(submission.text(field)), number,
          unit.isEmpty ? .none : .text(unit), .text(submission.document.string(field.printed)),
        ] + at)
    }
  }

  /// Adds the findings with their figures.
  mutating func findings(_ submission: Submission) throws(DatabaseError) {
    let titles = Dictionary(
      submission.catalogue.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for (index, finding) in submission.findings.enumerated() {
      let id = "f\(index + 1)"
      let decision = submission.decision(on: finding)
      try insert(
        .findings,
        [
          .text(id), .text(finding.check), .text(titles[finding.check]),
          .text(finding.severity.name), .text(finding.verdict.rawValue),
          .text(finding.attribution.rawValue), .text(finding.subject.record),
          .text(finding.subject.field), .text(finding.message.zh), .text(finding.message.en),
          .text(finding.difference), .text(finding.differenceInYuan),
          finding.diagnosis.isEmpty
            ? .none : .text(finding.diagnosis.map(\.rawValue).joined(separator: " ")),
          .text(finding.majority), .text(finding.suggested?.value), .text(finding.fingerprint),
          .text(decision?.ruling.rawValue), .text(decision?.reason), .text(decision?.by),
          .text(decision?.date), .integer(submission.isSettled(finding) ? 1 : 0),
        ])
      for record in finding.records { try insert(.finding_records, [.text(id), .text(record)]) }
      for (place, value) in finding.values.enumerated() {
        let at = self.place(of: value.printed, submission)
        let printed = submission.document.string(value.printed)
        try insert(
          .figures,
          [
            .text(id), .integer(place), .text(value.role), .text(value.subject.record),
            .text(value.subject.field), .text(value.value),
            value.unit.isEmpty ? .none : .text(value.unit),
            value.isPrinted ? .text(printed) : .none,
          ] + at)
      }
    }
  }

  /// Adds the repairs; cells and reasons stand on lines of their own.
  mutating func repairs(_ submission: Submission) throws(DatabaseError) {
    for (index, repair) in submission.repairs.enumerated() {
      try insert(
        .repairs,
        [
          .text("r\(index + 1)"), .text(repair.rule), .text(repair.state.rawValue),
          .text(repair.record), .text(repair.before.joined(separator: "\n")),
          .text(repair.after.joined(separator: "\n")),
          .text(repair.evidence.map(\.zh).joined(separator: "\n")),
          .text(repair.evidence.map(\.en).joined(separator: "\n")), .text(repair.score),
        ])
    }
  }
}

extension Quantity {
  /// The nearest binary number of 64 bits, for questions; the exact number stands beside it.
  fileprivate var binary: Double {
    var power = 1.0
    for _ in 0..<abs(Int(scale)) { power *= 10 }
    return scale < 0 ? Double(digits) * power : Double(digits) / power
  }
}
