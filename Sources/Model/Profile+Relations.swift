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
  /// What is said where it does not hold.
  public var words = RelationWords()

  /// Creates a relation.
  public init(_ kind: Kind, _ result: Place, _ terms: [Place]) {
    self.kind = kind
    self.result = result
    self.terms = terms
  }
}

/// What a profile says about a relation that does not hold.
public struct RelationWords: Hashable, Sendable {
  /// How much it weighs; `nil` for what its kind weighs.
  public var severity: Severity?
  /// What is said besides the figures.
  public var message: Message?
  /// Creates words that say nothing of their own.
  public init() {}
}

/// A figure that keeps what a sentence of the papers demands: `满意度应不低于90`.
public struct StatedRule: Hashable, Sendable {
  /// Where the sentence stands.
  public enum Source: Hashable, Sendable {
    /// In a field of the letter.
    case letter(FieldName)
    /// In a caption of the summary.
    case summary(FieldName)
    /// In a field of the form in which the figure stands.
    case detail(FieldName)
  }

  /// The figure.
  public var figure: FigureRelation.Place
  /// Where the sentence stands.
  public var source: Source
  /// Words of which the sentence holds one; empty where the figure's labels, or the words for rates,
  /// say what it speaks of.
  public var about: [String] = []
  /// What is said where it is not kept.
  public var words = RelationWords()

  /// Creates a rule.
  public init(_ figure: FigureRelation.Place, source: Source) {
    self.figure = figure
    self.source = source
  }
}
