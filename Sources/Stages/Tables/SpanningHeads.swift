internal import TieoutModel

/// The columns that stand under heads of several, where a second row of heads has its words:
/// `其中` over `省级补助` and `市县配套`.
///
/// Text shows such a head by the blank cells behind it.
struct SpanningHeads {
  /// The columns under each head of several, from left to right.
  private let columns: [Range<Int>]
  /// Whether all other heads are known to span the row below: nothing but heads has room there.
  private let isBesideTall: Bool

  init(_ row: Document.Row, _ cells: [Document.Cell]) {
    var columns: [Range<Int>] = []
    var isBesideTall = false
    for index in row.cells where Self.mayBeOne(index, in: row, cells) {
      var end = index + 1
      while end < row.cells.upperBound, cells[end].text.isEmpty { end += 1 }
      let last =
        end < row.cells.upperBound ? Int(cells[end].column) : cells[end - 1].columns.upperBound
      let span =
        cells[index].columnSpan > 1 ? cells[index].columns : Int(cells[index].column)..<last
      columns.append(span)
    }
    if !columns.isEmpty {
      let others = row.cells.filter {
        !cells[$0].text.isEmpty && !Self.mayBeOne($0, in: row, cells)
      }
      isBesideTall = !others.isEmpty && others.allSatisfy { cells[$0].rowSpan > 1 }
    }
    self.columns = columns
    self.isBesideTall = isBesideTall
  }

  /// The filled cells of a row below, by the first column of the head under which they stand.
  func heads(
    in row: Document.Row, _ cells: [Document.Cell]
  ) -> [(parent: Int, cells: [Int])] {
    columns.map { columns in
      let below = row.cells.filter {
        !cells[$0].text.isEmpty && columns.contains(Int(cells[$0].column))
      }
      return (columns.lowerBound, below)
    }
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
  /// or not; between heads that span both rows they are heads whatever they are. An engine that
  /// writes no blanks for what spans both rows leaves them at the front: then there are as many as
  /// such columns, and most of them are labels.
  func shift(
    of row: Document.Row, _ document: borrowing Document, _ profile: borrowing Profile
  ) -> Int? {
    // Asked in this way, since a closure that knows the profile would copy it.
    let (meanings, mayBeTotal) = (profile.meanings, profile.hasAmounts)
    return shift(
      of: row, document,
      isHead: {
        meanings.summaryColumn($0) != nil || mayBeTotal && meanings.isSumWord($0)
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
    var areWords = true
    for index in row.cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      let isLabel = isHead(cell.label)
      areWords = areWords && (isLabel || cell.text.isHeadWord(in: document.text))
      guard areWords || isBesideTall else { return nil }
      labels += isLabel ? 1 : 0
      let column = Int(cell.column)
      isBelow = isBelow && columns.contains { $0.contains(column) }
      isInFront = isInFront && column == filled
      filled += 1
    }
    guard filled > 1 else { return nil }
    if isBelow { return 0 }
    guard isInFront, areWords, filled == count, labels * 2 > filled,
      last.upperBound == first.lowerBound + count
    else { return nil }
    return first.lowerBound
  }
}

extension Slice {
  /// Whether it may head a column by its characters: words without a figure, a year, or both.
  func isHeadWord(in text: [UInt8]) -> Bool {
    if isYear(in: text) || withoutYear(in: text) != nil { return true }
    let first = text[Int(start)]
    return (first >= 0xE3 || first.isLetterASCII) && !hasDigit(in: text)
  }
}
