internal import TieoutModel

/// Gives back the columns that a head stands over, where its text was printed without them, and puts
/// the heads of the row below under it.
///
/// Text that keeps no blanks for what spans has a head of fewer cells than its rows, and the words of
/// the second row in front. As many as are missing fit under one head.
///
/// - before: `三级指标|指标值`, `前年|上年|当年` and rows of four cells
/// - after: `指标值` over three columns, and the three words in these
/// - leaves alone: rows with blanks or spans of their own, and heads of which two could stand over others
enum LostSpans {
  static func settle(_ document: inout Document, _ profile: Profile) {
    let rows = document.rows
    for (place, entry) in rows.enumerated().dropFirst(2) {
      let (head, below) = (rows[place - 2], rows[place - 1])
      // Hardly any row is wider than the head by just as much.
      guard below.cellCount > 1, head.cellCount > 2,
        entry.cellCount + 1 == head.cellCount + below.cellCount,
        let parent = parent(place - 2, document, profile)
      else { continue }
      document.cells[parent].columnSpan = UInt16(below.cellCount)
      for index in parent + 1..<head.cells.upperBound {
        document.cells[index].column += UInt16(below.cellCount - 1)
      }
      for index in below.cells { document.cells[index].column += document.cells[parent].column }
    }
  }

  /// The head that stands over the words of the row below it.
  private static func parent(_ place: Int, _ document: Document, _ profile: Profile) -> Int? {
    let (cells, rows) = (document.cells, document.rows[place..<place + 3])
    guard rows.allSatisfy({ !$0.isLine && !$0.isMeasured }),
      rows.dropLast().allSatisfy({ isPacked($0, cells) }),
      HeadRow(rows[place], document, profile.meanings) != nil,
      rows[place + 1].cells.allSatisfy({ isWord(cells[$0], document, profile) }),
      rows[place + 2].cells.contains(where: { cells[$0].text.hasDigit(in: document.text) })
    else { return nil }
    let width = Int(rows[place + 1].cellCount)
    let entry = Array(rows[place + 2].cells)
    func holdsFigures(_ head: Int) -> Bool {
      let first = head - rows[place].cells.lowerBound
      return entry[first..<first + width].allSatisfy {
        cells[$0].text.isEmpty || cells[$0].text.hasDigit(in: document.text)
      }
    }
    let heads = rows[place].cells.filter {
      profile.mayNameFigures(cells[$0].label) && holdsFigures($0)
    }
    // A head that the profile knows may well stand for itself.
    let unknown = heads.filter { !profile.meanings.isOfColumn(cells[$0].label) }
    return unknown.count == 1 ? unknown.first : heads.count == 1 ? heads.first : nil
  }

  /// Whether the cells of a row stand one beside the other, and all of them hold something.
  private static func isPacked(_ row: Document.Row, _ cells: [Document.Cell]) -> Bool {
    row.cells.allSatisfy {
      !cells[$0].text.isEmpty && cells[$0].columnSpan <= 1
        && Int(cells[$0].column) == $0 - row.cells.lowerBound
    }
  }

  private static func isWord(
    _ cell: Document.Cell, _ document: Document, _ profile: Profile
  ) -> Bool {
    profile.meanings.isOfColumn(cell.label) || cell.text.isHeadWord(in: document.text)
  }
}

extension Profile {
  /// Whether a label heads amounts or targets; a word that heads no column may as well: `其中`.
  fileprivate func mayNameFigures(_ label: LabelID) -> Bool {
    guard meanings.isOfColumn(label) else { return true }
    let ofSummary = meanings.summaryColumn(label).map { summary.columns[$0].type }
    let ofGroups = meanings.role(label).groupColumns.map {
      detail.groups[$0.group].columns[$0.column].type
    }
    return (ofGroups + [ofSummary].compactMap { $0 }).contains { $0 == .amount || $0 == .target }
  }
}
