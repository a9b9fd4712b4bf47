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

  /// The digits of a sum of money; the words and the remark beside them go where they belong.
  mutating func withoutRemark(
    _ slice: Slice, _ cell: Document.Cell, _ place: Int, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Slice {
    let sum = reader.beforeRemark(slice)
    if sum != slice {
      let remark = Slice(Int(sum.end)..<Int(slice.end))
      let words = reader.sumInWords(inBrackets: remark)
      if words.map({ take($0, of: remark, &form, &submission) }) != true {
        stray(remark, cell, place)
      }
      return sum
    }
    guard let (digits, words) = reader.digits(behindWords: slice) else { return slice }
    let before = Slice(Int(slice.start)..<Int(digits.start))
    if !take(words, of: before, &form, &submission) { stray(before, cell, place) }
    submission.ledger.book(Slice(Int(digits.end)..<Int(slice.end)), .value)
    return digits
  }

  /// Takes a sum in words; `false` where the form has such a field already, or none.
  private mutating func take(
    _ sum: ValueReader.SumInWords, of printed: Slice, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Bool {
    let labels = reader.profile.labels
    let named = labels.label(sum.name, in: reader.text)
    let label =
      named == .none ? labels.label(Slice(Self.inWords.indices), in: Self.inWords) : named
    guard let spec = field(of: label, form), specs[spec].type == .text, !form.has(plans[spec].name)
    else { return false }
    form.set(reader.field(plans[spec].name, sum.words, .text))
    submission.ledger.book(printed, .value)
    return true
  }

  private static let inWords = Array("大写".utf8)

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
