internal import TieoutModel

/// The organisations and departments of rows and forms that are linked, as checks compare them.
struct LinkedBodies {
  /// The numbers of those that one record names.
  private struct Named {
    var organisation: Int32?
    var department: Int32?
  }

  private let rows: [Named]
  private let details: [Named]
  private var organisations: Organisations

  /// Keeps what two sides name, and the register of it.
  init(_ rows: LinkSide, _ details: LinkSide, _ organisations: Organisations) {
    self.rows = Self.named(rows)
    self.details = Self.named(details)
    self.organisations = organisations
  }

  private static func named(_ side: LinkSide) -> [Named] {
    side.entries.map { Named(organisation: $0.organisation, department: $0.department) }
  }

  /// How the organisations and the departments of a pair relate; `nil` where a side names none.
  mutating func relations(
    _ link: Link
  ) -> (organisation: Organisations.Relation?, department: Organisations.Relation?) {
    let (row, detail) = (rows[link.row], details[link.detail])
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
