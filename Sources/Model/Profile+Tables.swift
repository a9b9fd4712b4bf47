/// A column of a table or of a repeated group.
public struct ColumnSpec: Sendable {
  /// The field that its cells become.
  public var name: FieldName
  /// The labels that head it.
  public var labels: [LabelID] = []
  /// What its values are.
  public var type: FieldType = .text
  /// The unit of its numbers, where neither header nor caption names one.
  public var unit: UnitID = .none
  /// Whether a row without it is incomplete.
  public var isMandatory = false
  /// Whether a blank cell repeats the value above, as a merged cell does.
  public var isCarried = false
  /// Whether most rows have no such cell, whatever the header says.
  public var isOptional = false
  /// Its closed list of words, each with the labels that mean it.
  public var terms: [TermSpec] = []

  /// Creates a text column.
  public init(name: FieldName) { self.name = name }
}

/// One word of a closed list.
public struct TermSpec: Sendable {
  /// The canonical word.
  public var term: TermID
  /// The word and its synonyms.
  public var labels: [LabelID]
  /// The words of the level above to which it may belong, the usual one first.
  public var parents: [TermID]
  /// Whether many papers of the family do without it.
  public var isOptional: Bool

  /// Creates a word.
  public init(
    term: TermID, labels: [LabelID], parents: [TermID] = [], isOptional: Bool = false
  ) {
    self.term = term
    self.labels = labels
    self.parents = parents
    self.isOptional = isOptional
  }
}

/// A single labelled value: a form's field, a caption.
public struct FieldSpec: Sendable {
  /// The field.
  public var name: FieldName
  /// The labels before it.
  public var labels: [LabelID] = []
  /// What the value is.
  public var type: FieldType = .text
  /// The unit where nothing nearer names one.
  public var unit: UnitID = .none
  /// Whether a form without it is incomplete.
  public var isMandatory = false
  /// Whether papers of the family may do without it, so that nothing follows where it is missing.
  public var isOptional = false
  /// Whether it stands in a line of prose, not in a table.
  public var isLine = false
  /// Words between label and value that belong to neither: `（盖章）`.
  public var stamps: [String] = []
  /// Words by which a whole line is the value, where it has no label: `为重点项目`.
  public var containing: [String] = []
  /// Whether it takes the first lines of prose that nothing else takes.
  public var isRest = false
  /// The field on whose row it stands, where one label serves several: the head's telephone.
  public var beside: FieldName?

  /// The column under which its number stands, where its label stands in a row of a group.
  public var column: FieldName?
  /// The field that takes a second value behind the label, and the only one where there is one.
  public var then: FieldName?

  /// Creates a text field.
  public init(name: FieldName) { self.name = name }
}

/// The summary table.
public struct SummarySpec: Sendable {
  /// The field that holds the title, and how titles end.
  public var title: FieldName?
  /// How titles end, without white space.
  public var titleEndings: [String] = []
  /// Captions around the table.
  public var fields: [FieldSpec] = []
  /// The columns.
  public var columns: [ColumnSpec] = []
  /// Labels of the row with the total.
  public var totals: [LabelID] = []
  /// Labels of rows that add up a part: `小计`.
  public var subtotals: [LabelID] = []
  /// Labels of rows that are part of another row: `其中`.
  public var parts: [LabelID] = []
  /// Labels of rows that carry the sum of all rows so far to the next page: `承前页`.
  public var carries: [LabelID] = []
  /// The field that a row heading a group gives to the rows below it.
  public var section: FieldName?
  /// The column of row numbers.
  public var sequence: FieldName?
  /// The column of the name that forms repeat.
  public var key: FieldName?
  /// The column of money.
  public var amount: FieldName?
  /// The column of the organisation.
  public var organisation: FieldName?
  /// The column of the organisation above.
  public var department: FieldName?
  /// The column of remarks.
  public var note: FieldName?
  /// Creates an empty description.
  public init() {}
}

/// The detail forms.
public struct DetailSpec: Sendable {
  /// The field that holds the title.
  public var title: FieldName?
  /// How titles end, without white space.
  public var titleEndings: [String] = []
  /// The labelled values.
  public var fields: [FieldSpec] = []
  /// Labels that head a block of rows and have no value of their own: `预算资金来源`.
  public var headings: [LabelID] = []
  /// The groups of repeated rows.
  public var groups: [GroupSpec] = []
  /// The field by which a form begins, and that the summary repeats.
  public var key: FieldName?
  /// The field with the total.
  public var total: FieldName?
  /// The field with the organisation.
  public var organisation: FieldName?
  /// The field with the organisation above.
  public var department: FieldName?
  /// The field with the remark that the summary repeats.
  public var note: FieldName?
  /// The field that says in sentences what the money is for.
  public var goal: FieldName?
  /// The line that ends a form and states its rules.
  public var footnote: FieldName?
  /// The label in front of a form: `附件1`.
  public var attachment: FieldName?
  /// Creates an empty description.
  public init() {}
}

/// A group of repeated rows in a form.
public struct GroupSpec: Sendable {
  /// What the group is to the checks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Parts of the form's total, one listed line each.
    case parts
    /// Indicators with bounds and targets.
    case indicators
    /// Rows that are read under their heads; what must hold between them, relations say.
    case lines
  }

  /// The group's name.
  public var name: FieldName
  /// What it is to the checks.
  public var kind: Kind
  /// The columns, in the order in which they are printed.
  public var columns: [ColumnSpec] = []
  /// The name under which rows that add up lines are put out; only lines have one.
  public var totals: FieldName?
  /// Fields read out of a column's text, by their meaning.
  public var roles: [Role: FieldName] = [:]

  /// What a field of the group means to the checks.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The source of a part.
    case source
    /// The amount of a part.
    case amount
    /// The remark beside a part.
    case note
    /// The family of an indicator.
    case level1
    /// The kind of an indicator.
    case level2
    /// A level between kind and text, where a form has one.
    case sublevel
    /// An indicator's whole text.
    case text
    /// Its name, without bound.
    case name
    /// The comparator in its text.
    case comparator
    /// The bound in its text.
    case bound
    /// The bound's unit.
    case boundUnit
    /// The unit column.
    case unit
    /// The target column.
    case target
    /// The comparator before the target.
    case targetComparator
    /// Its weight.
    case weight
    /// The period of the columns that it stands in, where a table prints several side by side.
    case period
  }

  /// The words of the second level under which amounts are costs.
  public var costTerms: [TermID] = []
  /// Those of them under which everything is money.
  public var moneyTerms: [TermID] = []
  /// The words under which things are counted.
  public var quantityTerms: [TermID] = []
  /// The periods for which a table may print its columns side by side, the form's own first.
  public var periods: [PeriodSpec] = []
  /// The heads of columns that calendar years head as well, the earliest first: `2023/24` for the
  /// first year.
  public var years: [LabelID] = []

  /// Creates an empty group.
  public init(name: FieldName, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A period for which a table may print a set of columns beside those for another.
public struct PeriodSpec: Sendable {
  /// The word as outputs write it.
  public var term: TermID
  /// The words by which a head names the period.
  public var words: [String]

  /// Creates a period.
  public init(term: TermID, words: [String]) {
    self.term = term
    self.words = words
  }
}
