internal import TieoutModel

/// The names, organisations and departments of rows and forms that are linked, as checks compare
/// them.
struct LinkedBodies {
  private let rows: [LinkSide.Entry]
  private let details: [LinkSide.Entry]
  private var organisations: Organisations

  /// Keeps what two sides name, and the register of it.
  init(_ rows: LinkSide, _ details: LinkSide, _ organisations: Organisations) {
    self.rows = rows.entries
    self.details = details.entries
    self.organisations = organisations
  }

  /// The names of the rows.
  var rowNames: RecordNames { RecordNames(rows) }
  /// The names of the forms.
  var formNames: RecordNames { RecordNames(details) }

  /// How the organisations and the departments of a pair relate; `nil` where a side names none.
  mutating func relations(
    row: Int, detail: Int
  ) -> (organisation: Organisations.Relation?, department: Organisations.Relation?) {
    let (row, detail) = (rows[row], details[detail])
    return (
      relation(row.organisation, detail.organisation), relation(row.department, detail.department)
    )
  }

  private mutating func relation(_ row: Int32?, _ detail: Int32?) -> Organisations.Relation? {
    guard let row, let detail else { return nil }
    return organisations.relation(row, detail)
  }

  /// The group of the profile's aliases that a form's organisation belongs to; `nil` for none.
  func aliasGroup(ofDetail detail: Int) -> Int? {
    details[detail].organisation.flatMap { organisations.aliasGroup(of: $0) }
  }
}
