/// A row of a form's lines that is no line itself: it adds up the ones above it.
public struct LineTotal: Sendable {
  /// The form, by place.
  public var detail: Int
  /// The group of the lines.
  public var group: FieldName
  /// Whether it adds up all lines, or those since the last such row.
  public var isOfAll: Bool
  /// How many lines stand above it.
  public var place: Int
  /// The row's figures, by the columns in which they stand.
  public var fields: [Field]

  /// Creates a row.
  public init(detail: Int, group: FieldName, isOfAll: Bool, place: Int, fields: [Field]) {
    self.detail = detail
    self.group = group
    self.isOfAll = isOfAll
    self.place = place
    self.fields = fields
  }
}
