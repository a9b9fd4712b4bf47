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

  /// A sum in words beside its digits, and the field that such words are.
  struct WordsBeside {
    var spec: Int
    var words: Slice
    /// All that is printed beside the digits.
    var printed: Stray
  }

  /// The digits of a sum of money; the words and the remark beside them go where they belong.
  mutating func withoutRemark(
    _ slice: Slice, _ cell: Document.Cell, _ place: Int, _ form: borrowing FormFields,
    _ submission: inout Submission
  ) -> Slice {
    let sum = reader.beforeRemark(slice)
    if sum != slice {
      let remark = Slice(Int(sum.end)..<Int(slice.end))
      keep(reader.sumInWords(inBrackets: remark), of: remark, cell, place, form)
      return sum
    }
    guard let (digits, words) = reader.digits(behindWords: slice) else { return slice }
    keep(words, of: Slice(Int(slice.start)..<Int(digits.start)), cell, place, form)
    submission.ledger.book(Slice(Int(digits.end)..<Int(slice.end)), .value)
    return digits
  }

  private mutating func keep(
    _ sum: ValueReader.SumInWords?, of printed: Slice, _ cell: Document.Cell, _ place: Int,
    _ form: borrowing FormFields
  ) {
    let printed = Stray(cell: printed, row: place, column: Int(cell.column))
    if let sum, let spec = field(ofWords: sum.name, form) {
      wordsBeside.append(WordsBeside(spec: spec, words: sum.words, printed: printed))
    } else {
      isAtPageHead = false
      strays.append(printed)
    }
  }

  /// The field of a sum in words, by what names it; `大写` where nothing does but its currency.
  private func field(ofWords name: Slice, _ form: borrowing FormFields) -> Int? {
    let labels = reader.profile.labels
    let isPlain = name.isEmpty || reader.text[name.range].elementsEqual(Self.currency)
    let label =
      isPlain
      ? labels.label(Slice(Self.inWords.indices), in: Self.inWords)
      : labels.label(name, in: reader.text)
    return field(of: label, form).flatMap { specs[$0].type == .text ? $0 : nil }
  }

  private static let inWords = Array("大写".utf8)
  private static let currency = Array("人民币".utf8)

  /// Gives a form that has no other sum in words those beside its digits.
  mutating func settleWords(_ form: inout FormFields, _ submission: inout Submission) {
    for beside in wordsBeside {
      let name = plans[beside.spec].name
      if form.has(name) {
        strays.append(beside.printed)
      } else {
        form.set(reader.field(name, beside.words, .text))
        submission.ledger.book(beside.printed.cell, .value)
      }
    }
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
