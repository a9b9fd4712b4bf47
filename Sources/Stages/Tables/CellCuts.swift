internal import TieoutModel

/// Cells of a document that are cut into several, collected to be put in their places at once.
struct CellCuts {
  private var cuts: [(cell: Int, parts: Range<Int>)] = []
  /// The parts of all of them, one after the other.
  private var parts: [Document.Cell] = []
  /// By how many cells the document grows.
  private(set) var added = 0

  /// Cuts a cell behind those cut before.
  ///
  /// - Parameter start: what is added to the places of the parts in the text.
  mutating func cut(_ cell: Int, into parts: [Document.Cell], from start: UInt32 = 0) {
    let first = self.parts.count
    self.parts += parts
    for place in first..<self.parts.count { self.parts[place].text.start += start }
    cuts.append((cell, first..<self.parts.count))
    added += parts.count - 1
  }

  /// Puts the parts in the places of their cells, and tells the rows where their cells stand then.
  func apply(to document: inout Document) {
    guard !cuts.isEmpty else { return }
    let cells = document.cells
    var result: [Document.Cell] = []
    result.reserveCapacity(cells.count + added)
    var next = 0
    for cut in cuts {
      if next < cut.cell { result += cells[next..<cut.cell] }
      result += parts[cut.parts]
      next = cut.cell + 1
    }
    result += cells[next...]
    document.cells = result
    move(&document.rows)
  }

  /// Moves the first cells of rows by what the rows before them have grown.
  private func move(_ rows: inout [Document.Row]) {
    var rows = rows.mutableSpan
    var passed = 0
    var shift = 0
    for row in rows.indices {
      while passed < cuts.count, cuts[passed].cell < Int(rows[row].firstCell) {
        shift += cuts[passed].parts.count - 1
        passed += 1
      }
      rows[row].firstCell += UInt32(shift)
    }
  }
}
