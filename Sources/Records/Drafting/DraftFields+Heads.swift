internal import TieoutModel

extension DraftFields {
  /// What a row of labels heads.
  enum Head {
    case group(Int)
    case values
  }

  /// Whether a row is labels and years, as heads of columns are: `资金来源`, `2023年`, `2024年`.
  func areHeads(_ cells: [DraftPaper.Cell]) -> Bool {
    func isYear(_ cell: DraftPaper.Cell) -> Bool { cell.slice.isYear(in: paper.text) }
    return cells.contains { isLabel($0) } && cells.allSatisfy { isLabel($0) || isYear($0) }
      && zip(cells, cells.dropFirst()).contains { isYear($0) && isYear($1) }
  }

  /// The labels of a head, with those of a second row in place of the labels over several columns that
  /// they stand under: `单价` and `合价` for `金额（元）`.
  private func labels(
    from row: Int, in form: Range<Int>
  ) -> (cells: [DraftPaper.Cell], parents: [Slice?], last: Int) {
    let cells = paper.rows[row].cells
    let next = row + 1
    if next < form.upperBound, !paper.rows[next].isLine,
      paper.rows[next].block == paper.rows[row].block
    {
      let below = paper.rows[next].cells
      func parent(of cell: DraftPaper.Cell) -> DraftPaper.Cell? {
        cells.first {
          $0.span > 1 && ($0.column..<$0.column + $0.span).contains(cell.column)
        }
      }
      // Figures stand below heads; words below a pair of heads are values.
      let values = next + 1 < form.upperBound ? paper.rows[next + 1] : nil
      let areHeads =
        values.map { row in
          !row.isLine
            && row.cells.contains { value in
              value.shape.quantity != nil && below.contains { $0.column == value.column }
            }
        } ?? false
      if cells.count > 2, below.count > 1, areHeads,
        below.allSatisfy({ isLabel($0) && parent(of: $0) != nil })
      {
        let parents = below.compactMap { parent(of: $0)?.column }
        let own = cells.filter { !parents.contains($0.column) }
        let all = (own.map { ($0, nil) } + below.map { ($0, parent(of: $0)?.slice) })
          .sorted { $0.0.column < $1.0.column }
        return (all.map(\.0), all.map(\.1), next)
      }
    }
    return (cells, cells.map { _ in nil }, row)
  }

  /// Whether a row of labels heads columns with rows below, or single values below; and where the head
  /// ends.
  mutating func head(_ row: Int, _ number: Int) -> (head: Head, last: Int)? {
    let (cells, parents, last) = labels(from: row, in: forms[number])
    var count = 0
    for next in (last + 1)..<max(last + 1, forms[number].upperBound) {
      guard !paper.rows[next].isLine, paper.rows[next].block == paper.rows[row].block else { break }
      let others = paper.rows[next].cells
      let isUnder = others.contains { other in
        cells.contains { $0.column == other.column && $0.column > 0 }
      }
      // A label with its value right behind it heads nothing, and no column ends above it.
      let isBeside =
        count == 0 && others.count == 2 && isLabel(others[0]) && !isLabel(others[1])
        && others[1].column == others[0].column + others[0].span
        && cells.count >= 4 && cells.count.isMultiple(of: 2)
      // Nor does one with words behind it below two cells, as a reason above an opinion.
      let isAnswer =
        count == 0 && cells.count == 2 && others.count == 2 && isLabel(others[0])
        && spread[others[0].key].map { $0.times == $0.forms } == true && others[1].shape.isWords
      let isPair =
        isBeside || isAnswer
        || others.count <= 2 && others.count * 2 < cells.count && isLabel(others[0])
      // Nor do labels side by side stand over rows that are wider than they.
      if isPair || !isUnder || others.count > cells.count + 1 { break }
      count += 1
      if count > 1 { break }
    }
    if count == 0 { return nil }
    // One row of values below many labels: each heads the value below it.
    if count == 1, cells.count >= 3, groups.first(where: { $0.keys == cells.map(\.key) }) == nil {
      return (.values, last)
    }
    let keys = cells.map(\.key)
    if let known = groups.firstIndex(where: { $0.keys == keys }) { return (.group(known), last) }
    // A head with a label misread is the head of its family all the same.
    if let near = groups.firstIndex(where: { group in
      group.keys.count == keys.count
        && zip(group.keys, keys).count { $0 == $1 } * 3 >= keys.count * 2
    }) {
      return (.group(near), last)
    }
    groups.append(
      Group(
        keys: keys, labels: cells.map { paper.string($0.slice) }, slices: cells.map(\.slice),
        parents: parents, places: places(of: cells, over: paper.rows[last + 1].cells),
        contents: cells.map { _ in DraftColumn() }))
    return (.group(groups.count - 1), last)
  }
}
