/// Finds labels that span rows: their text stands at the vertical middle of the rows.
///
/// The labels of a column are given runs of rows such that each stands in the middle of its own. A
/// column whose labels all stand on a row, and leave rows blank that no label could span, is a
/// column with blanks.
struct RowSpans {
  let sheet: Sheet
  /// The height under which a text is the next line of the one above it.
  let pitch: Double

  private var em: Double { sheet.em }

  /// What a row costs that no label spans.
  private static let blank = 0.4
  /// How far a label stands from the middle of its rows at the most, in widths of a Han character.
  private static let slack = 0.3
  /// The most rows that a label spans.
  private static let limit = 60

  /// Gives the labels of the leading columns the rows that they span.
  ///
  /// - Parameter body: the rows of the table without captions and notes.
  func apply(to rows: inout [[PageTable.Cell]], _ body: Range<Int>, columns: Int) {
    guard body.count > 1 else { return }
    for column in 0..<max(columns - 1, 0) {
      var labels = self.labels(rows[body], column)
      if labels.count == body.count { continue }
      merge(&labels, rows, column)
      guard !labels.isEmpty,
        let spans = ruled(labels, rows, body, column) ?? spans(labels, rows, body, column)
      else { return }
      for row in body { rows[row].removeAll { $0.columns == column..<column + 1 } }
      for (label, span) in zip(labels, spans) {
        var cell = label
        cell.row = span.lowerBound
        cell.rowSpan = span.count
        rows[cell.row].append(cell)
        rows[cell.row].sort { $0.columns.lowerBound < $1.columns.lowerBound }
      }
    }
  }

  private func labels(_ rows: ArraySlice<[PageTable.Cell]>, _ column: Int) -> [PageTable.Cell] {
    rows.flatMap { $0.filter { $0.columns == column..<column + 1 } }
  }

  /// Joins lines of one label that stand in two rows.
  private func merge(
    _ labels: inout [PageTable.Cell], _ rows: [[PageTable.Cell]], _ column: Int
  ) {
    var merged: [PageTable.Cell] = []
    for label in labels {
      guard var last = merged.last, let upper = last.lines.last?.first,
        let lower = label.lines.first?.first, !upper.isNumeric || !lower.isNumeric,
        lower.middle - upper.middle < pitch, let above = extent(rows[last.row], column),
        let below = extent(rows[label.row], column),
        // Lines that stand as far apart as the rows do are labels of these.
        abs(below.bottom - above.bottom - (lower.middle - upper.middle)) > em * 0.15,
        abs(below.top - above.top - (lower.middle - upper.middle)) > em * 0.15,
        !sheet.rules.part(upper.middle, lower.middle, upper.left, upper.right)
      else {
        merged.append(label)
        continue
      }
      last.lines += label.lines
      last.middle = ((last.lines.first?.first?.middle ?? 0) + lower.middle) / 2
      merged[merged.count - 1] = last
    }
    labels = merged
  }

  /// The heights between which the other texts of a row stand.
  private func extent(_ row: [PageTable.Cell], _ column: Int) -> (top: Double, bottom: Double)? {
    var middles = row.filter { $0.columns.lowerBound > column }
      .flatMap { $0.lines.joined().map(\.middle) }
    if middles.isEmpty { middles = row.flatMap { $0.lines.joined().map(\.middle) } }
    guard let top = middles.min(), let bottom = middles.max() else { return nil }
    return (top, bottom)
  }

  /// The rows of each label between the rules above and below it; `nil` where there are none.
  private func ruled(
    _ labels: [PageTable.Cell], _ rows: [[PageTable.Cell]], _ body: Range<Int>, _ column: Int
  ) -> [Range<Int>]? {
    let middles = body.map { row in
      extent(rows[row], column).map { ($0.top + $0.bottom) / 2 } ?? -.infinity
    }
    var spans: [Range<Int>] = []
    for label in labels {
      guard
        let (upper, lower) = sheet.rules.around(label.middle, label.left, label.right),
        let first = middles.firstIndex(where: { $0 > upper && $0 < lower }),
        let last = middles.lastIndex(where: { $0 > upper && $0 < lower }),
        body.lowerBound + first >= spans.last?.upperBound ?? body.lowerBound
      else { return nil }
      spans.append(body.lowerBound + first..<body.lowerBound + last + 1)
    }
    return spans.contains { $0.count > 1 } ? spans : nil
  }

  /// The rows of each label; `nil` where nothing says that labels span rows.
  private func spans(
    _ labels: [PageTable.Cell], _ rows: [[PageTable.Cell]], _ body: Range<Int>, _ column: Int
  ) -> [Range<Int>]? {
    let extents = rows.map { extent($0, column) ?? (0, 0) }
    let isBarred = rows.indices.map { row in
      !body.contains(row)
        || rows[row].contains { $0.columns.contains(column) && $0.columns.count > 1 }
    }
    func distance(_ label: PageTable.Cell, _ span: Range<Int>) -> Double {
      let middle = (extents[span.lowerBound].top + extents[span.upperBound - 1].bottom) / 2
      return abs(middle - label.middle) / em
    }
    guard rows.count * labels.count < 1_000_000 else { return nil }
    // best[i][k]: the rows before i and the first k labels.
    let width = labels.count + 1
    var best = Array(repeating: (cost: Double.infinity, rows: 0), count: (rows.count + 1) * width)
    best[0].cost = 0
    for row in rows.indices {
      for count in 0...labels.count where best[row * width + count].cost < .infinity {
        let cost = best[row * width + count].cost
        func relax(_ place: Int, _ cost: Double, _ rows: Int) {
          if cost < best[place].cost { best[place] = (cost, rows) }
        }
        relax((row + 1) * width + count, cost + (isBarred[row] ? 0 : Self.blank), 0)
        guard count < labels.count else { continue }
        let isNumber = labels[count].lines.joined().allSatisfy(\.isNumeric)
        for end in row + 1...min(row + (isNumber ? 1 : Self.limit), rows.count) {
          if isBarred[end - 1] { break }
          let off = distance(labels[count], row..<end)
          relax(end * width + count + 1, cost + off * off, end - row)
        }
      }
    }
    guard best[rows.count * width + labels.count].cost < .infinity else { return nil }
    var spans: [Range<Int>] = []
    var row = rows.count
    var count = labels.count
    while row > 0 {
      let used = best[row * width + count].rows
      if used > 0 {
        spans.insert(row - used..<row, at: 0)
        count -= 1
      }
      row -= max(used, 1)
    }
    let isWhole = spans.reduce(0) { $0 + $1.count } + isBarred.count { $0 } == rows.count
    let known = zip(labels, spans).map { label, span in
      // What stands between rows spans them; what stands on a row may do so among its like.
      let isBetween = span.allSatisfy { distance(label, $0..<$0 + 1) > Self.slack }
      let isSpan =
        distance(label, span) <= Self.slack
        && (isBetween || isWhole || isUniform(rows[span], column))
      return isSpan ? span : label.row..<label.row + 1
    }
    return known.contains { $0.count > 1 } ? known : nil
  }

  /// Whether rows hold texts in the same columns.
  private func isUniform(_ rows: ArraySlice<[PageTable.Cell]>, _ column: Int) -> Bool {
    let first = rows.first?.filter { $0.columns.lowerBound > column }.map(\.columns)
    return rows.allSatisfy { row in
      row.filter { $0.columns.lowerBound > column }.map(\.columns) == first
    }
  }
}
