internal import TieoutModel

extension CellFit {
  /// Whether a cell that is not what its column mostly holds may well be what the paper says there.
  ///
  /// A target is whatever the paper aims at: `达到国家二级标准`, `≥95%（抽样）`. A body may have a number
  /// in its name: `12345平台`. A unit or a figure under a head of words moved there, and so did words
  /// under a head of figures.
  func mayBeMeant(_ cell: Document.Cell, _ column: Int, _ text: [UInt8]) -> Bool {
    guard cell.label == .none, units.unit(cell.text, in: text) == nil else { return false }
    switch types[column] {
    case .target: return true
    case .name, .text, .organisation, .person:
      return !isBound(cell, text) && !isFigure(cell.text, text)
    default: return false
    }
  }

  /// Whether a slice is a number, damaged or not, with a unit that is known behind it at the most.
  private func isFigure(_ slice: Slice, _ text: [UInt8]) -> Bool {
    guard let (_, end) = Quantity.read(text, slice.range) else {
      return Quantity.isDamaged(text, slice)
    }
    let rest = Slice(end..<Int(slice.end)).trimmed(in: text)
    guard !rest.isEmpty, units.unit(rest, in: text) == nil else { return true }
    // A word follows the digits of a name; letters and points between digits are damage.
    return text[Int(rest.start)] < 0x80 && Quantity.isDamaged(text, slice)
  }
}
