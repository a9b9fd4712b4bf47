internal import TieoutModel

/// Cells of a document that are cut into several, collected to be put in their places at once.
struct CellCuts {
  private var cuts: [(cell: Int, parts: Range<Int>)] = []
  /// The parts of all of them, one after the other.
  private var parts: [Document.Cell] = []
  /// By how many cells the document grows.
  private(set) var added = 0

  /// Cuts a cell behind those cut before.
  mutating func cut(_ cell: Int, into parts: [Document.Cell]) {
    let first = self.parts.count
    self.parts += parts
    cuts.append((cell, first..<self.parts.count))
    added += parts.count - 1
  }

  /// Puts the parts in the places of their cells: from the last one on, so that each other cell
  /// moves once and none needs another buffer.
  func apply(to cells: inout [Document.Cell]) {
    guard let filling = parts.last else { return }
    var end = cells.count
    cells.append(contentsOf: repeatElement(filling, count: added))
    var place = cells.count
    var cells = cells.mutableSpan
    for cut in cuts.reversed() {
      while end > cut.cell + 1 {
        end -= 1
        place -= 1
        cells[place] = cells[end]
      }
      for part in cut.parts.reversed() {
        place -= 1
        cells[place] = parts[part]
      }
      end = cut.cell
    }
  }
}
