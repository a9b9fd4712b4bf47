/// Which units suit indicators whose names end in certain words.
public struct UnitFit: Sendable {
  /// How the names end: `人数`.
  public var endings: [String]
  /// Longer endings that mean something else: `频率` beside `率`.
  public var except: [String]
  /// The units that suit them.
  public var units: [UnitID]

  /// Creates a rule.
  public init(endings: [String], except: [String], units: [UnitID]) {
    self.endings = endings
    self.except = except
    self.units = units
  }
}

/// What must hold between the fields of one record, row or item.
public struct RelationSpec: Sendable {
  /// What must hold.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The result is the sum of the others.
    case sum
    /// The result is the product of the others.
    case product
    /// The result is the first of the others by the second, as a percentage.
    case ratio
    /// None of them is later, or more, than the one behind it.
    case order
  }

  /// What must hold.
  public var kind: Kind
  /// The fields that are added, multiplied, divided or ordered.
  public var fields: [FieldName]
  /// The field with the result; `nil` for an order.
  public var result: FieldName?
  /// What is said where it does not hold.
  public var words = RelationWords()

  /// Creates a relation.
  public init(kind: Kind, fields: [FieldName], result: FieldName?) {
    self.kind = kind
    self.fields = fields
    self.result = result
  }
}
