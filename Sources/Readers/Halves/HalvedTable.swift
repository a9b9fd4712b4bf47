internal import TieoutModel

/// A table that is printed as halves side by side, or as thirds: a list that goes on beside itself,
/// two forms on one sheet.
///
/// - before: `序号|项目|金额|序号|项目|金额` over `1|…|…|4|…|…`; `项目名称|甲|项目名称|乙` over more such rows
/// - after: one table a half, each with its own heads and labels
/// - leaves alone: heads that stand twice over values for two periods, labels that stand twice, and what
///   was planned beside what became of it
struct HalvedTable {
  /// The rows above the halves that hold one text.
  let lead: Range<Int>
  /// The rows of the halves, and the row of a total that stands below all of them.
  let body: Range<Int>
  let total: Int?
  /// Whether rows go on from half to half, and not down each of them.
  let isAcross: Bool
  /// How many halves there are, and how many columns each of them has.
  let count: Int
  let width: Int

  private static let most = 4
  /// The fewest rows of two forms that are printed side by side.
  private static let fewestRows = 3

  /// `nil` where the table is no such one.
  ///
  /// - Parameter texts: what stands in the cells of all tables.
  init?(_ rows: Range<Int>, _ document: borrowing Document, _ texts: CellTexts) {
    let grid = Grid(document)
    var first = rows.lowerBound
    while first < rows.upperBound, grid.filled(first) == 1 { first += 1 }
    guard first + 2 < rows.upperBound else { return nil }
    let columns = grid.width(first)
    // Nearly all tables end here: their first head stands once.
    guard
      let count = (2...Self.most).first(where: { count in
        let width = columns / count
        return columns % count == 0 && width > 1
          && (1..<count).allSatisfy { grid.isSame(first, 0, $0 * width) }
      })
    else { return nil }
    let width = columns / count
    let halves = Halves(rows: first..<rows.upperBound, count: count, width: width)
    let last = rows.upperBound - 1
    let total = grid.isTotal(last, halves) ? last : nil
    let body = first..<(total ?? rows.upperBound)
    guard body.allSatisfy({ !grid.crosses($0, halves) }),
      total != nil || !grid.beginsWithWord(last, halves)
    else { return nil }
    let heads = total == nil || body.count > 2 ? grid.haveSameHeads(body, halves) : false
    let isDown = heads && grid.counts(body, halves, isAcross: false)
    isAcross = heads && !isDown && grid.counts(body, halves, isAcross: true)
    guard
      isDown || isAcross
        || total == nil && body.count >= Self.fewestRows && grid.areForms(body, halves)
          && grid.areNamed(body.lowerBound, halves, outside: rows, texts)
    else { return nil }
    (lead, self.body, self.total) = (rows.lowerBound..<first, body, total)
    (self.count, self.width) = (count, width)
  }

  /// The half in which a cell stands, and its column there.
  func place(of cell: Document.Cell) -> (half: Int, column: Int) {
    let half = min(Int(cell.column) / width, count - 1)
    return (half, Int(cell.column) - half * width)
  }
}

/// The rows that may stand in halves.
private struct Halves {
  let rows: Range<Int>
  let count: Int
  let width: Int
}

/// The cells of a document by row and column.
private struct Grid {
  private let cells: [Document.Cell]
  private let rows: [Document.Row]
  private let text: [UInt8]

  init(_ document: borrowing Document) {
    (cells, rows, text) = (document.cells, document.rows, document.text)
  }

  func filled(_ row: Int) -> Int { rows[row].cells.count { !cells[$0].text.isEmpty } }

  func width(_ row: Int) -> Int {
    rows[row].cells.last.map { Int(cells[$0].column) + max(1, Int(cells[$0].columnSpan)) } ?? 0
  }

  /// What stands at a place; `nil` where that is nothing.
  private func at(_ row: Int, _ column: Int) -> Slice? {
    let cell = rows[row].cells.first { Int(cells[$0].column) == column }
    guard let cell, !cells[cell].text.isEmpty else { return nil }
    return cells[cell].text
  }

  /// Whether the same stands in two columns.
  func isSame(_ row: Int, _ left: Int, _ right: Int) -> Bool {
    guard let left = at(row, left), let right = at(row, right) else { return false }
    return text.same(left, right)
  }

  /// Whether a cell reaches over two halves.
  func crosses(_ row: Int, _ halves: Halves) -> Bool {
    rows[row].cells.contains { index in
      let cell = cells[index]
      let first = Int(cell.column) / halves.width
      return !cell.text.isEmpty
        && (Int(cell.column) + max(1, Int(cell.columnSpan)) - 1) / halves.width != first
    }
  }

  /// Whether a row holds a word and, in the last half, a number.
  func isTotal(_ row: Int, _ halves: Halves) -> Bool {
    let filled = rows[row].cells.filter { !cells[$0].text.isEmpty }
    guard filled.count == 2, filled[0] == rows[row].cells.lowerBound else { return false }
    return Int(cells[filled[1]].column) >= halves.width * (halves.count - 1)
      && quantity(cells[filled[1]].text) != nil
  }

  /// Whether a row begins with a word where rows have numbers, and has none in any half.
  func beginsWithWord(_ row: Int, _ halves: Halves) -> Bool {
    guard let first = at(row, 0), quantity(first) == nil else { return false }
    return (1..<halves.count).allSatisfy { at(row, $0 * halves.width) == nil }
  }

  private func quantity(_ slice: Slice) -> Quantity? { Quantity.whole(text, slice) }

  /// Whether the first row heads the same columns in each half.
  func haveSameHeads(_ body: Range<Int>, _ halves: Halves) -> Bool {
    (0..<halves.width).allSatisfy { column in
      (1..<halves.count).allSatisfy { isSame(body.lowerBound, column, $0 * halves.width + column) }
    }
  }

  /// Whether the rows of all halves are numbered one after the other: down each half, or across them.
  func counts(_ body: Range<Int>, _ halves: Halves, isAcross: Bool) -> Bool {
    func number(_ row: Int, _ half: Int) -> Quantity? {
      at(row, half * halves.width).flatMap(quantity)
    }
    let rows = Array(body.dropFirst())
    let all = (0..<halves.count).map { half in rows.compactMap { number($0, half) } }
    guard all.allSatisfy({ !$0.isEmpty }) else { return false }
    let numbers =
      isAcross
      ? rows.flatMap { row in (0..<halves.count).compactMap { number(row, $0) } }
      : all.flatMap(\.self)
    return numbers.allSatisfy { $0.scale == 0 }
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1.digits == $0.digits + 1 }
  }

  /// Whether each row has the same label in each half, and the first one another value: two forms.
  func areForms(_ body: Range<Int>, _ halves: Halves) -> Bool {
    var differing = 0
    for row in body {
      var differs = false
      for half in 1..<halves.count {
        guard isSame(row, 0, half * halves.width) else { return false }
        differs = differs || !isSame(row, 1, half * halves.width + 1)
      }
      if differs { differing += 1 }
      if row == body.lowerBound {
        let names = (0..<halves.count).map { at(row, $0 * halves.width + 1) }
        guard differs, names.allSatisfy({ $0 != nil }) else { return false }
      }
    }
    return differing > 1
  }

  /// Whether what the first row names in each half stands in another table as well, as a summary names
  /// its forms.
  func areNamed(
    _ row: Int, _ halves: Halves, outside table: Range<Int>, _ texts: CellTexts
  ) -> Bool {
    (0..<halves.count).allSatisfy { half in
      guard let name = at(row, half * halves.width + 1) else { return false }
      let own = table.reduce(0) { sum, other in
        sum + rows[other].cells.count { text.same(cells[$0].text, name) }
      }
      return texts.count(of: name) > own
    }
  }
}
