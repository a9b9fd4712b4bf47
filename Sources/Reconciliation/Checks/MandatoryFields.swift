internal import TieoutModel

/// A field that must be filled in.
struct MandatorySpec: Sendable {
  /// Its name.
  let name: FieldName
  /// Its usual label.
  let label: LabelID

  /// Takes a column.
  init(_ column: ColumnSpec) {
    name = column.name
    label = column.labels.first ?? .none
  }

  /// Takes a field.
  init(_ field: FieldSpec) {
    name = field.name
    label = field.labels.first ?? .none
  }
}

/// The fields of one kind of record or row that must be filled in.
struct MandatoryFields: Sendable {
  /// All of them, in the order of the profile.
  let all: [MandatorySpec]
  /// A bit for each, by number of its name.
  private let bits: [UInt64]

  /// Takes fields, each named once.
  init(_ all: [MandatorySpec]) {
    self.all = all
    let count = (all.map { Int($0.name.rawValue) }.max() ?? -1) + 1
    var bits: [UInt64] = Array(repeating: 0, count: count)
    for (place, spec) in all.enumerated() where place < UInt64.bitWidth {
      bits[Int(spec.name.rawValue)] = 1 << UInt64(place)
    }
    self.bits = bits
  }

  /// Whether all of them are surely among some fields; of more than 64 nothing is sure.
  func areFilled(in fields: Span<Field>) -> Bool {
    var filled: UInt64 = 0
    for index in fields.indices {
      let name = Int(fields[index].name.rawValue)
      if name < bits.count { filled |= bits[name] }
    }
    return all.count <= UInt64.bitWidth && filled.nonzeroBitCount == all.count
  }
}
