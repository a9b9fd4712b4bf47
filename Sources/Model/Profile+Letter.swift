/// The prose before the tables: the letter and the slip that came with it.
public struct LetterSpec: Sendable {
  /// One rule for lines of prose.
  public struct LineRule: Sendable {
    /// How a line is recognised and what of it is the value.
    public enum Pattern: Hashable, Sendable {
      /// Begins with one of these; the value is what follows.
      case after([String])
      /// Ends with one of these; the value is what precedes.
      case before([String])
      /// Ends with one of these; the value is the whole line.
      case ending([String])
      /// Contains one of these; the value is the whole line.
      case containing([String])
      /// Is nothing but a value of the field's type.
      case whole
    }

    /// The field that the line gives.
    public var field: FieldName
    /// How the line is recognised.
    public var pattern: Pattern
    /// What the value is.
    public var type: FieldType
    /// The part of the prose in which the rule holds.
    public var part: Int
    /// Whether only a short line, no sentence, can be meant.
    public var isShort: Bool

    /// Creates a rule.
    public init(
      field: FieldName, pattern: Pattern, type: FieldType, part: Int, isShort: Bool = false
    ) {
      self.field = field
      self.pattern = pattern
      self.type = type
      self.part = part
      self.isShort = isShort
    }
  }

  /// The rules, in the order in which they are tried.
  public var rules: [LineRule] = []
  /// Endings of the line with which each part after the first begins.
  public var partStarts: [[String]] = []
  /// The field that takes a part's remaining lines, by part.
  public var remainder: [FieldName?] = []
  /// The field for a line of the first part that is a person's name alone: who signed.
  public var signer: FieldName?
  /// The field that says what the letter is about.
  public var title: FieldName?
  /// The field with its reference.
  public var number: FieldName?
  /// The field with its date.
  public var date: FieldName?
  /// The field that says who issued it.
  public var issuer: FieldName?
  /// The field that names what comes with it.
  public var attachments: FieldName?
  /// The group of dated remarks, and its fields: text, person, date.
  public var notes: (group: FieldName, text: FieldName, person: FieldName, date: FieldName)?
  /// Creates an empty description.
  public init() {}
}
