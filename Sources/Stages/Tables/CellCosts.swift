internal import TieoutModel

/// What cells cost in the columns of a table, worked out once for cells that are printed alike.
///
/// Rows that moved are mostly made of the same few words and units. A handful of cells is
/// remembered, each in the one place that its characters give it.
struct CellCosts {
  private struct Entry {
    var text = Slice.none
    var label = LabelID.none
  }

  private static let places = 64

  private let fit: CellFit
  private let columns: [TableHeader.Column]
  private var entries = [Entry](repeating: Entry(), count: places)
  /// For each entry its costs, and before them 1 where the cell is the rest of the text before it.
  private var numbers: [Int32]

  init(_ columns: [TableHeader.Column], _ fit: CellFit) {
    self.fit = fit
    self.columns = columns
    numbers = Array(repeating: 0, count: Self.places * (columns.count + 1))
  }

  /// Puts the numbers of a cell, one and one a column, behind others.
  mutating func append(
    _ cell: Document.Cell, _ document: borrowing Document, to row: inout [Int32]
  ) {
    let place = Self.place(cell.text, document.text.span)
    let first = place * (columns.count + 1)
    let entry = entries[place]
    if entry.label != cell.label || !document.same(entry.text, cell.text) {
      entries[place] = Entry(text: cell.text, label: cell.label)
      numbers[first] = fit.isBound(cell, document.text) ? 1 : 0
      fit.weigh(cell, columns, document.text, into: &numbers, from: first + 1)
    }
    row += numbers[first...first + columns.count]
  }

  /// The place of a cell, by its first and its last characters.
  private static func place(_ slice: Slice, _ text: borrowing Span<UInt8>) -> Int {
    let (head, tail) = (slice.range.prefix(8), slice.range.suffix(8))
    let bits = text.word(head).bits ^ text.word(tail).bits &* 31
    return Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}
