internal import TieoutModel

/// Finds the rows with which a form's table begins above the row of its key.
///
/// What stands above the key of the first form begins forms, since no form goes before it; the tables of
/// the others begin with the same labels.
///
/// - before: a table `项目编码 | 01`, `项目名称 | 古树保护` below a title that nobody knows
/// - after: the form begins with its code, and not with its name
/// - leaves alone: other labels above a key, more rows of them or another order than the first form has,
///   and rows of a table with another key: with all those the form before may end; above the first key,
///   what stands in another table, or is no value of a form
struct FormTops {
  private let kinds: FormRowKinds
  private var document: Document { kinds.document }
  /// The labels with which the rows above the key of the first form begin, in their order; `nil` before
  /// one was seen.
  private var labels: [LabelID]?

  init(_ kinds: FormRowKinds) { self.kinds = kinds }

  /// The first row of the form whose key a row gives.
  ///
  /// - Parameter start: where what goes before begins.
  func top(of key: Int, behind start: Int) -> Int {
    guard let labels else {
      return firstField(above: key, behind: max(start, Int(block(of: key).firstRow)))
    }
    var top = key
    var rest = labels[...]
    while top > start, !document.rows[top - 1].isLine, !isEndOfOther(top),
      let place = rest.lastIndex(of: firstLabel(top - 1))
    {
      rest = rest[..<place]
      top -= 1
    }
    return top
  }

  /// Notes with what the first form begins, whose first row is known.
  mutating func note(key: Int, ofFormAt start: Int) {
    guard labels == nil else { return }
    labels = (firstField(above: key, behind: start)..<key).map(firstLabel)
  }

  /// The lines that stand directly above a row.
  func lines(above row: Int, behind start: Int) -> Range<Int> {
    var first = row
    while first > start, document.rows[first - 1].isLine { first -= 1 }
    return first..<row
  }

  /// The first row of those above a key that hold values of a form.
  private func firstField(above key: Int, behind start: Int) -> Int {
    var top = key
    while top > start, !document.rows[top - 1].isLine, isField(firstLabel(top - 1)) { top -= 1 }
    return top
  }

  /// Whether a table begins at a row, and the one above gives another form's key.
  private func isEndOfOther(_ row: Int) -> Bool {
    Int(block(of: row).firstRow) == row && block(of: row - 1).rows.contains(where: kinds.givesKey)
  }

  private func block(of row: Int) -> Document.Block {
    document.blocks[document.blocks.partitionPoint { Int($0.firstRow) <= row } - 1]
  }

  /// Whether a label announces a single value of a form, and nothing in a table's body.
  private func isField(_ label: LabelID) -> Bool {
    let traits = kinds.profile.meanings.traits(label)
    return traits.contains(.field) && traits.isDisjoint(with: [.term, .heading, .summaryRow])
  }

  /// The label of the first cell that is filled.
  private func firstLabel(_ row: Int) -> LabelID {
    let first = document.rows[row].cells.first { !document.cells[$0].text.isEmpty }
    return first.map { document.cells[$0].label } ?? .none
  }
}
