internal import TieoutModel

/// Gives values back to labels that slid away from them.
///
/// A label without a value and a value without a label belong together where they stand a row
/// apart, in one column or behind a label of that row, and the value is what the label announces.
/// Two candidates leave both alone.
struct FieldRecovery {
  private let reader: ValueReader

  init(_ reader: ValueReader) { self.reader = reader }

  func recover(
    _ walk: borrowing LabelWalk, _ id: String, _ form: inout FormFields,
    _ submission: inout Submission
  ) {
    for empty in walk.empties {
      let spec = walk.plans[empty.spec]
      guard !form.has(spec.name) else { continue }
      let candidates = walk.strays.filter { isNear($0, empty) && fits($0.cell, spec.type) }
      guard candidates.count == 1, let stray = candidates.first else { continue }
      let word = reader.profile.name(spec.name)
      let printed = reader.document.string(stray.cell)
      var repair = Repair(
        rule: "ST07", state: .likely, record: id, cells: [stray.cell, empty.label],
        before: ["-: \(printed)"], after: ["\(word): \(printed)"],
        evidence: [
          Message(
            zh: "标签“\(reader.document.string(empty.label))”旁无值，相邻一行恰有一个无标签、类型相符的值",
            en:
              "the label “\(reader.document.string(empty.label))” has no value, and the next row holds exactly one value without a label that has its type"
          )
        ])
      submission.document.turnIfOverruled(&repair)
      let number = submission.add(repair)
      guard repair.state.isApplied else { continue }
      guard var field = reader.field(spec.name, stray.cell, spec.type, unit: spec.unit) else {
        continue
      }
      field.rowRepair = number
      form.set(field)
      submission.ledger.book(stray.cell, .value)
    }
  }

  /// Whether a value stands a row from a label, below or above it or to its right.
  private func isNear(_ stray: LabelWalk.Stray, _ empty: LabelWalk.Empty) -> Bool {
    abs(stray.row - empty.row) == 1
      && (stray.column == empty.column || stray.column == empty.column + 1)
  }

  /// Whether a value is what a label of a type announces.
  func fits(_ slice: Slice, _ type: FieldType) -> Bool {
    let text = reader.text[slice.range]
    let digits = text.count { $0.isDigitASCII }
    switch type {
    case .phone: return digits >= 7 && digits * 2 > text.count
    case .amount, .quantity, .count, .rate: return reader.quantity(slice) != nil
    // Names of two to four Han characters, organisations of three and more.
    case .person: return digits == 0 && text.count >= 6 && text.count <= 12
    case .organisation: return digits == 0 && text.count >= 9
    case .text: return text.count >= 18
    default: return false
    }
  }
}
