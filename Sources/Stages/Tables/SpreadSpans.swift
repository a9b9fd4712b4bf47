internal import TieoutModel

/// Gives back the cells that span several columns where an engine printed them again in each of these.
///
/// Most formats leave the other cells of a span blank. A document in which they hold the same again
/// shows it by words that stand three times side by side; then a run of equal cells is one cell, unless
/// heads stand apart over them: `承担单位 ¦ 主管部门`. A label that spans rows is given back likewise.
///
/// - before: `年度目标|完成任务…|完成任务…|完成任务…`
/// - after: `年度目标|完成任务…` over three columns
/// - leaves alone: equal values under two heads, and documents whose long cells stand once
enum SpreadSpans: Stage {
  static let name = "spread-spans"

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.isDrawn, isSpread(document) else { return }
    var reader = SpreadRows(document, profile)
    for block in document.blocks where block.kind == .table {
      reader.begin()
      for place in block.rows { reader.read(document.rows[place]) }
    }
    for (cell, copies) in reader.spans {
      document.cells[cell].columnSpan = UInt16(clamping: copies.count + 1)
      for copy in copies { blank(copy, &document) }
    }
    for copy in reader.repeated { blank(copy, &document) }
  }

  /// Takes the characters of a copy out of its table; they stay in the text.
  private static func blank(_ cell: Int, _ document: inout Document) {
    document.copies.append(document.cells[cell].text)
    document.cells[cell].text.count = 0
  }

  /// Whether more rows hold words several times side by side than have blanks behind long ones.
  private static func isSpread(_ document: borrowing Document) -> Bool {
    var spread = 0
    var blank = 0
    let cells = document.cells.span
    var isNumbered = false
    for row in document.rows where row.cellCount > 2 && !row.isLine {
      var run = 1
      var isFound = false
      let first = row.cells.lowerBound
      let startsInDigits = beginsInDigits(cells[first], document)
      for index in first + 1..<row.cells.upperBound {
        let text = cells[index].text
        if cells[index - 1].columnSpan > 1 { return false }
        if text.isEmpty {
          if cells[index - 1].text.count >= longText { blank += 1 }
          run = 1
        } else if text.count >= shortest, document.same(cells[index - 1].text, text) {
          run += 1
          // Three times, or twice below numbers: a word at which a total begins.
          guard run > 2 || isNumbered && index == first + 1 else { continue }
          if !beginsInDigits(cells[index], document) { isFound = true }
        } else {
          run = 1
        }
      }
      if isFound { spread += 1 }
      isNumbered = startsInDigits
    }
    return spread > max(blank, 1)
  }

  private static func beginsInDigits(
    _ cell: Document.Cell, _ document: borrowing Document
  ) -> Bool {
    !cell.text.isEmpty && document.text[Int(cell.text.start)].isDigitASCII
  }

  /// The bytes of a long cell: a dozen Han characters.
  private static let longText = 36
  /// The bytes of the shortest word: two Han characters.
  private static let shortest = 5
}
