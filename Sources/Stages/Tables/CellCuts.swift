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

  /// Puts the parts in the places of their cells.
  func apply(to cells: inout [Document.Cell]) {
    guard !cuts.isEmpty else { return }
    var result: [Document.Cell] = []
    result.reserveCapacity(cells.count + added)
    var next = 0
    for cut in cuts {
      result += cells[next..<cut.cell]
      result += parts[cut.parts]
      next = cut.cell + 1
    }
    result += cells[next...]
    cells = result
  }
}
