extension Document {
  /// Lets go of cells that nobody looks up once there are records: all that are no labels, but for the
  /// first of each row, which tells where the row begins.
  ///
  /// Cells are what takes most of the memory of a long text.
  public mutating func keepLabels() {
    let all = cells
    var kept: [Cell] = []
    kept.reserveCapacity(all.count { $0.label != .none } + rows.count)
    let cells = all.span
    var rows = rows.mutableSpan
    for place in rows.indices {
      let own = rows[place].cells
      rows[place].firstCell = UInt32(kept.count)
      for index in own where index == own.lowerBound || cells[index].label != .none {
        kept.append(cells[index])
      }
      rows[place].cellCount = UInt32(kept.count) - rows[place].firstCell
    }
    self.cells = kept
  }
}
