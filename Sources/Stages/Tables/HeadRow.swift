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
  private(set) var heads: [Head]

  /// Reads a row; `nil` where it is no head: it has a number, or labels of columns are not the most
  /// of it.
  init?(_ row: Document.Row, _ document: Document, _ meanings: LabelMeanings) {
    guard !row.isLine, row.cellCount >= 3 else { return nil }
    var labelled = 0
    var others = 0
    for index in row.cells where !document.cells[index].text.isEmpty {
      if meanings.isOfColumn(document.cells[index].label) {
        labelled += 1
      } else {
        others += 1
        let text = document.cells[index].text
        if document.text[text.range].contains(where: { $0.isDigitASCII }) { return nil }
      }
    }
    guard labelled + others >= 3, labelled > others else { return nil }
    heads = row.cells.filter { !document.cells[$0].text.isEmpty }.map {
      Head(
        cell: $0, columns: document.cells[$0].columns,
        isLabelled: meanings.isOfColumn(document.cells[$0].label))
    }
  }

  /// Puts the heads of a second row in the place of those of several columns above them.
  mutating func addSecondRow(below place: Int, _ document: Document, _ meanings: LabelMeanings) {
    guard heads.contains(where: { $0.columns.count > 1 }), place + 1 < document.rows.count else {
      return
    }
    let below = document.rows[place + 1]
    let above = SpanningHeads(document.rows[place], document.cells)
    guard above.shift(of: below, document, isHead: meanings.isOfColumn) == 0 else { return }
    let second = below.cells.map { (index: $0, cell: document.cells[$0]) }.filter {
      !$0.cell.text.isEmpty
    }
    heads.removeAll { head in second.contains { head.columns.contains(Int($0.cell.column)) } }
    heads += second.map { index, cell in
      Head(cell: index, columns: cell.columns, isLabelled: meanings.isOfColumn(cell.label))
    }
    heads.sort { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// The labels under which a cell stands.
  func labels(over columns: Range<Int>) -> [Head] {
    heads.filter { $0.isLabelled && $0.columns.overlaps(columns) }
  }
}

extension Document.Cell {
  /// The columns that it spans.
  var columns: Range<Int> { Int(column)..<Int(column) + Int(max(columnSpan, 1)) }
}
