internal import TieoutModel

extension DraftFields {
  /// A single value: a label that comes back with every form, and what stands behind or below it.
  struct Value {
    var label: String
    var key: String
    var isLine: Bool
    /// The label on whose row it stands, where one label serves several values.
    var beside: String?
    var content = DraftColumn()
    /// By form, its value.
    var cells: [Int: DraftPaper.Cell] = [:]
    /// The unit in the label or in a heading before it.
    var unitLabel: Slice
    /// The column under which it stands, where its label is that of a line: the group, and its key.
    var under: (group: Int, key: String)?
    /// Whether a second figure stands behind the first in all forms: what was reached beside what
    /// could be.
    var hasSecond = false
  }

  /// A line that every form has once: the figures of each form, by column of its group.
  struct Line {
    var group: Int
    var label: DraftPaper.Cell
    var figures: [Int: [DraftPaper.Cell?]] = [:]
  }

  /// A group of repeated rows under a head.
  struct Group {
    var keys: [String]
    var labels: [String]
    var slices: [Slice]
    /// The label over each, where it stands below one.
    var parents: [Slice?]
    var places: [Int]
    var contents: [DraftColumn]
    /// Whether a row adds the others up.
    var hasTotal = false
    /// The rows: by column, the cell.
    var rows: [[DraftPaper.Cell?]] = []
    /// The form of each row.
    var owners: [Int] = []
    var forms: Set<Int> { Set(owners) }

    /// Leaves the first column out.
    mutating func dropFirstColumn() {
      keys.removeFirst()
      labels.removeFirst()
      slices.removeFirst()
      parents.removeFirst()
      places.removeFirst()
      contents.removeFirst()
      for row in rows.indices { rows[row].removeFirst() }
    }
  }
}
