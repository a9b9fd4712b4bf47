public import TieoutModel

/// What a value must be that a reviewer puts into a field.
struct CorrectedType {
  /// The field's type.
  private(set) var type = FieldType.text
  /// The unit of its numbers where the field names none.
  private(set) var unit = UnitID.none

  /// Looks a field up in the profile.
  init(_ place: RecordPlace, _ path: FieldPath, _ profile: Profile) {
    switch place {
    case .letter:
      type = profile.letter.rules.first { $0.field == path.field }?.type ?? .text
    case .captions: take(profile.summary.fields.first { $0.name == path.field })
    case .row, .total: take(profile.summary.columns.first { $0.name == path.field })
    case .detail:
      guard let item = path.item else {
        take(profile.detail.fields.first { $0.name == path.field })
        return
      }
      guard let group = profile.detail.groups.first(where: { $0.name == item.group }) else {
        return
      }
      take(group.columns.first { $0.name == path.field })
      if group.roles[.bound] == path.field { type = .quantity }
      if group.roles[.comparator] == path.field || group.roles[.targetComparator] == path.field {
        type = .comparator
      }
    }
  }

  private mutating func take(_ spec: ColumnSpec?) {
    if let spec { (type, unit) = (spec.type, spec.unit) }
  }

  private mutating func take(_ spec: FieldSpec?) {
    if let spec { (type, unit) = (spec.type, spec.unit) }
  }

  /// The value that a text is; `nil` where it is none, or words.
  func value(_ text: String) -> Value? {
    let bytes = Array(text.utf8)
    let whole = Slice(bytes.indices)
    switch type {
    case .amount, .quantity, .rate, .sequence, .target:
      return Quantity.whole(bytes, whole).map { .quantity($0) }
    case .comparator: return Comparator.whole(bytes, whole).map { .comparator($0) }
    case .date: return PartialDate.read(bytes, whole).map { .date($0) }
    default: return nil
    }
  }

  /// Whether words are a value of the field.
  var isWord: Bool {
    switch type {
    case .amount, .quantity, .rate, .sequence, .comparator, .date: false
    default: true
    }
  }
}

extension Submission {
  /// Whether a text can be put into a field.
  public func accepts(_ text: String, _ place: RecordPlace, _ path: FieldPath) -> Bool {
    let type = CorrectedType(place, path, profile)
    return type.value(text) != nil || type.isWord
  }
}
