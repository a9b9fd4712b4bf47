internal import TieoutModel

extension MergedTable {
  /// Deals words of a closed list out that stand in one cell: each that is too much takes the next
  /// row, and what stands there the one after, up to a row that has none.
  mutating func dealWords(_ printed: Int, _ column: Int) {
    for place in rows.indices {
      guard let cell = rows[place].cell(printed), cell.label == .none else { continue }
      let parts = document.parts(cell.text)
      guard parts.count > 1, parts.allSatisfy({ isWord(label($0), column) }) else { continue }
      var waiting = parts.dropFirst().map { (slice: $0, label: label($0)) }
      var changes = [(place, parts[0], label(parts[0]))]
      var next = place + 1
      while next < rows.count, !waiting.isEmpty {
        if let there = rows[next].cell(printed) {
          guard isWord(there.label, column) else { break }
          waiting.append((there.text, there.label))
        }
        let first = waiting.removeFirst()
        changes.append((next, first.slice, first.label))
        next += 1
      }
      guard waiting.isEmpty else { continue }
      for (place, slice, label) in changes { rows[place].set(slice, printed, label: label) }
      note(
        place..<next, [[cell.text]], parts.map { [$0] },
        Message(
          zh: "一格两个标签，后一个属于下一行", en: "two labels in one cell: the second is the next row’s"))
    }
  }

  private func label(_ slice: Slice) -> LabelID {
    profile.labels.label(slice, in: document.text)
  }

  private func isWord(_ label: LabelID, _ column: Int) -> Bool {
    label != .none
      && profile.meanings.term(label, group: columns.group, column: column) != nil
  }

  /// Deals two units or numbers out that stand in one cell, below or above an empty one.
  mutating func dealValues(_ column: Int) {
    for place in rows.indices {
      let slice = rows[place].slice(column)
      let parts = document.parts(slice)
      guard parts.count == 2, parts.allSatisfy({ isValue($0) }) else { continue }
      let upper = isWaiting(place - 1, column) ? place - 1 : place
      guard upper < place || isWaiting(place + 1, column) else { continue }
      rows[upper].set(parts[0], column)
      rows[upper + 1].set(parts[1], column)
      note(
        upper..<upper + 2, [[slice]], parts.map { [$0] },
        Message(
          zh: "一格两个值，相邻一行的这一格是空的",
          en: "two values in one cell, and the cell of the row beside it is empty"))
    }
  }

  private func isValue(_ slice: Slice) -> Bool {
    document.isBound(slice) || profile.units.unit(spelt: document.text[slice.range]) != nil
  }

  /// Whether a row has a name and lacks a value.
  private func isWaiting(_ place: Int, _ column: Int) -> Bool {
    rows.indices.contains(place) && rows[place].slice(column).isEmpty
      && !rows[place].slice(columns.name).isEmpty
  }
}
