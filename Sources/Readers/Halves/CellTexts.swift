internal import TieoutModel

/// How often each text stands in a cell of a table; counted when somebody first asks, since most papers
/// have no table in halves.
final class CellTexts {
  private let text: [UInt8]
  private let cells: [Document.Cell]
  private let rows: [Document.Row]
  private lazy var counts: [[UInt8]: Int] = {
    var counts: [[UInt8]: Int] = [:]
    for row in rows where !row.isLine {
      for index in row.cells where !cells[index].text.isEmpty {
        counts[Array(text[cells[index].text.range]), default: 0] += 1
      }
    }
    return counts
  }()

  init(_ document: borrowing Document) {
    (text, cells, rows) = (document.text, document.cells, document.rows)
  }

  /// How often the characters of a slice are a whole cell.
  func count(of slice: Slice) -> Int { counts[Array(text[slice.range])] ?? 0 }
}
