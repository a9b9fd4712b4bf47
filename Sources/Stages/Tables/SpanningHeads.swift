internal import TieoutModel

/// The columns that stand under heads of several, where a second row of heads has its words:
/// `其中` over `省级补助` and `市县配套`.
///
/// Text shows such a head by the blank cells behind it.
struct SpanningHeads {
  /// The columns under each head of several, from left to right.
  private let columns: [Range<Int>]

  init(_ row: Document.Row, _ cells: [Document.Cell]) {
    var columns: [Range<Int>] = []
    for index in row.cells where Self.mayBeOne(index, in: row, cells) {
      var end = index + 1
      while end < row.cells.upperBound, cells[end].text.isEmpty { end += 1 }
      let last =
        end < row.cells.upperBound ? Int(cells[end].column) : cells[end - 1].columns.upperBound
      let span =
        cells[index].columnSpan > 1 ? cells[index].columns : Int(cells[index].column)..<last
      columns.append(span)
    }
    self.columns = columns
  }

  /// The number of columns under heads of several.
  var width: Int { columns.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) } }

  /// Whether a head may stand over several columns.
  static func mayBeOne(_ index: Int, in row: Document.Row, _ cells: [Document.Cell]) -> Bool {
    guard !cells[index].text.isEmpty else { return false }
    return cells[index].columnSpan > 1
      || index + 1 < row.cells.upperBound && cells[index + 1].text.isEmpty
  }

  /// By how many columns the words of a row stand too far left, where the row is the second of the
  /// heads; `nil` where it is none.
  ///
  /// At least two words and nothing else stand under heads of several columns, known to the profile
  /// or not. An engine that writes no blanks for what spans both rows leaves them at the front: then
  /// there are as many as such columns, and most of them are labels.
  func shift(
    of row: Document.Row, _ document: borrowing Document, _ profile: borrowing Profile
  ) -> Int? {
    // Asked in this way, since a closure that knows the profile would copy it.
    let (meanings, mayBeTotal) = (profile.meanings, profile.hasAmounts)
    return shift(
      of: row, document,
      isHead: {
        meanings.summaryColumn($0) != nil || mayBeTotal && meanings.summaryRow($0) == .total
      })
  }

  /// The same for a table of which another one says what its labels are.
  func shift(
    of row: Document.Row, _ document: borrowing Document, isHead: (LabelID) -> Bool
  ) -> Int? {
    let count = columns.reduce(0) { $0 + $1.count }
    guard count > 1, !row.isLine, let first = columns.first, let last = columns.last else {
      return nil
    }
    var filled = 0
    var labels = 0
    var isBelow = true
    var isInFront = true
    for index in row.cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      let isLabel = isHead(cell.label)
      guard isLabel || isWord(cell.text, document.text) else { return nil }
      labels += isLabel ? 1 : 0
      let column = Int(cell.column)
      isBelow = isBelow && columns.contains { $0.contains(column) }
      isInFront = isInFront && column == filled
      filled += 1
    }
    guard filled > 1 else { return nil }
    if isBelow { return 0 }
    guard isInFront, filled == count, labels * 2 > filled,
      last.upperBound == first.lowerBound + count
    else { return nil }
    return first.lowerBound
  }

  /// Whether a cell holds words and no figure.
  private func isWord(_ slice: Slice, _ text: [UInt8]) -> Bool {
    if slice.withoutYear(in: text) != nil { return true }
    let first = text[Int(slice.start)]
    return (first >= 0xE3 || first.isLetterASCII) && !slice.hasDigit(in: text)
  }
}
