internal import TieoutModel

/// What cells cost in the columns of a table, worked out once for cells that are printed alike.
///
/// Rows that moved are mostly made of the same few words and units.
struct CellCosts {
  private static let places = 256

  private let fit: CellFit
  private let columns: [TableHeader.Column]
  private var texts = PrintedTexts(places: places)
  private var labels = [LabelID](repeating: .none, count: places)
  /// For each place its costs, and before them 1 where the cell is the rest of the text before it.
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
    let (place, isKnown) = texts.find(cell.text, in: document.text.span)
    let first = place * (columns.count + 1)
    if !isKnown || labels[place] != cell.label {
      texts.keep(cell.text, at: place)
      labels[place] = cell.label
      numbers[first] = fit.isBound(cell, document.text) ? 1 : 0
      fit.weigh(cell, columns, document.text, into: &numbers, from: first + 1)
    }
    row += numbers[first...first + columns.count]
  }
}
