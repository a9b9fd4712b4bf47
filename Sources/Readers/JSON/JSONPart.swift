internal import TieoutMarkup

/// A text or a table in JSON of no known engine, or some of its records.
struct JSONPart {
  /// What it is.
  enum Content {
    /// The place of a string.
    case text(Int)
    case table([TableCells.Cell])
    case records(RecordTable)
    /// Values that with their names are the rows of a form.
    case pairs([Int])
    /// The place of a value whose name says what the records in it are.
    case name(Int)

    /// Whether it is read as records, or is a name above them.
    var isOfRecords: Bool {
      switch self {
      case .name, .records, .pairs: true
      case .text, .table: false
      }
    }
  }

  var content: Content
  /// The JSON pointer of the string, or of the list of rows or cells.
  var pointer: String
  /// The number of its page as the file has it.
  var page: Int?
  /// The place of the box around it.
  var box: Int?
  /// Whether it holds a table that tells that a file is a paper's.
  var isTable: Bool
  /// The words in it; of records they are looked up where somebody asks.
  var words: PartWords?

  /// Its words.
  func words(_ tree: JSONTree) -> PartWords {
    if let words { return words }
    if case .name(let place) = content { return PartWords(tree.nameText(of: place).bytes) }
    return PartWords(cells(tree) ?? [])
  }

  /// The cells of a table, of records or of the rows of a form; `nil` for a text and a name.
  func cells(_ tree: JSONTree) -> [TableCells.Cell]? {
    let records = RecordCells(tree: tree, pointer: pointer)
    switch content {
    case .table(let cells): return cells
    case .records(let table): return records.cells(of: table)
    case .pairs(let values): return records.cells(ofPairs: values)
    case .text, .name: return nil
    }
  }

  /// Whether a value of some records is called as money is.
  func namesMoney(_ tree: JSONTree) -> Bool {
    switch content {
    case .records(let table): tree.nameMoney(table.heads)
    case .pairs(let values): tree.nameMoney(values)
    case .text, .table, .name: false
    }
  }
}
