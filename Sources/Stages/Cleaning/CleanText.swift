internal import TieoutModel

/// Undoes what recognition did to characters: markup, widths, look-alike signs, stray spaces; and
/// settles how the paper's numbers are separated.
///
/// - before: `补贴发放准确率 $\geq 95\%$`
/// - after: `补贴发放准确率≥95%`
/// - leaves alone: the punctuation of prose, and everything that no rule knows
enum CleanText: Stage {
  static let name = "clean-text"

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.map.entries.isEmpty else { return }
    let separators = PaperSeparators(document)
    let text = document.text
    var cleaner = Cleaner(text)
    let rows = document.rows
    var cells = document.cells.mutableSpan
    for row in rows.span.indices {
      let isLine = rows[row].isLine
      for index in rows[row].cells {
        let cell = cells[index].text
        if let separators {
          let signs = separators.changes(in: cell, isLine: isLine, text)
          if !signs.isEmpty {
            cells[index].text = cleaner.clean(cell, changing: signs)
            continue
          }
        }
        cells[index].text = cleaner.clean(cell, isLine: isLine)
      }
    }
    if cleaner.map.entries.isEmpty { return }
    cleaner.finish()
    document.text = cleaner.output
    document.map = cleaner.map
    document.rules = Cleaner.names + [PaperSeparators.name]
  }
}
