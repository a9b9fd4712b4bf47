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

  /// A sum of money without the remark behind it, which goes where it belongs.
  mutating func withoutRemark(
    _ slice: Slice, _ cell: Document.Cell, _ place: Int, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Slice {
    let sum = reader.beforeRemark(slice)
    if sum != slice {
      let remark = Slice(Int(sum.end)..<Int(slice.end))
      if !takeWords(remark, &form, &submission) { stray(remark, cell, place) }
    }
    return sum
  }

  /// Takes the sum in words in brackets behind its digits: `（大写：壹拾贰万捌仟伍佰元整）`; `false`
  /// where the remark is another one, or the form has such a field already.
  private mutating func takeWords(
    _ remark: Slice, _ form: inout FormFields, _ submission: inout Submission
  ) -> Bool {
    let text = reader.text
    guard let brackets = Brackets(endOf: remark.range, text),
      Slice(Int(remark.start)..<brackets.start).trimmed(in: text).isEmpty,
      let start = brackets.inside.first(where: { index in
        guard text[index].isScalarStart else { return false }
        let words = Numeral.read(text, index..<brackets.inside.upperBound)
        return words?.kind == .money && words?.end == brackets.inside.upperBound
      })
    else { return false }
    let name = Slice(brackets.inside.lowerBound..<start)
    let labels = reader.profile.labels
    let label =
      name.isEmpty
      ? labels.label(Slice(Self.inWords.indices), in: Self.inWords) : labels.label(name, in: text)
    guard let spec = field(of: label, form), specs[spec].type == .text, !form.has(plans[spec].name)
    else { return false }
    let words = Slice(start..<brackets.inside.upperBound)
    form.set(reader.field(plans[spec].name, words, .text))
    submission.ledger.book(remark, .value)
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
