internal import TieoutModel

/// Cells of a document that are cut into several, collected to be put in their places at once.
struct CellCuts {
  private var cuts: [Cut] = []
  /// What cells are cut into, one after the other; cells that are printed alike share theirs.
  var parts: [Document.Cell] = []
  /// By how many cells the document grows.
  private(set) var added = 0

  private struct Cut: BitwiseCopyable {
    let cell: Int
    let first: Int
    let count: Int
    let start: UInt32
  }

  /// Cuts a cell behind those cut before.
  ///
  /// - Parameters:
  ///   - parts: what it is cut into, by place in `parts`.
  ///   - start: what is added to the places of the parts in the text.
  mutating func cut(_ cell: Int, into parts: Range<Int>, from start: UInt32 = 0) {
    cuts.append(Cut(cell: cell, first: parts.lowerBound, count: parts.count, start: start))
    added += parts.count - 1
  }

  /// Cuts a cell behind those cut before.
  mutating func cut(_ cell: Int, into parts: [Document.Cell]) {
    let first = self.parts.count
    self.parts += parts
    cut(cell, into: first..<self.parts.count)
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
      for place in cut.first..<cut.first + cut.count {
        var part = parts[place]
        part.text.start += cut.start
        result.append(part)
      }
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
        shift += cuts[passed].count - 1
        passed += 1
      }
      rows[row].firstCell += UInt32(shift)
    }
  }
}
