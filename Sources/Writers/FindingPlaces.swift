internal import TieoutModel

/// Where findings stand: at the value that they are about, or else at their record.
struct FindingPlaces {
  private var records: [String: Slice] = [:]

  /// Collects the places of all records.
  init(_ submission: Submission) {
    for record in submission.summary.rows + submission.details { records[record.id] = record.at }
    for record in [submission.letter, submission.summary.total].compactMap({ $0 }) {
      records[record.id] = record.at
    }
  }

  /// The place in `Finding.values` of the printed value that a finding is about; `nil` for none.
  func value(of finding: Finding) -> Int? {
    let values = finding.values
    return values.indices.first { values[$0].subject == finding.subject && values[$0].isPrinted }
      ?? values.indices.first { values[$0].isPrinted }
  }

  /// The characters that a finding is about; `nil` where it is about the paper as a whole.
  func slice(of finding: Finding) -> Slice? {
    if let index = value(of: finding) { return finding.values[index].printed }
    return records[finding.subject.record].flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Finding.Evidence {
  /// Whether characters of the paper stand behind it.
  var isPrinted: Bool { !printed.isEmpty }
}
