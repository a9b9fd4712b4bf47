internal import TieoutModel

/// What the cells of a row head in the summary; a second row of heads below it counts with it.
struct SummaryHeads {
  /// The labels of columns.
  private(set) var count = 0
  /// The other cells, but for those that stand over a second row of heads.
  private(set) var others = 0
  private(set) var hasSequence = false
  private(set) var hasKey = false
  private(set) var hasAmount = false
  /// Whether the row below is of the head, too.
  private(set) var isOfTwoRows = false

  /// How many labels of columns a head has at the least.
  static let least = 3

  init(_ place: Int, _ document: borrowing Document, _ profile: borrowing Profile) {
    let row = document.rows[place]
    var parents = 0
    for index in row.cells where !document.cells[index].text.isEmpty {
      let label = document.cells[index].label
      if let column = profile.summaryHead(label, mayBeTotal: count + others + parents > 0) {
        take(profile.summary.columns[column].name, profile.summary)
      } else if SpanningHeads.mayBeOne(index, in: row, document.cells) {
        parents += 1
      } else {
        others += 1
        // A head has two labels of columns at the least for each other cell, or begins with those of the
        // numbers and the key.
        if others * 3 > Int(row.cellCount), !hasSequence || !hasKey { return }
      }
    }
    guard parents > 0 else { return }
    // With the heads of the row below there would be too few all the same.
    guard count + Self.labels(below: place, document, profile) >= Self.least else { return }
    guard place + 1 < document.rows.count,
      SpanningHeads(row, document.cells)
        .shift(of: document.rows[place + 1], document, profile) != nil
    else {
      others += parents
      return
    }
    isOfTwoRows = true
    for index in document.rows[place + 1].cells {
      if let column = profile.summaryHead(document.cells[index].label, mayBeTotal: true) {
        take(profile.summary.columns[column].name, profile.summary)
      }
    }
  }

  /// The labels of columns in the row below one.
  private static func labels(
    below place: Int, _ document: borrowing Document, _ profile: borrowing Profile
  ) -> Int {
    guard place + 1 < document.rows.count else { return 0 }
    var count = 0
    for index in document.rows[place + 1].cells {
      let label = document.cells[index].label
      if label != .none, profile.summaryHead(label, mayBeTotal: true) != nil { count += 1 }
    }
    return count
  }

  private mutating func take(_ name: FieldName, _ summary: SummarySpec) {
    count += 1
    if name == summary.sequence { hasSequence = true }
    if name == summary.key { hasKey = true }
    if name == summary.amount { hasAmount = true }
  }
}
