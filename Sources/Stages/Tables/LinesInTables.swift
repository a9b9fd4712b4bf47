internal import TieoutModel

/// Takes the rows that a table begins with and that hold one text over its whole width for lines:
/// titles, captions.
///
/// - before: the first row `绩效目标表` over five columns, the second `单位：万元`
/// - after: two lines above the table
/// - leaves alone: a label, whose value is lost, and rows behind the first of several cells
enum LinesInTables: Stage {
  static let name = "lines-in-tables"

  static func run(_ document: inout Document, _ profile: Profile) {
    for block in document.blocks where block.kind == .table {
      let first = block.rows.prefix {
        document.rows[$0].isLine || isLine(document.rows[$0], document, profile)
      }
      // What has nothing but such rows is a list, and stays one.
      guard first.upperBound < block.rows.upperBound else { continue }
      for place in first {
        document.rows[place].isLine = true
        document.rows[place].cellCount = 1
      }
    }
  }

  /// Whether the first cell of a row is all that it holds, over three columns or more.
  private static func isLine(
    _ row: Document.Row, _ document: borrowing Document, _ profile: Profile
  ) -> Bool {
    let cells = document.cells.span
    let first = Int(row.firstCell)
    var width = Int(cells[first].columnSpan)
    guard !cells[first].text.isEmpty else { return false }
    for index in row.cells.dropFirst() {
      if !cells[index].text.isEmpty { return false }
      width += Int(cells[index].columnSpan)
    }
    return width > 2 && profile.labels.label(cells[first].text, in: document.text) == .none
  }
}
