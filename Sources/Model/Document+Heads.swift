extension Document {
  /// The cells over the values of a row: those of the row above, and before them those that stand
  /// higher and reach down beside it, in rows that hold nothing else.
  public func heads(over row: Int) -> [Int] {
    guard row > 0 else { return [] }
    var tall: [Int] = []
    var above = row - 2
    while above >= 0, row - above <= Self.tallest, !rows[above].isLine {
      let filled = rows[above].cells.filter { !cells[$0].text.isEmpty }
      guard !filled.isEmpty, filled.allSatisfy({ above + Int(cells[$0].rowSpan) == row }) else {
        break
      }
      tall = filled + tall
      above -= 1
    }
    return tall + rows[row - 1].cells
  }

  /// So many rows a head reaches over at the most.
  private static let tallest = 4
}
