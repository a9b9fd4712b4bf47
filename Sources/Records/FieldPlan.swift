internal import TieoutModel

/// What a single value of a form is, without the lists of its specification: what is asked for each
/// cell that a label announces.
struct FieldPlan {
  let name: FieldName
  let type: FieldType
  let unit: UnitID
  let beside: FieldName?
  let then: FieldName?
  /// Of a person's name, the place of the telephone that stands beside it.
  let phone: Int?
  /// The first bytes of words between label and value, a bit for each of their last six bits.
  private let stamps: UInt64

  /// Takes the specification of a field among those of its form.
  init(_ spec: FieldSpec, among specs: [FieldSpec]) {
    (name, type, unit, beside, then) = (spec.name, spec.type, spec.unit, spec.beside, spec.then)
    phone =
      spec.type == .person
      ? specs.firstIndex { $0.type == .phone && $0.beside == spec.name } : nil
    var stamps: UInt64 = 0
    for stamp in spec.stamps {
      if let first = stamp.utf8.first { stamps |= Self.bit(first) }
    }
    self.stamps = stamps
  }

  /// Whether a word between label and value may begin with a byte.
  func mayBeStamped(_ byte: UInt8) -> Bool { stamps & Self.bit(byte) != 0 }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 &<< UInt64(byte & 63) }
}
