/// Finds labels that span rows: their text stands at the vertical middle of the rows.
///
/// The labels of a column are given runs of rows such that each stands in the middle of its own. A
/// column whose labels all stand on a row, and leave rows blank that no label could span, is a
/// column with blanks.
struct RowSpans {
  let em: Double
  /// The height under which a text is the next line of the one above it.
  let pitch: Double

  /// What a row costs that no label spans.
  private static let blank = 0.4
  /// How far a label stands from the middle of its rows at the most, in widths of a Han character.
  private static let slack = 0.45
  /// The most rows that a label spans.
  private static let limit = 60

  /// Gives the labels of the leading columns the rows that they span.
  func apply(to rows: inout [[TableGrid.Cell]], columns: Int) {
    guard rows.count > 1 else { return }
    for column in 0..<max(columns - 1, 0) {
      var labels = self.labels(rows, column)
      // A column that is filled in every row, and all columns behind it, hold no labels of rows.
      guard labels.count < rows.count, !labels.isEmpty else { return }
      merge(&labels)
      guard let spans = spans(labels, rows, column) else { continue }
      for row in rows.indices { rows[row].removeAll { $0.columns == column..<column + 1 } }
      for (label, span) in zip(labels, spans) {
        var cell = label
        cell.row = span.lowerBound
        cell.rowSpan = span.count
        rows[cell.row].append(cell)
        rows[cell.row].sort { $0.columns.lowerBound < $1.columns.lowerBound }
      }
    }
  }

  private func labels(_ rows: [[TableGrid.Cell]], _ column: Int) -> [TableGrid.Cell] {
    rows.flatMap { $0.filter { $0.columns == column..<column + 1 } }
  }

  /// Joins lines of one label that stand in two rows.
  private func merge(_ labels: inout [TableGrid.Cell]) {
    var merged: [TableGrid.Cell] = []
    for label in labels {
      guard var last = merged.last, let upper = last.lines.last?.first,
        let lower = label.lines.first?.first, !upper.isNumeric || !lower.isNumeric,
        lower.middle - upper.middle < pitch
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
  private func extent(_ row: [TableGrid.Cell], _ column: Int) -> (top: Double, bottom: Double)? {
    var middles = row.filter { $0.columns.lowerBound > column }
      .flatMap { $0.lines.joined().map(\.middle) }
    if middles.isEmpty { middles = row.flatMap { $0.lines.joined().map(\.middle) } }
    guard let top = middles.min(), let bottom = middles.max() else { return nil }
    return (top, bottom)
  }

  /// The rows of each label; `nil` where nothing says that labels span rows.
  private func spans(
    _ labels: [TableGrid.Cell], _ rows: [[TableGrid.Cell]], _ column: Int
  ) -> [Range<Int>]? {
    let extents = rows.map { extent($0, column) ?? (0, 0) }
    let isBarred = rows.map { $0.contains { $0.columns.contains(column) && $0.columns.count > 1 } }
    func distance(_ label: TableGrid.Cell, _ span: Range<Int>) -> Double {
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
        for end in row + 1...min(row + Self.limit, rows.count) {
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
    return isEvident(labels, spans, isBarred, distance) ? spans : nil
  }

  /// Whether a label stands between rows, or words leave no row blank.
  private func isEvident(
    _ labels: [TableGrid.Cell], _ spans: [Range<Int>], _ isBarred: [Bool],
    _ distance: (TableGrid.Cell, Range<Int>) -> Double
  ) -> Bool {
    guard zip(labels, spans).allSatisfy({ distance($0, $1) <= Self.slack }) else { return false }
    let isBetween = zip(labels, spans).contains { label, span in
      span.count > 1 && span.allSatisfy { distance(label, $0..<$0 + 1) > Self.slack / 2 }
    }
    let covered = spans.reduce(0) { $0 + $1.count } + isBarred.count { $0 }
    let isWhole =
      covered == isBarred.count
      && labels.allSatisfy { !$0.lines.joined().allSatisfy(\.isNumeric) }
    return isBetween || isWhole
  }
}
