internal import TieoutModel

/// Takes the rows that a table begins with and that hold one text over its whole width for lines:
/// titles, captions; and so the title of another form further down, which may stand in one of two columns
/// where a line above has it, too.
///
/// - before: the first row `绩效目标表` over five columns, the second `单位：万元`
/// - after: two lines above the table
/// - leaves alone: a label, whose value is lost, and rows behind the first of several cells that are
///   no title
enum LinesInTables: Stage {
  static let name = "lines-in-tables"

  static func prepare(_ profile: inout Profile) { profile.prepare(TitleEndings.init) }

  static func run(_ document: inout Document, _ profile: Profile) {
    let endings = profile.prepared(TitleEndings.init)
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
      takeTitles(in: first.upperBound..<block.rows.upperBound, endings, &document, profile)
    }
  }

  /// Takes the titles of forms for lines that stand in a table of several, with the lines below them.
  private static func takeTitles(
    in rows: Range<Int>, _ endings: TitleEndings, _ document: inout Document, _ profile: Profile
  ) {
    var isBelowTitle = false
    for place in rows {
      let isLine = isLine(document.rows[place], document, profile)
      let title = loneCell(place, document).flatMap { cell -> Int? in
        let isTitle =
          endings.kind(document.cells[cell].text, document.text) == .form
          && (isLine || isLineAbove(place, document.cells[cell].text, document))
          && beginsForm(place + 1..<rows.upperBound, document, profile)
        return isTitle ? cell : nil
      }
      isBelowTitle = title != nil || isBelowTitle && isLine
      guard isBelowTitle else { continue }
      if let title { document.rows[place].firstCell = UInt32(title) }
      document.rows[place].isLine = true
      document.rows[place].cellCount = 1
    }
  }

  /// The only cell of a row that is filled; `nil` where there are several.
  private static func loneCell(_ place: Int, _ document: borrowing Document) -> Int? {
    let cells = document.rows[place].cells
    guard let cell = cells.first(where: { !document.cells[$0].text.isEmpty }) else { return nil }
    return cells[(cell + 1)...].contains { !document.cells[$0].text.isEmpty } ? nil : cell
  }

  /// Whether a text stands in a line above a row: what an engine put in one of two columns is the title
  /// that another form has, and not a value.
  private static func isLineAbove(_ place: Int, _ text: Slice, _ document: borrowing Document)
    -> Bool
  {
    document.rows[..<place].contains { row in
      row.isLine && row.cellCount == 1
        && document.text.same(document.cells[Int(row.firstCell)].text, text)
    }
  }

  /// Whether the first row of several cells begins with the label of the key, as a form does; a heading
  /// of a part of it stands over other labels.
  private static func beginsForm(
    _ rows: Range<Int>, _ document: borrowing Document, _ profile: Profile
  ) -> Bool {
    let first = rows.first { !isLine(document.rows[$0], document, profile) }
    return first.map { row in
      document.rows[row].cells.contains { index in
        let label = profile.labels.label(document.cells[index].text, in: document.text)
        return profile.meanings.traits(label).contains(.key)
      }
    } ?? false
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
