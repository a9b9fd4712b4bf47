internal import TieoutModel

/// Where the forms of a paper begin, found by what repeats.
///
/// Titles, labels before a colon, heads of columns and first cells of rows come back with every
/// form. The number that most of them come back is the number of forms; the first of them begins a
/// form.
struct DraftForms {
  /// The rows of each form.
  private(set) var forms: [Range<Int>] = []

  /// What repeats: a whole line, a label before a colon, the first cell of a row of a table.
  private struct Mark {
    var rows: [Int] = []
  }

  /// How near below its title a table of a form begins.
  private static let nearTable = 4

  init(_ paper: DraftPaper) {
    var marks: [String: Mark] = [:]
    let summaries = DraftNumbering(paper).rows
    for (place, row) in paper.rows.enumerated()
    where !summaries.contains(where: { $0.contains(place) }) {
      for key in Self.keys(row, paper) where marks[key]?.rows.last != place {
        marks[key, default: Mark()].rows.append(place)
      }
    }
    let repeated = marks.values.filter { $0.rows.count > 1 }
    let titles = marks.filter { key, mark in
      key.hasPrefix("line ")
        && mark.rows.allSatisfy { place in
          paper.rows[place...].dropFirst().prefix(Self.nearTable).contains { !$0.isLine }
        }
    }
    let titled = Set(titles.values.map(\.rows.count))
    guard let count = Self.count(repeated.map(\.rows.count), titled: titled) else { return }
    let whole = repeated.filter { $0.rows.count == count }
    guard let first = whole.min(by: { $0.rows[0] < $1.rows[0] })?.rows else { return }
    func isOfForm(_ row: DraftPaper.Row) -> Bool {
      Self.keys(row, paper).contains { (marks[$0]?.rows.count ?? 0) * 5 >= count * 4 }
    }
    for (number, start) in first.enumerated() {
      var end = number + 1 < first.count ? first[number + 1] : paper.rows.count
      // A summary between forms, or behind them, with its title and its captions.
      if let summary = summaries.first(where: { (start..<end).contains($0.lowerBound) }) {
        end = summary.lowerBound
        while end > start + 1, paper.rows[end - 1].isLine, !isOfForm(paper.rows[end - 1]) {
          end -= 1
        }
      }
      forms.append(start..<end)
    }
    limitLast(paper)
  }

  /// Whether a row stands in a form.
  func contains(_ row: Int) -> Bool {
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if forms[middle].lowerBound > row { high = middle } else { low = middle + 1 }
    }
    return low > 0 && forms[low - 1].contains(row)
  }

  /// The marks of a row.
  private static func keys(_ row: DraftPaper.Row, _ paper: DraftPaper) -> [String] {
    guard let first = row.cells.first else { return [] }
    guard row.isLine else {
      // The register has a row of totals as its forms have.
      let isTotal = DraftWords.isOne(first.key, of: DraftWords.totalRows + DraftWords.subtotalRows)
      return first.shape.isWords && !first.key.isEmpty && !isTotal ? ["cell " + first.key] : []
    }
    var keys: [String] = []
    for piece in row.cells {
      if let (label, _) = paper.label(of: piece) { keys.append("label " + paper.key(label)) }
    }
    if row.cells.count == 1, first.slice.count <= 120, keys.isEmpty, !first.key.isEmpty {
      keys.append("line " + first.key)
    }
    return keys
  }

  /// How many forms there are: the number of times that most marks come back, or nearly.
  ///
  /// - Parameter titled: how often lines come back that each stand shortly above a table.
  private static func count(_ counts: [Int], titled: Set<Int>) -> Int? {
    var best: (count: Int, marks: Int, exact: Int)?
    for count in Set(counts) {
      let marks = counts.count { $0 <= count && $0 * 5 >= count * 4 }
      let exact = counts.count { $0 == count }
      // What stands twice may be a name in the summary and on its form, unless a title does.
      guard marks >= (count > 2 ? 3 : titled.contains(2) ? 4 : 5) else { continue }
      // What all forms have says more than what one more place has by chance.
      let weight = marks + 2 * exact
      if (weight, count) > (best.map { ($0.marks + 2 * $0.exact, $0.count) } ?? (0, 0)) {
        best = (count, marks, exact)
      }
    }
    return best?.count
  }

  /// Ends the last form where a table begins that no other form has: a summary behind the forms.
  private mutating func limitLast(_ paper: DraftPaper) {
    guard forms.count > 2, let last = forms.popLast() else { return }
    let longest = forms.map(\.count).max() ?? 0
    let end = min(last.upperBound, last.lowerBound + longest * 2)
    forms.append(last.lowerBound..<end)
  }
}
