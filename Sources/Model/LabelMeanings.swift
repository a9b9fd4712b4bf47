/// What a label can be, at a glance: what is asked for each cell before anything closer.
public struct LabelTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// A bit for each.
  public let rawValue: UInt8

  /// Creates traits from their bits.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It heads a block of a form and has no value of its own.
  @inlinable public static var heading: LabelTraits { LabelTraits(rawValue: 1) }
  /// It announces a single value of a form.
  @inlinable public static var field: LabelTraits { LabelTraits(rawValue: 2) }
  /// It heads a column of a group.
  @inlinable public static var groupColumn: LabelTraits { LabelTraits(rawValue: 4) }
  /// It means a word of a closed list.
  @inlinable public static var term: LabelTraits { LabelTraits(rawValue: 8) }
  /// It announces the value by which a form begins.
  @inlinable public static var key: LabelTraits { LabelTraits(rawValue: 16) }
  /// It heads a column of the summary.
  @inlinable public static var summaryColumn: LabelTraits { LabelTraits(rawValue: 32) }
  /// It makes a row of the summary that it begins no project.
  @inlinable public static var summaryRow: LabelTraits { LabelTraits(rawValue: 64) }

  /// It announces the unit of money over a table.
  @inlinable public static var caption: LabelTraits { LabelTraits(rawValue: 128) }

  /// Whether it means anything in a form's head or blocks.
  @inlinable public var isOfForm: Bool { rawValue & 15 != 0 }

  init(_ role: LabelRole) {
    self = []
    if role.isHeading { insert(.heading) }
    if !role.detailFields.isEmpty { insert(.field) }
    if !role.groupColumns.isEmpty { insert(.groupColumn) }
    if !role.terms.isEmpty { insert(.term) }
    if role.isKey { insert(.key) }
    if role.summaryColumn != nil { insert(.summaryColumn) }
    if role.summaryRow != nil { insert(.summaryRow) }
    if role.isCaption { insert(.caption) }
  }
}

/// What all labels of a profile mean; a class, so that asking for each cell copies nothing.
public final class LabelMeanings: Sendable {
  private let roles: [LabelRole]
  @usableFromInline let traits: [LabelTraits]
  /// The one field of each label that announces one and no other; else −1.
  @usableFromInline let soleFields: [Int16]
  /// The words that mark a part of what stands before it.
  public let partWords: PartWords

  init(_ roles: [LabelRole], partWords: PartWords = PartWords([])) {
    self.roles = roles
    self.partWords = partWords
    traits = roles.map { LabelTraits($0) }
    soleFields = roles.map { $0.detailFields.count == 1 ? Int16($0.detailFields[0]) : -1 }
  }

  /// The meaning of a label.
  public func role(_ label: LabelID) -> LabelRole { roles[Int(label.rawValue)] }

  /// What a label can be.
  @inlinable
  public func traits(_ label: LabelID) -> LabelTraits { traits[Int(label.rawValue)] }

  /// Whether a label heads a column: of the summary, of a group, or a value of its own below it.
  public func isOfColumn(_ label: LabelID) -> Bool {
    !traits(label).isDisjoint(with: [.summaryColumn, .groupColumn, .field])
  }

  /// The single value of a form that a label announces, by place in `DetailSpec.fields`; `nil` where
  /// it announces none, or several.
  @inlinable
  public func soleDetailField(_ label: LabelID) -> Int? {
    let place = soleFields[Int(label.rawValue)]
    return place < 0 ? nil : Int(place)
  }

  /// The single values of a form that a label announces, by place in `DetailSpec.fields`.
  public func detailFields(_ label: LabelID) -> [Int] { roles[Int(label.rawValue)].detailFields }

  /// The column of a group that a label heads; `nil` where it heads none.
  @inlinable
  public func column(_ label: LabelID, of group: Int) -> Int? {
    traits(label).contains(.groupColumn) ? headed(label, of: group) : nil
  }

  @usableFromInline
  func headed(_ label: LabelID, of group: Int) -> Int? {
    roles[Int(label.rawValue)].groupColumns.first { $0.group == group }?.column
  }

  /// The column of the summary that a label heads.
  public func summaryColumn(_ label: LabelID) -> Int? { roles[Int(label.rawValue)].summaryColumn }

  /// What a label makes of a row of the summary that it begins.
  public func summaryRow(_ label: LabelID) -> LabelRole.SummaryRow? {
    roles[Int(label.rawValue)].summaryRow
  }

  /// The words of closed lists that a label means.
  public func terms(_ label: LabelID) -> [(group: Int, column: Int, term: Int)] {
    roles[Int(label.rawValue)].terms
  }

  /// The first group with a mark of which a label means a word; `nil` where there is none.
  public func termGroup(_ label: LabelID, where isMarked: [Bool]) -> Int? {
    let terms = roles[Int(label.rawValue)].terms
    var first: Int?
    for place in terms.indices where isMarked[terms[place].group] {
      first = min(first ?? .max, terms[place].group)
    }
    return first
  }

  /// The closed word of a group that a label means; `nil` where it means none there.
  public func term(_ label: LabelID, group: Int) -> (column: Int, term: Int)? {
    guard traits(label).contains(.term) else { return nil }
    return roles[Int(label.rawValue)].terms.first { $0.group == group }.map { ($0.column, $0.term) }
  }

  /// The place of the closed word that a label means in a column; `nil` where it means none there.
  public func term(_ label: LabelID, group: Int, column: Int) -> Int? {
    guard traits(label).contains(.term) else { return nil }
    return roles[Int(label.rawValue)].term(group: group, column: column)
  }
}
