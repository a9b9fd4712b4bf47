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
      _ fields: ArraySlice<Field>, _ record: @autoclosure () -> Record, row: Int? = nil,
      item: (group: FieldName, place: Int)? = nil
    ) {
      let found = relation.fields.count { fields.named($0) != nil }
      let result = fields.named(relation.result)
      guard found > 0, found + (result == nil ? 0 : 1) > 1 else { return }
      instances.append(
        RelationInstance(
          record: record(), row: row, item: item, relation: relation.fields,
          fields: relation.fields.map { fields.named($0) }, result: result))
    }
    if names.allSatisfy({ name in profile.summary.columns.contains { $0.name == name } }) {
      let rows = submission.summary.rows
      for place in rows.indices { add(rows[place].fields[...], rows[place], row: place) }
      // A rate of the totals is no sum of rates, but one of their own figures.
      if relation.kind == .ratio, let total = submission.summary.total {
        add(total.fields[...], total)
      }
    }
    if names.allSatisfy({ name in profile.detail.fields.contains { $0.name == name } }) {
      let forms = submission.details
      for place in forms.indices { add(forms[place].fields[...], forms[place]) }
    }
    for group in profile.detail.groups
    where names.allSatisfy({ name in group.columns.contains { $0.name == name } }) {
      let forms = submission.details
      for form in forms.indices {
        let items = forms[form].group(group.name)?.items ?? []
        for place in items.indices {
          add(items[place].fields, forms[form], item: (group.name, place))
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
