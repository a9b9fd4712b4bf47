/// A comparator between a text and a bound.
public enum Comparator: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  /// At least.
  case greaterOrEqual
  /// At most.
  case lessOrEqual
  /// Exactly.
  case equal
  /// More than.
  case greater
  /// Less than.
  case less

  /// The comparator in ASCII, as outputs write it.
  public var symbol: String {
    switch self {
    case .greaterOrEqual: ">="
    case .lessOrEqual: "<="
    case .equal: "="
    case .greater: ">"
    case .less: "<"
    }
  }

  /// Whether it bounds from below.
  public var isLower: Bool { self == .greaterOrEqual || self == .greater }
  /// Whether it bounds from above.
  public var isUpper: Bool { self == .lessOrEqual || self == .less }
}

/// A date that may lack its year.
public struct PartialDate: Hashable, Sendable, BitwiseCopyable {
  /// The year; 0 where none is printed.
  public var year: Int16
  /// The month, 1 to 12; 0 where none is printed.
  public var month: Int8
  /// The day, 1 to 31; 0 where none is printed.
  public var day: Int8

  /// Creates a date.
  public init(year: Int16, month: Int8, day: Int8) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date in ISO 8601: `2024-03-12`, `2024-03`, `2024`, or `--03-14` without a year.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = year > 0 ? padded(Int(year), 4) : "-"
    if month > 0 { text += "-" + padded(Int(month), 2) }
    if month > 0, day > 0 { text += "-" + padded(Int(day), 2) }
    return text
  }
}

/// What printed characters mean.
public enum Value: Hashable, Sendable, BitwiseCopyable {
  /// The characters themselves.
  case text(Slice)
  /// A number.
  case quantity(Quantity)
  /// A comparator.
  case comparator(Comparator)
  /// A canonical word of the profile.
  case term(TermID)
  /// A date.
  case date(PartialDate)
}

/// One typed value of a record, with the characters it was read from.
public struct Field: Hashable, Sendable, BitwiseCopyable {
  // In an order that leaves no gap: a field is 32 bytes, and large papers have millions of them.

  /// What its characters mean.
  public var value: Value
  /// Its name.
  public var name: FieldName
  /// The cleaned characters it was read from.
  public var printed: Slice
  /// The repair of its row or label, counted from 1; 0 for none.
  public var rowRepair: UInt32
  /// The repair of its column, counted from 1; 0 for none.
  public var columnRepair: UInt32
  /// The unit of a number.
  public var unit: UnitID

  /// Creates a field.
  public init(name: FieldName, printed: Slice, value: Value, unit: UnitID = .none) {
    self.name = name
    self.printed = printed
    self.value = value
    self.unit = unit
    rowRepair = 0
    columnRepair = 0
  }

  /// The characters of its words: those of the value, which a reviewer may have corrected, and else
  /// those that are printed.
  public var words: Slice {
    if case .text(let slice) = value { slice } else { printed }
  }

  /// The number, where the value is one.
  public var quantity: Quantity? {
    if case .quantity(let quantity) = value { quantity } else { nil }
  }
}

extension [Field] {
  /// The field with a name; inlined, since it is asked for everywhere.
  @inlinable public func named(_ name: FieldName?) -> Field? { span.named(name) }
}

extension ArraySlice<Field> {
  /// The field with a name.
  @inlinable public func named(_ name: FieldName?) -> Field? { span.named(name) }
}

extension Span<Field> {
  /// The field with a name.
  @inlinable public func named(_ name: FieldName?) -> Field? {
    guard let name else { return nil }
    for place in indices where self[place].name.rawValue == name.rawValue { return self[place] }
    return nil
  }
}

/// A summary row, the summary's total, another line of it, a detail form or the letter.
public struct Record: Hashable, Sendable {
  /// What the record stands for.
  public enum Kind: String, Hashable, Sendable {
    /// A row of the summary.
    case row = "summary-row"
    /// The total of the summary.
    case total = "summary-total"
    /// A line of the summary that is no project: a subtotal, a heading, values without a row.
    case line = "summary-line"
    /// A detail form.
    case detail
    /// The letter and its slip.
    case letter
  }

  /// One member of a repeated group.
  public struct Item: Hashable, Sendable {
    /// The row it was read from.
    public var at: Slice
    /// Its values, in the order of the profile.
    ///
    /// A part of one array that the items of a group share: papers have many items, and each of them
    /// has few values.
    public var fields: ArraySlice<Field>

    /// Creates an item that shares the array of others.
    public init(at: Slice, fields: ArraySlice<Field>) {
      self.at = at
      self.fields = fields
    }

    /// Creates an item with an array of its own.
    public init(at: Slice, fields: [Field]) { self.init(at: at, fields: fields[...]) }

    /// The field with a name.
    @inlinable public subscript(name: FieldName?) -> Field? { fields.named(name) }
  }

  /// A group of repeated rows.
  public struct Group: Hashable, Sendable {
    /// Its name.
    public var name: FieldName
    /// Its members, in reading order.
    public var items: [Item]

    /// Creates a group.
    public init(name: FieldName, items: [Item]) {
      self.name = name
      self.items = items
    }
  }

  /// The identifier: `summary/17`, `summary/total`, `detail/38`, `letter`.
  public var id: String
  /// What it stands for.
  public var kind: Kind
  /// The rows that it was read from.
  public var at: Slice
  /// Its values, in the order of the profile.
  public var fields: [Field]
  /// Its repeated parts.
  public var groups: [Group]

  /// Creates a record.
  public init(
    id: String, kind: Kind, at: Slice, fields: [Field] = [], groups: [Group] = []
  ) {
    self.id = id
    self.kind = kind
    self.at = at
    self.fields = fields
    self.groups = groups
  }

  /// The field with a name.
  @inlinable public subscript(name: FieldName?) -> Field? { fields.named(name) }

  /// The group with a name.
  public func group(_ name: FieldName?) -> Group? {
    guard let name else { return nil }
    return groups.first { $0.name == name }
  }

  /// Replaces the field of the same name, or adds it.
  public mutating func set(_ field: Field) {
    if let index = fields.firstIndex(where: { $0.name == field.name }) {
      fields[index] = field
    } else {
      fields.append(field)
    }
  }

  /// Removes the field with a name.
  public mutating func remove(_ name: FieldName) { fields.removeAll { $0.name == name } }
}

/// The summary table as records.
public struct Summary: Sendable {
  /// The captions: title, unit, threshold.
  public var fields: [Field] = []
  /// The rows, in reading order.
  public var rows: [Record] = []
  /// The row with the total.
  public var total: Record?
  /// The printed pieces of the table, one a page, line by line.
  public var pieces: [Piece] = []

  /// Creates an empty summary.
  public init() {}

  /// A printed piece of the table: what a repair of a column looks at.
  public struct Piece: Sendable {
    /// Its lines, header excluded.
    public var lines: [Line]
    /// Creates a piece.
    public init(lines: [Line]) { self.lines = lines }
  }

  /// One printed line of a piece.
  public struct Line: Sendable {
    /// Whose line it is.
    public enum Owner: Hashable, Sendable {
      /// The row at this place in `Summary.rows`.
      case row(Int)
      /// The total.
      case total
      /// A subtotal or a heading: no row, and no addend.
      case subtotal
      /// Nobody: values without a row.
      case nobody
    }

    /// Whose line it is.
    public var owner: Owner
    /// The line's characters.
    public var at: Slice
    /// The values printed on it, before any repair of a column.
    public var fields: [Field]
    /// What the label at its start makes of it; `nil` where it has none.
    public var label: LabelRole.SummaryRow?
    /// The label at its start, as a value of the column in which it stands.
    public var word: Field?
    /// What a repair of a column leaves on it, where no record holds that; `nil` where nothing moved.
    public var repaired: [Field]?

    /// Creates a line.
    public init(owner: Owner, at: Slice, fields: [Field], label: LabelRole.SummaryRow? = nil) {
      self.owner = owner
      self.at = at
      self.fields = fields
      self.label = label
    }

    /// The value printed in a column.
    @inlinable public subscript(name: FieldName?) -> Field? { fields.named(name) }
  }
}
