/// The forms that come into question for each row.
struct Choices {
  /// A form that comes into question for a row, with the weight of the pair in hundredths.
  struct Choice {
    var detail: Int
    var weight: Int
  }

  /// All choices, row by row.
  private(set) var all: [Choice] = []
  private var ends: [Int] = []

  /// Creates an empty list with room for about so many rows.
  init(rowCount: Int = 0) {
    all.reserveCapacity(rowCount * 9)
    ends.reserveCapacity(rowCount)
  }

  /// Adds a form for the row that is being filled.
  mutating func add(_ detail: Int, weight: Int) {
    all.append(Choice(detail: detail, weight: weight))
  }

  /// Closes the row that is being filled.
  mutating func endRow() { ends.append(all.count) }

  /// The number of rows.
  var rowCount: Int { ends.count }

  /// The places in `all` of a row's choices.
  func places(ofRow row: Int) -> Range<Int> { (row > 0 ? ends[row - 1] : 0)..<ends[row] }

  /// The weight of a pair; `nil` where the form does not come into question for the row.
  func weight(row: Int, detail: Int) -> Int? {
    for place in places(ofRow: row) where all[place].detail == detail { return all[place].weight }
    return nil
  }
}
