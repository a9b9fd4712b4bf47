internal import TieoutModel

/// Puts the values that reviewers gave in place of those that are printed.
///
/// Each becomes a repair whose evidence is the decision, so that the field names its provenance like
/// any other. What is printed there must be what it was when it was decided; else the decision is
/// stale and the printed value stays.
enum Corrections {
  /// Applies all corrections, and says whether any holds; the rows must be linked.
  static func apply(_ submission: inout Submission) -> Bool {
    for place in submission.decisions.indices {
      guard let correction = submission.decisions[place].correction else { continue }
      submission.decisions[place].standing = apply(
        correction, submission.decisions[place], at: place, &submission)
    }
    return submission.decisions.contains { $0.correction != nil && $0.standing == .current }
  }

  private static func apply(
    _ correction: Decision.Correction, _ decision: Decision, at index: Int,
    _ submission: inout Submission
  ) -> Decision.Standing {
    guard let place = submission.place(ofRecord: correction.subject.record),
      let path = correction.subject.field.flatMap({ FieldPath($0, submission.profile) }),
      let fields = submission.fields(place, path.item)
    else { return .absent }
    let old = fields.named(path.field)
    guard submission.evidenceHash(old) == decision.evidence,
      let new = submission.corrected(old, correction.value, place, path)
    else { return .stale }
    let record = submission.record(place)
    let number = submission.add(
      repair(old, decision, correction, index, record, submission.document))
    submission.update(place, path.item) { fields in
      var field = new
      field.columnRepair = number
      if let known = fields.firstIndex(where: { $0.name == path.field }) {
        fields[known] = field
      } else {
        fields.append(field)
      }
    }
    return .current
  }

  private static func repair(
    _ old: Field?, _ decision: Decision, _ correction: Decision.Correction, _ index: Int,
    _ record: Record?, _ document: Document
  ) -> Repair {
    var repair = Repair(
      rule: String(decision.fingerprint.prefix { $0 != ":" }), state: .accepted,
      record: record?.id,
      cells: [old?.printed ?? Slice(start: record?.at.end ?? 0, count: 0)],
      before: [old.map { document.string($0.printed) } ?? ""], after: [correction.value],
      evidence: [
        .worded(
          zh: "\(decision.by) 于 \(decision.date) 更正：\(decision.reason)",
          en: "corrected by \(decision.by) on \(decision.date): \(decision.reason)")
      ])
    repair.decision = index
    return repair
  }
}

extension Submission {
  /// A field with another value; `nil` where the text is no value of its type.
  mutating func corrected(
    _ old: Field?, _ text: String, _ place: RecordPlace, _ path: FieldPath
  ) -> Field? {
    let type = CorrectedType(place, path, profile)
    var field =
      old ?? Field(name: path.field, printed: .none, value: .text(.none), unit: type.unit)
    guard let (value, unit) = type.read(text, profile) else { return nil }
    if let unit { field.unit = unit }
    // Words are read where others stand, so that every check reads them like any other.
    field.value = value ?? .text(document.append(text, inPlaceOf: field.printed))
    return field
  }
}
