internal import TieoutModel

/// A table whose first column numbers its rows.
struct SummaryPart {
  let rows: Range<Int>
  /// The row of heads.
  let head: Int
  /// The rows that have a number, and the one of the total.
  let numbered: [Int]
  let total: Int?
  /// The column behind the last.
  let width: Int
  /// The columns of the summary that the heads behind the first are, and those of them that it has.
  let heads: [Slice]
  let columns: [Int]

  /// `nil` where the table is none, or has other rows besides.
  init?(_ rows: Range<Int>, _ document: borrowing Document, _ profile: borrowing Profile) {
    let meanings = profile.meanings
    guard let sequence = profile.summary.sequence,
      let head = rows.first(where: { !document.rows[$0].isLine }),
      // Nearly all tables end here.
      let corner = meanings.summaryColumn(
        document.cells[Int(document.rows[head].firstCell)].label),
      profile.summary.columns[corner].name == sequence
    else { return nil }
    let heads = Self.filled(head, document)
    guard heads.count > 1, heads[0].column == 0 else { return nil }
    var numbered: [Int] = []
    var total: Int?
    for row in rows where row > head {
      guard let first = Self.filled(row, document).first else { continue }
      if first.column == 0, Quantity.whole(document.text, first.text) != nil {
        guard total == nil else { return nil }
        numbered.append(row)
      } else {
        guard total == nil, meanings.summaryRow(first.label) == .total else { return nil }
        total = row
      }
    }
    guard numbered.count > 1 else { return nil }
    self.rows = rows
    self.head = head
    self.numbered = numbered
    self.total = total
    width = rows.reduce(0) { width, row in
      document.rows[row].cells.reduce(width) { max($0, document.cells[$1].columns.upperBound) }
    }
    self.heads = heads.dropFirst().map(\.text)
    columns = heads.dropFirst().compactMap { meanings.summaryColumn($0.label) }
  }

  private static func filled(_ row: Int, _ document: borrowing Document) -> [Document.Cell] {
    document.rows[row].cells.compactMap { index in
      document.cells[index].text.isEmpty ? nil : document.cells[index]
    }
  }
}

/// The halves of a summary, each with columns of its own for the same rows.
struct SummaryPair {
  let left: SummaryPart
  let right: SummaryPart
  /// The block of the right half.
  let last: Int

  /// `nil` where the tables are no halves of one: one of them has the names and the other none, they
  /// number the same rows, and have no head in common.
  init?(
    _ left: SummaryPart, _ right: SummaryPart, last: Int, _ document: Document, _ profile: Profile
  ) {
    func hasKey(_ part: SummaryPart) -> Bool {
      part.columns.contains { profile.summary.columns[$0].name == profile.summary.key }
    }
    // A table with names and amounts is whole, and what is numbered beside it is another list.
    func isCut(_ part: SummaryPart) -> Bool {
      part.columns.contains { profile.summary.columns[$0].name == profile.summary.amount }
        != hasKey(part)
    }
    guard left.numbered.count == right.numbered.count, hasKey(left) != hasKey(right),
      isCut(left), isCut(right),
      !left.columns.isEmpty, !right.columns.isEmpty,
      Set(left.columns).isDisjoint(with: right.columns),
      !left.heads.contains(where: { head in
        right.heads.contains { document.same(head, $0) }
      })
    else { return nil }
    for (row, other) in zip(left.numbered, right.numbered) {
      let number = Self.first(row, document)
      guard let number, let own = Self.first(other, document),
        document.same(document.cells[number].text, document.cells[own].text)
      else { return nil }
    }
    (self.left, self.right, self.last) = (left, right, last)
  }

  private static func first(_ row: Int, _ document: Document) -> Int? {
    document.rows[row].cells.first { !document.cells[$0].text.isEmpty }
  }

  /// Writes the whole table, below lines that stand between its halves; what the right half says
  /// again is a copy.
  func write(
    _ raised: [Int], titles: [Document.Region.Kind?], to rebuild: inout TableRebuild,
    _ document: inout Document
  ) {
    let start = document.cells[Int(document.rows[left.head].firstCell)]
    rebuild.keep(.table, left.rows.lowerBound..<left.head, of: document)
    for place in raised {
      var row = document.rows[place]
      row.page = document.rows[left.head].page
      if titles[place] == .summary { row.role = .title }
      rebuild.begin(.paragraph)
      rebuild.add([.blank(before: start)] + document.cells[row.cells], like: row)
    }
    rebuild.begin(.table)
    let rows = [left.head] + left.numbered
    for (row, other) in zip(rows, [right.head] + right.numbered) {
      join(row, other, to: &rebuild, &document)
    }
    guard let total = right.total else {
      if let own = left.total { join(own, nil, to: &rebuild, &document) }
      return
    }
    if let own = left.total {
      join(own, total, to: &rebuild, &document)
    } else {
      let above = document.rows[left.numbered[left.numbered.count - 1]]
      let word = Self.first(total, document)
      let cells = document.rows[total].cells.map { index in
        index == word ? document.cells[index].moved(to: 0) : moved(document.cells[index])
      }
      let blank = Document.Cell.blank(before: document.cells[Int(above.firstCell)])
      rebuild.add([blank] + cells, like: above)
    }
  }

  /// Writes a row with that of the other half behind it.
  private func join(
    _ row: Int, _ other: Int?, to rebuild: inout TableRebuild, _ document: inout Document
  ) {
    var cells = Array(document.cells[document.rows[row].cells])
    let word = other.flatMap { Self.first($0, document) }
    for index in other.map({ document.rows[$0].cells }) ?? 0..<0 {
      if index == word {
        document.copies.append(document.cells[index].text)
      } else if document.cells[index].column > 0 {
        cells.append(moved(document.cells[index]))
      }
    }
    rebuild.add(cells, like: document.rows[row])
  }

  /// A cell of the right half behind the columns of the left one.
  private func moved(_ cell: Document.Cell) -> Document.Cell {
    var cell = cell
    cell.column = UInt16(clamping: left.width + max(0, Int(cell.column) - 1))
    return cell
  }

  /// Writes a blank line where the right half stood.
  func writeRest(to rebuild: inout TableRebuild, _ document: Document) {
    var row = document.rows[right.head]
    row.isLine = true
    rebuild.begin(.paragraph)
    rebuild.add([.blank(before: document.cells[Int(row.firstCell)])], like: row)
  }
}
