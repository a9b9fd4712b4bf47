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
    let source = document.text
    var cleaner = Cleaner(capacity: source.count + 64)
    var copied = 0
    for row in document.rows {
      for index in row.cells {
        let range = document.cells[index].text.range
        if copied < range.lowerBound { cleaner.copy(source, copied..<range.lowerBound) }
        document.cells[index].text = cleaner.clean(source, range, isLine: row.isLine)
        copied = range.upperBound
      }
    }
    cleaner.copy(source, copied..<source.count)
    document.text = cleaner.output
    if cleaner.map.entries.isEmpty { return }
    document.map = cleaner.map
    document.rules = Cleaner.names
  }
}
