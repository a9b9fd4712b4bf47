internal import TieoutModel

extension LabelWalk {
  /// A label without a value.
  struct Empty {
    var spec: Int
    var row: Int
    var column: Int
    var label: Slice
  }

  /// A value without a label of its own.
  struct Stray {
    var cell: Slice
    var row: Int
    var column: Int
  }

  /// The field that a label announces: of several, the one beside the field named last.
  @inline(__always)
  func field(of label: LabelID, _ form: borrowing FormFields) -> Int? {
    guard meanings.traits(label).contains(.field) else { return nil }
    if let sole = meanings.soleDetailField(label) { return sole }
    let candidates = meanings.detailFields(label)
    for candidate in candidates where plans[candidate].beside == owner { return candidate }
    for candidate in candidates where !form.has(plans[candidate].name) { return candidate }
    return nil
  }
}
