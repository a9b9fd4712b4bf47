internal import TieoutModel

/// A text of a listed paper: a line, a part of a line between blanks, or two that spell one label.
struct ListedText {
  /// Its characters.
  var parts: [Slice]
  /// The label that it is; `LabelID.none` where it is none.
  var label: LabelID
  var page: UInt32
  /// The line that it stands in.
  var line: Int
  /// Whether other texts stand between its two parts.
  var isSplit = false
}

/// A row of a table that is put together, or a line of prose.
struct ListedRow {
  /// A cell with the texts that are its characters.
  struct Cell {
    var column: Int
    var parts: [Slice]
    /// The text that it is, or the first of them; `nil` where it is blank.
    var first: Int?
    var columnSpan = 1
    var rowSpan = 1
  }

  var cells: [Cell]
  var page: UInt32
  var isLine = false
  /// Whether its cells stand in columns that were measured on the page.
  var isMeasured = false
  /// Whether it is the first of its table.
  var beginsTable = false

  /// Where it begins in the file.
  var start: Int { Int(cells.lazy.flatMap(\.parts).map(\.start).min() ?? 0) }
}
