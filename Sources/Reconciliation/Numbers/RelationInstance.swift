internal import TieoutModel

/// One record, row or item in which a relation of the profile must hold.
struct RelationInstance {
  /// The record.
  let record: Record
  /// The row of the summary that it is; `nil` for anything else.
  let row: Int?
  /// The group and the item; `nil` for the record itself.
  let item: (group: FieldName, place: Int)?
  /// The names of the relation's fields, in its order.
  let relation: [FieldName]
  /// The fields of the relation, in its order; `nil` where one is blank.
  let fields: [Field?]
  /// The result; `nil` where it is blank, or for an order.
  let result: Field?

  /// Everything in which a relation can be looked at: what has two of its fields.
  ///
  /// Rows of the summary, forms and items of their groups; of the summary's total, of which each
  /// column is added up, only rates.
  static func all(of relation: RelationSpec, _ submission: Submission) -> [RelationInstance] {
    let names = relation.fields + [relation.result].compactMap(\.self)
    let profile = submission.profile
    var instances: [RelationInstance] = []
    func add(
      _ fields: Span<Field>, _ record: @autoclosure () -> Record, row: Int? = nil,
      item: (group: FieldName, place: Int)? = nil
    ) {
      // Most of what is asked has too few of them: no field is copied before that is known.
      var found = 0
      for name in relation.fields where fields.hold(name) { found += 1 }
      guard found > 1 || found == 1 && fields.hold(relation.result) else { return }
      var parts: [Field?] = []
      parts.reserveCapacity(relation.fields.count)
      for name in relation.fields { parts.append(fields.named(name)) }
      instances.append(
        RelationInstance(
          record: record(), row: row, item: item, relation: relation.fields, fields: parts,
          result: fields.named(relation.result)))
    }
    if names.allSatisfy({ name in profile.summary.columns.contains { $0.name == name } }) {
      let rows = submission.summary.rows.span
      for place in rows.indices {
        add(rows[place].fields.span, submission.summary.rows[place], row: place)
      }
      // A rate of the totals is no sum of rates, but one of their own figures.
      if relation.kind == .ratio, let total = submission.summary.total {
        add(total.fields.span, total)
      }
    }
    if names.allSatisfy({ name in profile.detail.fields.contains { $0.name == name } }) {
      let forms = submission.details.span
      for place in forms.indices { add(forms[place].fields.span, submission.details[place]) }
    }
    for group in profile.detail.groups
    where names.allSatisfy({ name in group.columns.contains { $0.name == name } }) {
      for form in submission.details.indices {
        let all = submission.details[form].group(group.name)?.items ?? []
        let items = all.span
        for place in items.indices {
          add(items[place].fields.span, submission.details[form], item: (group.name, place))
        }
      }
    }
    return instances
  }

  /// A field as a figure of a finding.
  func evidence(_ field: Field, _ submission: Submission) -> Finding.Evidence {
    submission.evidence(
      submission.profile.name(field.name), field, record: record, item: item, unit: field.unit)
  }

  /// The number of a field in the base unit of money, or as it is printed; `nil` where it is none.
  func reading(_ field: Field?, _ submission: Submission) -> Reading? {
    guard let field, let quantity = field.quantity else { return nil }
    return Reading(
      quantity, exponent: submission.profile.units.exponent(field.unit) ?? 0,
      width: submission.profile.thresholds.width)
  }
}

extension Span<Field> {
  /// Whether there is a field with a name.
  fileprivate func hold(_ name: FieldName?) -> Bool {
    guard let name else { return false }
    for place in indices where self[place].name == name { return true }
    return false
  }
}
