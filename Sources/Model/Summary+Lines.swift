extension Summary {
  /// The lines that are neither a row nor the total, as records.
  ///
  /// Subtotals, headings, sums carried over, values without a row: with them, nothing that is printed
  /// in the table is lost. What a repair of a column gave to a row is no longer theirs.
  public var lines: [Record] {
    var lines: [Record] = []
    var given: Set<Slice>?
    for piece in pieces {
      for line in piece.lines where line.owner == .subtotal || line.owner == .nobody {
        let moved = given ?? self.moved
        given = moved
        let values = (line.repaired ?? line.fields).filter { !moved.contains($0.printed) }
        guard !values.isEmpty else { continue }
        let word = line.word.flatMap { values.named($0.name) == nil ? $0 : nil }
        let fields = (word.map { [$0] } ?? []) + values
        lines.append(
          Record(id: "summary/line-\(lines.count + 1)", kind: .line, at: line.at, fields: fields))
      }
    }
    return lines
  }

  /// Whether totals stand below sections of rows, and none below all of them.
  public var isTotalledInSections: Bool {
    guard total == nil else { return false }
    var hasTotal = false
    var isOpen = false
    for line in pieces.lazy.flatMap(\.lines) {
      if case .row = line.owner { isOpen = true }
      if line.label == .total { (hasTotal, isOpen) = (true, false) }
    }
    return hasTotal && !isOpen
  }

  /// What stands in rows because a column was repaired.
  private var moved: Set<Slice> {
    var moved: Set<Slice> = []
    func add(_ fields: [Field]) {
      for place in fields.indices where fields[place].columnRepair > 0 {
        moved.insert(fields[place].printed)
      }
    }
    for place in rows.indices { add(rows[place].fields) }
    if let total { add(total.fields) }
    return moved
  }
}
