internal import TieoutModel

/// A relation between fields of one record, by a quick look at printed numbers: nearly all of them hold.
struct PlainSum {
  /// A field, and whether it is taken off.
  private struct Term {
    var field: FieldName
    var unit: UnitID
    var isTakenOff = false
  }

  /// What a quick look shows.
  enum Outcome {
    /// The relation holds.
    case holds
    /// None of the figures that should give the result is printed.
    case unsaid
    /// It has to be looked at closely.
    case unclear
  }

  private let result: Term
  private let terms: [Term]

  /// Takes a relation; `nil` where its figures stand in groups or in other records.
  init?(_ relation: FigureRelation, _ submission: borrowing Submission) {
    let places = [relation.result] + relation.terms + relation.less
    guard
      places.allSatisfy({ $0.group == nil && $0.isOfSummary == relation.result.isOfSummary })
    else { return nil }
    var terms = places.map { Term(field: $0.field, unit: submission.unit(of: $0)) }
    result = terms.removeFirst()
    for place in terms.indices.dropFirst(relation.terms.count) { terms[place].isTakenOff = true }
    self.terms = terms
  }

  /// Looks at the fields of a record: the relation holds where all that are printed are numbers of one
  /// unit and come to the result.
  func outcome(in fields: [Field]) -> Outcome {
    var stated: (lack: Int128, unit: UnitID)?
    for term in terms {
      guard let field = fields.named(term.field) else { continue }
      guard let number = field.digits,
        let before = stated ?? fields.named(result.field).flatMap({ start($0) }),
        (field.unit == .none ? term.unit : field.unit) == before.unit
      else { return .unclear }
      stated = (before.lack + (term.isTakenOff ? number : -number), before.unit)
    }
    guard let stated else { return .unsaid }
    return stated.lack == 0 ? .holds : .unclear
  }

  /// What the other figures have to come to, and its unit.
  private func start(_ field: Field) -> (lack: Int128, unit: UnitID)? {
    field.digits.map { ($0, field.unit == .none ? result.unit : field.unit) }
  }
}

extension Field {
  /// Its number in millionths; `nil` where it is none, or finer.
  fileprivate var digits: Int128? { quantity.flatMap { $0.digits(at: 6) } }
}
