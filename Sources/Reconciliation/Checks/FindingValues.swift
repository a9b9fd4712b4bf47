internal import TieoutModel

extension Submission {
  /// A field of a record as one side of a finding.
  func evidence(_ role: String, _ record: Record, _ field: Field) -> Finding.Evidence {
    Finding.Evidence(
      role: role, subject: Subject(record: record.id, field: profile.name(field.name)),
      printed: field.printed, value: text(field), unit: profile.units.name(field.unit))
  }

  /// The printed characters of a field; empty where the record has none.
  func printed(_ field: Field?) -> String { field.map { document.string($0.printed) } ?? "" }

  /// The printed characters of a field that is told already: mostly they are its value.
  func printed(_ field: Field, _ told: Finding.Evidence) -> String {
    if case .text(let slice) = field.value, slice == field.printed { return told.value }
    return document.string(field.printed)
  }
}
