internal import TieoutModel

/// What stands in the column of units of a row.
struct UnitCell {
  /// Its characters; none where the row or the table has no such cell.
  private(set) var text = Slice.none
  private var known: UnitID?

  /// Nothing.
  init() {}

  /// Reads a cell.
  init(_ text: Slice, _ reader: ValueReader) {
    self.text = text
    known = reader.unit(text)
  }

  /// The unit that it spells, or none.
  var unit: UnitID { known ?? .none }

  /// The unit that a slice spells; mostly the text says again what the column says.
  func unit(_ slice: Slice, _ reader: ValueReader) -> UnitID? {
    slice.count == text.count && reader.text.same(slice, text) ? known : reader.unit(slice)
  }
}
