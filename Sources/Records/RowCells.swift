internal import TieoutModel

/// The filled cells of a row by column; one buffer serves one row after the other.
struct RowCells: ~Copyable {
  /// What stands in one column.
  private struct Column {
    /// Its characters; none where the row has no cell there.
    var text = Slice.none
    /// Its label, where it has characters.
    var label = LabelID.none
  }

  private var columns: [Column]
  /// The characters of the whole row, seams included, whatever columns and sets they stand in.
  private(set) var row = Slice.none

  /// Creates the cells of an empty row.
  init(columns: Int) {
    self.columns = Array(repeating: Column(), count: columns)
  }

  /// The characters in a column; none where the row has no cell there.
  func text(_ column: Int) -> Slice { columns[column].text }

  /// The label in a column that has characters.
  func label(_ column: Int) -> LabelID { columns[column].label }

  /// Takes the cells of a row, of several sets of columns those of one and what all share; two cells
  /// of one column are joined where no other column's stands between them.
  mutating func take(_ cells: Range<Int>, _ all: [Document.Cell], set: UInt8 = 1) {
    let all = all.span
    var columns = columns.mutableSpan
    for column in columns.indices { columns[column].text = .none }
    var (start, end) = (UInt32.max, UInt32(0))
    var last = -1
    for index in cells {
      let text = all[index].text
      if text.isEmpty { continue }
      start = min(start, text.start)
      end = max(end, text.end)
      let column = Int(all[index].slot)
      guard column != Int(Document.Cell.unassigned),
        all[index].set == 0 || all[index].set == set
      else { continue }
      if columns[column].text.isEmpty {
        columns[column] = Column(text: text, label: all[index].label)
      } else {
        guard last == column else { continue }
        columns[column].text = columns[column].text.joined(with: text)
      }
      last = column
    }
    row =
      start < end
      ? Slice(start: start, count: end - start) : cells.last.map { all[$0].text } ?? .none
  }
}
