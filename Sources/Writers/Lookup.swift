internal import TieoutModel

/// What all writers look up in a submission, turned into bytes once.
struct Lookup {
  /// What is written.
  let submission: Submission
  /// Its document; stored, because a computed property would copy it for each value.
  let document: Document
  /// The names of fields and groups, by number.
  let names: [[UInt8]]
  /// The canonical words, by number.
  let terms: [[UInt8]]
  /// The printed words of the units, by number.
  let units: [[UInt8]]
  /// The types of fields that are no plain text.
  let types: [TypeEntry]
  /// The names of the catalogue entries, by identifier.
  let checkNames: [String: String]

  init(_ submission: Submission) {
    self.submission = submission
    document = submission.document
    let profile = submission.profile
    names = profile.names.map { Array($0.utf8) }
    terms = profile.terms.map { Array($0.utf8) }
    units = [[]] + profile.units.units.map { Array($0.name.utf8) }
    types = TypeEntry.all(of: profile)
    checkNames = Dictionary(
      submission.catalogue.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether nothing would be written for a field: absent is absent.
  func isAbsent(_ field: Field) -> Bool {
    if case .text(let slice) = field.value { return !document.hasCharacters(slice) }
    return false
  }

  /// The identifiers of a field's repairs, as numbers from 1.
  func repairs(of field: Field) -> [UInt32] {
    if field.rowRepair == 0, field.columnRepair == 0 { return [] }
    if field.rowRepair == field.columnRepair || field.columnRepair == 0 {
      return [field.rowRepair]
    }
    return field.rowRepair == 0 ? [field.columnRepair] : [field.rowRepair, field.columnRepair]
  }
}
