internal import TieoutModel

/// A head that was read, and what was made of it.
///
/// Nearly all forms of a paper print one of a few heads. What labels and columns alone decide need not be
/// worked out again for one that has the same ones, above a row with the same ones.
struct HeadMemory {
  /// The group that the head is of; -1 where no head is remembered.
  private var group = -1
  /// What is printed, of the head and of the row below it.
  private var marks: [UInt64] = []
  /// The columns of the rows that follow.
  private(set) var header = TableHeader(columns: [])
  /// The slot that each cell of the head was given; `nil` where it has none.
  private(set) var slots: [UInt16?] = []

  /// Whether a row is the head that was read, printed again.
  func holds(_ place: Int, of group: Int, _ document: borrowing Document) -> Bool {
    guard group == self.group else { return false }
    var next = 0
    let marks = marks.span
    for row in place..<Self.end(place, document) {
      for index in document.rows[row].cells {
        guard next < marks.count, marks[next] == Self.mark(index, in: row, document) else {
          return false
        }
        next += 1
      }
    }
    return next == marks.count
  }

  /// Begins to read a head: keeps what is printed, before its labels are changed.
  mutating func begin(_ place: Int, _ document: borrowing Document) {
    group = -1
    marks.removeAll(keepingCapacity: true)
    for row in place..<Self.end(place, document) {
      for index in document.rows[row].cells { marks.append(Self.mark(index, in: row, document)) }
    }
  }

  /// Keeps what was made of it.
  mutating func keep(_ header: TableHeader, _ slots: [UInt16?], of group: Int) {
    self.group = group
    self.header = header
    self.slots = slots
  }

  /// The end of the rows that decide: the head and the row below, unless that is a line.
  private static func end(_ place: Int, _ document: borrowing Document) -> Int {
    let hasNext = place + 1 < document.rows.count && !document.rows[place + 1].isLine
    return place + (hasNext ? 2 : 1)
  }

  /// A cell's column, its width, its label and whether it is blank; which row it is in counts as well.
  private static func mark(
    _ index: Int, in row: Int, _ document: borrowing Document
  ) -> UInt64 {
    let cell = document.cells[index]
    let isFirst = index == Int(document.rows[row].firstCell)
    return UInt64(cell.column) << 48 | UInt64(cell.columnSpan) << 32
      | UInt64(cell.label.rawValue) << 16 | (isFirst ? 2 : 0) | (cell.text.isEmpty ? 1 : 0)
  }
}
