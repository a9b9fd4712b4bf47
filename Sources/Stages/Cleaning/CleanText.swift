internal import TieoutModel

/// Undoes what recognition did to characters: markup, widths, look-alike signs, stray spaces.
///
/// - before: `补贴发放准确率 $\geq 95\%$`
/// - after: `补贴发放准确率≥95%`
/// - leaves alone: the punctuation of prose, and everything that no rule knows
enum CleanText: Stage {
  static let name = "clean-text"

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.map.entries.isEmpty else { return }
    var cleaner = Cleaner(document.text)
    let rows = document.rows
    var cells = document.cells.mutableSpan
    for row in rows.span.indices {
      let isLine = rows[row].isLine
      for index in rows[row].cells {
        cells[index].text = cleaner.clean(cells[index].text, isLine: isLine)
      }
    }
    if cleaner.map.entries.isEmpty { return }
    cleaner.finish()
    document.text = cleaner.output
    document.map = cleaner.map
    document.rules = Cleaner.names
  }
}
