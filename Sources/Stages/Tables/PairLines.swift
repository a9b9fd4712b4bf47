internal import TieoutModel

/// Finds the lines that wide blanks part into labels and values, without colons.
///
/// - before: the lines `项目名称    古树名木保护` and `项目单位    园林管理所`
/// - after: both are known to be a label and its value
/// - leaves alone: a single line of that kind, and one above a line of as many values: both may be heads
///   of a table that has lost its columns
struct PairLines {
  /// Where the lines are, by their rows.
  private(set) var rows: Set<Int> = []

  init(_ document: Document, _ labels: LineLabels) {
    var marks: [LineLabels.Mark] = []
    var found: [Int] = []
    for row in document.rows.indices {
      guard let line = Self.line(row, document) else {
        keep(&found)
        continue
      }
      labels.findPairs(in: line, document.text, &marks)
      guard !marks.isEmpty else { continue }
      let below = row + 1 < document.rows.count ? Self.line(row + 1, document) : nil
      if let below, labels.areValues(below, below: line, document.text) { continue }
      found.append(row)
    }
    keep(&found)
  }

  /// Keeps the lines between two tables, where there are several of them.
  private mutating func keep(_ found: inout [Int]) {
    if found.count > 1 { rows.formUnion(found) }
    found.removeAll(keepingCapacity: true)
  }

  /// A line of prose; `nil` for the row of a table.
  private static func line(_ row: Int, _ document: Document) -> Slice? {
    guard document.rows[row].isLine else { return nil }
    return document.rows[row].cells.reduce(.none) { $0.joined(with: document.cells[$1].text) }
  }
}
