internal import TieoutModel

/// The sets of columns that a head prints side by side: indicators for the whole period beside those
/// for the year.
///
/// Lines of a table that is narrow stand side by side as well: then all heads are printed again.
///
/// - before: `一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值`, `项目|金额|项目|金额`
/// - after: the first column, which both share, and two sets of the other three; two sets of two
/// - leaves alone: two heads for one column that no other repeats with it
struct SideBySide {
  /// The head of each set; the first has the shared columns besides.
  let headers: [TableHeader]
  /// Whether each set has indicators of its own, and not only targets for those of the others: then
  /// nothing but names of periods tells two targets from one that is printed twice.
  let isWhole: Bool
  /// The printed column with which each set begins.
  private let starts: [Int]
  /// The column with which each set begins, as the group has it.
  private let first: Int

  /// `nil` where the head has one set of columns.
  init?(_ header: TableHeader, _ group: GroupSpec) {
    // Few heads have a column twice.
    guard
      let repeated = header.columns.first(where: { column in
        !column.isForeign && header.columns.count { $0.spec == column.spec } > 1
      })
    else { return nil }
    let places = header.columns.indices.filter { header.columns[$0].spec == repeated.spec }
    let sets = zip(places, places.dropFirst() + [header.columns.count]).map {
      Array(header.columns[$0..<$1])
    }
    func known(_ set: [TableHeader.Column]) -> [Int] {
      set.filter { !$0.isForeign }.map(\.spec)
    }
    let specs = known(sets[0])
    let names = specs.map { group.columns[$0].name }
    let starts = sets.compactMap { $0.first?.printed }
    guard starts.count == sets.count, sets.allSatisfy({ known($0).starts(with: specs) })
    else { return nil }
    if group.kind == .lines {
      let isAll = places[0] == 0 && specs.count > 1
      guard isAll, sets.allSatisfy({ known($0).count == specs.count }) else { return nil }
      isWhole = true
    } else {
      guard let text = group.roles[.text], let target = group.roles[.target],
        names.contains(target)
      else { return nil }
      isWhole = names.contains(text)
    }
    self.starts = starts
    first = repeated.spec
    headers = sets.enumerated().map { number, columns in
      TableHeader(columns: (number == 0 ? header.columns[..<places[0]] : []) + columns)
    }
  }

  /// Which cells of a row stand in which set, the shared ones in the first.
  ///
  /// A row that moved by a column is cut where the words of a closed list say so.
  func cut(
    _ row: Range<Int>, _ cells: [Document.Cell], isFirst: (Document.Cell, Int) -> Bool
  ) -> [Range<Int>] {
    func cuts(_ shift: Int) -> [Int] {
      starts.map { start in
        row.first { Int(cells[$0].column) >= start + shift } ?? row.upperBound
      }
    }
    func fits(_ shift: Int) -> Int {
      cuts(shift).count { $0 < row.upperBound && isFirst(cells[$0], first) }
    }
    let shift = [0, -1, 1].max { fits($0) < fits($1) } ?? 0
    let inner = cuts(fits(shift) > fits(0) ? shift : 0)
    return zip([row.lowerBound] + inner.dropFirst(), inner.dropFirst() + [row.upperBound]).map {
      $0..<max($0, $1)
    }
  }

  /// The first printed column that is no shared one.
  var firstColumn: Int { starts[0] }

  /// What names the period of each set: a row of the table, the head or one above it, in which as
  /// many short cells as there are sets hold words of different periods.
  func names(
    above head: Int, in table: Range<Int>, _ group: GroupSpec, _ document: Document
  ) -> [Document.ColumnSet] {
    guard !group.periods.isEmpty else { return [] }
    let words = group.periods.map { $0.words.map { Array($0.utf8) } }
    for place in table.clamped(to: max(0, head - 12)..<head + 1).reversed() {
      let named = document.rows[place].cells.compactMap { index -> (period: Int, at: Slice)? in
        let text = document.cells[index].text
        guard !text.isEmpty, text.count <= 90 else { return nil }
        let period = words.firstIndex { words in
          words.contains { document.text.first(of: $0, in: text.range) != nil }
        }
        return period.map { ($0, text) }
      }
      guard named.count == headers.count, Set(named.map(\.period)).count == named.count else {
        continue
      }
      return named.enumerated().map { number, name in
        Document.ColumnSet(
          header: head, set: UInt8(number + 1), period: name.period, printed: name.at)
      }
    }
    return []
  }
}
