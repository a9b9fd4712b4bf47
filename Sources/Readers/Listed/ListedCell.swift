internal import TieoutModel

/// A text that may be a cell, with what it is in whatever column it stands.
struct ListedCell {
  let text: [UInt8]
  let slice: Slice
  /// The label that it is; `LabelID.none` where it is none.
  let label: LabelID
  let isFigure: Bool
  /// Whether it stands for a blank cell.
  let isBlank: Bool
  /// What it is the value of in some form; `nil` where none has it.
  let value: FieldType?

  init(_ text: [UInt8], _ slice: Slice, _ label: LabelID, isFigure: Bool, _ fit: ListedFit) {
    (self.text, self.slice, self.label, self.isFigure) = (text, slice, label, isFigure)
    isBlank = ListedFit.isBlank(text, slice)
    value = fit.values.type(text, slice)
  }

  /// Several texts that are one cell together.
  init(_ whole: [UInt8], _ fit: ListedFit) {
    let slice = Slice(0..<whole.count)
    self.init(whole, slice, .none, isFigure: fit.isFigure(whole, slice), fit)
  }
}
