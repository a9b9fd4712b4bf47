internal import TieoutModel

/// Finds the rows with which a form's table begins above the row of its key.
///
/// What stands above the key of the first form begins forms, since no form goes before it; the tables of
/// the others begin with the same labels.
///
/// - before: a table `项目编码 | 01`, `项目名称 | 古树保护` below a title that nobody knows
/// - after: the form begins with its code, and not with its name
/// - leaves alone: other labels above a key, with which the form before may end; above the first key,
///   what stands in another table, or is no value of a form
struct FormTops {
  private let document: Document
  private let meanings: LabelMeanings
  /// The labels with which rows above the key of the first form begin; `nil` before one was seen.
  private var labels: Set<LabelID>?

  init(document: Document, profile: Profile) {
    self.document = document
    meanings = profile.meanings
  }

  /// The first row of the form whose key a row gives.
  ///
  /// - Parameter start: where what goes before begins.
  func top(of key: Int, behind start: Int) -> Int {
    if let labels { return top(of: key, behind: start) { labels.contains($0) } }
    let block = document.blocks.partitionPoint { Int($0.firstRow) <= key } - 1
    return top(of: key, behind: max(start, Int(document.blocks[block].firstRow))) { isField($0) }
  }

  /// Notes with what the first form begins, whose first row is known.
  mutating func note(key: Int, ofFormAt start: Int) {
    guard labels == nil else { return }
    let top = top(of: key, behind: start) { isField($0) }
    labels = Set((top..<key).map(firstLabel))
  }

  /// The lines that stand directly above a row.
  func lines(above row: Int, behind start: Int) -> Range<Int> {
    var first = row
    while first > start, document.rows[first - 1].isLine { first -= 1 }
    return first..<row
  }

  private func top(of key: Int, behind start: Int, where leads: (LabelID) -> Bool) -> Int {
    var top = key
    while top > start, !document.rows[top - 1].isLine, leads(firstLabel(top - 1)) { top -= 1 }
    return top
  }

  /// Whether a label announces a single value of a form, and nothing in a table's body.
  private func isField(_ label: LabelID) -> Bool {
    let traits = meanings.traits(label)
    return traits.contains(.field) && traits.isDisjoint(with: [.term, .heading, .summaryRow])
  }

  /// The label of the first cell that is filled.
  private func firstLabel(_ row: Int) -> LabelID {
    let first = document.rows[row].cells.first { !document.cells[$0].text.isEmpty }
    return first.map { document.cells[$0].label } ?? .none
  }
}
