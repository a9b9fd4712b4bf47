/// What must hold between figures of the papers, as a profile states it.
public struct FigureRelation: Hashable, Sendable {
  /// What kind of relation it is, in the auditor's words.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A column of the summary adds up to what its total row states.
    case foot
    /// A figure of one record is the sum of others in it.
    case crossFoot = "cross_foot"
    /// One figure stands in two places.
    case agree
  }

  /// Where figures stand.
  public struct Place: Hashable, Sendable {
    /// Whether they stand in rows of the summary; else in forms.
    public var isOfSummary: Bool
    /// The group of repeated rows; `nil` for single values.
    public var group: FieldName?
    /// The field.
    public var field: FieldName

    /// Creates a place.
    public init(isOfSummary: Bool, group: FieldName? = nil, field: FieldName) {
      self.isOfSummary = isOfSummary
      self.group = group
      self.field = field
    }
  }

  /// What kind of relation it is.
  public var kind: Kind
  /// The figure that the others must give.
  public var result: Place
  /// The addends, or the one other place.
  public var terms: [Place]
  /// What is taken off a sum.
  public var less: [Place] = []
  /// How much a broken relation weighs; `nil` for what its kind weighs.
  public var severity: Severity?
  /// What is said about a broken relation besides its figures.
  public var message: Message?

  /// Creates a relation.
  public init(_ kind: Kind, _ result: Place, _ terms: [Place]) {
    self.kind = kind
    self.result = result
    self.terms = terms
  }
}
