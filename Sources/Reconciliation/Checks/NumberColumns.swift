internal import TieoutModel

/// Which fields of a profile hold numbers.
struct NumberColumns: Sendable {
  /// What a field of some name holds.
  enum Kind: UInt8, Sendable {
    /// Anything.
    case other
    /// A number.
    case number
    /// A number, or a word in its place.
    case numberOrWord
  }

  /// The fields of some records or items, by number of their name.
  struct Fields: Sendable {
    private let kinds: [Kind]

    fileprivate init(_ fields: [(FieldName, FieldType)]) {
      let count = (fields.map { Int($0.0.rawValue) }.max() ?? -1) + 1
      var kinds = Array(repeating: Kind.other, count: count)
      for (name, type) in fields {
        switch type {
        case .amount, .quantity, .count, .rate, .sequence: kinds[Int(name.rawValue)] = .number
        case .target: kinds[Int(name.rawValue)] = .numberOrWord
        default: continue
        }
      }
      self.kinds = kinds
    }

    /// What a field holds.
    @inline(__always)
    func kind(_ name: FieldName) -> Kind {
      let number = Int(name.rawValue)
      return number < kinds.count ? kinds[number] : .other
    }

    /// How many of some fields hold numbers; `nil` where one of these was read as a text.
    func numbers(among fields: Span<Field>) -> Int? {
      var count = 0
      for place in fields.indices where kind(fields[place].name) != .other {
        if case .text = fields[place].value { return nil }
        count += 1
      }
      return count
    }
  }

  /// The columns of the summary.
  let summary: Fields
  /// The fields of forms.
  let detail: Fields
  /// The columns of the groups of forms.
  let groups: [(name: FieldName, fields: Fields)]

  /// Reads a profile.
  init(_ profile: Profile) {
    summary = Fields(profile.summary.columns.map { ($0.name, $0.type) })
    detail = Fields(profile.detail.fields.map { ($0.name, $0.type) })
    groups = profile.detail.groups.map { group in
      let columns = group.columns.map {
        ($0.name, $0.type == .sequence ? FieldType.target : $0.type)
      }
      return (group.name, Fields(columns))
    }
  }
}
