/// What a label means in each place where it can stand.
///
/// One printed word often serves several purposes (`合计` is the summary's total row and a form's
/// total, `成本指标` a word of two levels), so that a label has roles and the place decides.
public struct LabelRole: Sendable {
  /// The column of the summary that it heads.
  public var summaryColumn: Int?
  /// What it makes of a row of the summary that it begins.
  public var summaryRow: SummaryRow?
  /// The single values of a form that it announces, by place in `DetailSpec.fields`.
  public var detailFields: [Int] = []
  /// Whether it announces the value by which a form begins.
  public var isKey = false
  /// Whether it heads a block of a form and has no value of its own.
  public var isHeading = false
  /// Whether it announces the unit of money over a table.
  public var isCaption = false
  /// The columns of groups that it heads.
  public var groupColumns: [(group: Int, column: Int)] = []
  /// The words of closed lists that it means.
  public var terms: [(group: Int, column: Int, term: Int)] = []

  /// Rows of the summary that are no project.
  public enum SummaryRow: Sendable {
    /// The total of all rows.
    case total
    /// The total of a part of the rows.
    case subtotal
    /// A part of another row.
    case part
    /// The sum of all rows so far.
    case carry
    /// What is subtracted from the rows.
    case deduction
    /// What is added to the rows.
    case addition
  }

  /// Creates a label without a meaning.
  public init() {}

  /// Whether it means anything in a form's head or blocks.
  public var isOfForm: Bool {
    isHeading || !detailFields.isEmpty || !groupColumns.isEmpty || !terms.isEmpty
  }

  /// The place of the closed word that it means in a column; `nil` where it means none there.
  public func term(group: Int, column: Int) -> Int? {
    terms.first { $0.group == group && $0.column == column }?.term
  }
}

extension Profile {
  /// The meaning of a label.
  public func role(_ label: LabelID) -> LabelRole { meanings.role(label) }

  /// Works out what each label means where; a loader calls it last.
  public mutating func compile() {
    prepared = [:]
    var roles = Array(repeating: LabelRole(), count: labels.count + 1)
    for (place, column) in summary.columns.enumerated() {
      for label in column.labels { roles[label].summaryColumn = place }
    }
    for label in summary.parts { roles[label].summaryRow = .part }
    for label in summary.subtotals { roles[label].summaryRow = .subtotal }
    for label in summary.carries { roles[label].summaryRow = .carry }
    for label in summary.totals { roles[label].summaryRow = .total }
    for (place, field) in detail.fields.enumerated() {
      for label in field.labels {
        roles[label].detailFields.append(place)
        if field.name == detail.key { roles[label].isKey = true }
      }
    }
    for label in detail.headings { roles[label].isHeading = true }
    for label in captions { roles[label].isCaption = true }
    for (group, spec) in detail.groups.enumerated() {
      for (column, columnSpec) in spec.columns.enumerated() {
        for label in columnSpec.labels { roles[label].groupColumns.append((group, column)) }
        for (term, termSpec) in columnSpec.terms.enumerated() {
          for label in termSpec.labels { roles[label].terms.append((group, column, term)) }
        }
      }
    }
    meanings = LabelMeanings(roles, partWords: PartWords(summary.parts.map(labels.word)))
  }
}

extension Array<LabelRole> {
  fileprivate subscript(label: LabelID) -> LabelRole {
    get { self[Int(label.rawValue)] }
    set { self[Int(label.rawValue)] = newValue }
  }
}
