internal import TieoutModel

/// A row of labels that head the columns of a table, with the columns that each of them spans.
struct HeadRow {
  /// One label, or what stands among the labels.
  struct Head {
    var cell: Int
    var columns: Range<Int>
    var isLabelled: Bool
  }

  /// What stands in the row, from left to right.
  let heads: [Head]

  /// Reads a row; `nil` where it is no head: it has a number, or labels of columns are not the most
  /// of it.
  init?(_ row: Document.Row, _ document: Document, _ meanings: LabelMeanings) {
    guard !row.isLine else { return nil }
    var heads: [Head] = []
    for index in row.cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      let isLabelled = meanings.isOfColumn(cell.label)
      if !isLabelled, document.text[cell.text.range].contains(where: { $0.isDigitASCII }) {
        return nil
      }
      heads.append(Head(cell: index, columns: cell.columns, isLabelled: isLabelled))
    }
    guard heads.count >= 3, heads.count(where: \.isLabelled) * 2 > heads.count else { return nil }
    self.heads = heads
  }

  /// The labels under which a cell stands.
  func labels(over columns: Range<Int>) -> [Head] {
    heads.filter { $0.isLabelled && $0.columns.overlaps(columns) }
  }
}

extension LabelMeanings {
  /// Whether a label heads a column: of the summary, of a group, or a value of its own below it.
  func isOfColumn(_ label: LabelID) -> Bool {
    label != .none
      && (summaryColumn(label) != nil || isField(label) || !role(label).groupColumns.isEmpty)
  }
}

extension Document.Cell {
  /// The columns that it spans.
  var columns: Range<Int> { Int(column)..<Int(column) + Int(max(columnSpan, 1)) }
}
