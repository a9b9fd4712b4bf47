/// Finds the columns of cells that span more of them than their texts run over.
///
/// A text shows only how far it reaches, not how wide its cell is: of the texts under one spanning
/// head, the long ones run over the lines between columns and the short ones do not.
struct ColumnSpans {
  let sheet: Sheet
  /// The lines between the columns.
  let places: [Double]

  /// How far edges or centres of one column lie apart at the most, in widths of a Han character.
  private static let slack = 0.45
  /// How far a text stands off the middle of its column at the least before it is looked for in more
  /// of them.
  private static let off = 1.0

  private var em: Double { sheet.em }

  func apply(to rows: inout [[PageTable.Cell]]) {
    rule(&rows)
    centre(&rows)
    // Widening a cell may widen those above it: down, then up again.
    for row in rows.indices.dropFirst() { align(row, with: row - 1, &rows) }
    for row in rows.indices.dropLast().reversed() { align(row, with: row + 1, &rows) }
  }

  // MARK: Neighbours in one line

  private func align(_ row: Int, with other: Int, _ rows: inout [[PageTable.Cell]]) {
    for place in rows[row].indices {
      let cell = rows[row][place]
      for neighbour in rows[other] where neighbour.columns.overlaps(cell.columns) {
        // A text alone over several columns, such as a title, stands in line with others by chance.
        guard neighbour.columns != cell.columns, isAligned(cell, neighbour),
          rows[other].count > 1 || neighbour.columns.count == 1
        else { continue }
        let both =
          min(
            cell.columns.lowerBound, neighbour.columns.lowerBound)..<max(
            cell.columns.upperBound, neighbour.columns.upperBound)
        if isFree(both, rows[row], except: place) { rows[row][place].columns = both }
      }
    }
  }

  private func isFree(_ columns: Range<Int>, _ row: [PageTable.Cell], except place: Int) -> Bool {
    row.indices.allSatisfy { $0 == place || !row[$0].columns.overlaps(columns) }
  }

  func isAligned(_ left: PageTable.Cell, _ right: PageTable.Cell) -> Bool {
    let slack = Self.slack * em
    return abs(left.left - right.left) < slack || abs(left.right - right.right) < slack
      || abs(left.centre - right.centre) < slack
  }

  // MARK: Texts in the middle of several columns

  /// Widens cells whose text stands in the middle of more columns than it runs over.
  private func centre(_ rows: inout [[PageTable.Cell]]) {
    let columns = byColumn(rows)
    let edges = self.edges(columns)
    for row in rows.indices {
      for place in rows[row].indices {
        let cell = rows[row][place]
        guard !isInLine(cell, columns, rows) else { continue }
        var best = (columns: cell.columns, off: Self.off * em)
        for first in 0...cell.columns.lowerBound {
          for end in cell.columns.upperBound...edges.count - 1 {
            let range = first..<end
            let off = abs((edges[first] + edges[end]) / 2 - cell.centre)
            guard off < best.off * (range == cell.columns ? 1 : 0.5),
              isFree(range, rows[row], except: place)
            else { continue }
            best = (range, off)
          }
        }
        rows[row][place].columns = best.columns
      }
    }
  }

  /// The cells that stand in one column, for each column.
  private func byColumn(_ rows: [[PageTable.Cell]]) -> [[PageTable.Cell]] {
    (0...places.count).map { column in
      rows.joined().filter { $0.columns == column..<column + 1 }
    }
  }

  /// The lines with the outer edges of the table, which stand as far from the middle of the outer
  /// columns as the lines inside.
  private func edges(_ columns: [[PageTable.Cell]]) -> [Double] {
    guard let first = places.first, let last = places.last else { return [0, 0] }
    func middle(_ cells: [PageTable.Cell]) -> Double? {
      cells.isEmpty ? nil : cells.map(\.centre).sorted()[cells.count / 2]
    }
    let left = columns.first.flatMap { cells in
      min(cells.map(\.left).min() ?? first, middle(cells).map { 2 * $0 - first } ?? first)
    }
    let right = columns.last.flatMap { cells in
      max(cells.map(\.right).max() ?? last, middle(cells).map { 2 * $0 - last } ?? last)
    }
    // A rule says it better.
    let rules = sheet.rules.verticals.map(\.place)
    let reach = 3 * em
    let leftRule = left.flatMap { left in
      rules.filter { $0 < first - em && abs($0 - left) < reach }.max()
    }
    let rightRule = right.flatMap { right in
      rules.filter { $0 > last + em && abs($0 - right) < reach }.min()
    }
    return [leftRule ?? left ?? first] + places + [rightRule ?? right ?? last]
  }

  /// Whether a text stands in its one column as others do there.
  private func isInLine(
    _ cell: PageTable.Cell, _ columns: [[PageTable.Cell]], _ rows: [[PageTable.Cell]]
  ) -> Bool {
    guard cell.columns.count == 1 else {
      // Over several columns it takes others to say that they are one.
      let others = rows.joined().filter { $0.columns == cell.columns && $0.row != cell.row }
      return others.count > 1 && others.count { isAligned($0, cell) } * 2 > others.count
    }
    let others = columns[cell.columns.lowerBound]
    return others.count { $0.row != cell.row && isAligned($0, cell) } * 2 >= others.count - 1
  }

  // MARK: Rules

  /// Gives a cell between two rules the columns between them.
  private func rule(_ rows: inout [[PageTable.Cell]]) {
    guard !sheet.rules.verticals.isEmpty else { return }
    let columns = byColumn(rows)
    for row in rows.indices {
      for place in rows[row].indices {
        let cell = rows[row][place]
        // Engines miss parts of rules: what stands in line with its column stays there.
        if isInLine(cell, columns, rows) { continue }
        let reaching = sheet.rules.verticals.filter { sheet.rules.reaches($0, cell.middle) }
          .map(\.place)
        guard let left = reaching.filter({ $0 < cell.left + em / 2 }).max(),
          let right = reaching.filter({ $0 > cell.right - em / 2 }).min()
        else { continue }
        let first = places.count { $0 < left + em / 2 }
        let end = places.count { $0 < right - em / 2 } + 1
        guard first < end, (first..<end).overlaps(cell.columns),
          isFree(first..<end, rows[row], except: place)
        else { continue }
        rows[row][place].columns = first..<end
      }
    }
  }
}
