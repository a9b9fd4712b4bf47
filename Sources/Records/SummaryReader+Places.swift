internal import TieoutModel

extension Document {
  /// What of an entry stands before the next row begins: the other part of a wide table, which was
  /// joined to it, was printed elsewhere.
  func part(of entry: Slice, at place: Int) -> Slice {
    guard place + 1 < rows.count, rows[place + 1].cellCount > 0 else { return entry }
    let next = cells[rows[place + 1].cells.lowerBound].text.start
    guard next > entry.start, next < entry.end else { return entry }
    return rows[place].cells.map { cells[$0].text }.filter { !$0.isEmpty && $0.start < next }
      .reduce(.none) { $0.joined(with: $1) }
  }
}
