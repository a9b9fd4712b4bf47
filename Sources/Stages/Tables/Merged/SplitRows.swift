internal import TieoutModel

/// Deals out what an engine merged: two names in one cell above an empty one, two rows in one, two
/// words of a closed list in one cell, two numbers beside an empty cell.
///
/// Names and targets of some rows are dealt out in their order where there are as many of one as of
/// the other, each name being what stands between two line breaks.
///
/// - before: `发放准确率 及时率|≥98%` and below it `|≥90%`
/// - after: `发放准确率|≥98%` and `及时率|≥90%`
/// - leaves alone: names that only wrap, and rows for which the numbers do not come out even
enum SplitRows: Stage {
  static let name = "split-rows"

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.isDrawn else { return }
    var split: [(rows: Range<Int>, table: MergedTable)] = []
    for block in document.blocks where block.kind == .table {
      var start: Int?
      var columns: MergedTable.Columns?
      func end(_ place: Int) {
        guard let start, let columns else { return }
        var table = MergedTable(start..<place, columns, document, profile)
        table.deal()
        if table.isChanged { split.append((start..<place, table)) }
      }
      for place in block.rows {
        let row = document.rows[place]
        let head = HeadRow(row, document, profile.meanings)
        guard head != nil || isSingle(row, document, profile) else { continue }
        end(place)
        columns = head.flatMap { MergedTable.Columns($0, document, profile) }
        start = place + 1
      }
      end(block.rows.upperBound)
    }
    if !split.isEmpty { apply(split, &document) }
  }

  /// Whether a row announces a single value of a form, and so belongs to no group.
  static func isSingle(
    _ row: Document.Row, _ document: Document, _ profile: Profile
  ) -> Bool {
    row.cells.contains {
      let label = document.cells[$0].label
      let traits = profile.meanings.traits(label)
      return traits.contains(.field) && !traits.contains(.term)
    }
  }

  /// Puts the new rows into the document.
  private static func apply(
    _ split: [(rows: Range<Int>, table: MergedTable)], _ document: inout Document
  ) {
    var cells: [Document.Cell] = []
    var rows: [Document.Row] = []
    var places: [Int] = []
    var next = 0
    func keep(_ range: Range<Int>) {
      for place in range {
        places.append(rows.count)
        var row = document.rows[place]
        let first = cells.count
        cells += document.cells[row.cells]
        row.firstCell = UInt32(first)
        rows.append(row)
      }
    }
    for (range, table) in split {
      keep(next..<range.lowerBound)
      for entry in table.rows {
        if entry.isFirst { places.append(rows.count) }
        var row = document.rows[entry.place]
        row.firstCell = UInt32(cells.count)
        row.cellCount = UInt32(entry.cells.count)
        if let repair = entry.repair {
          row.repair = UInt32(document.repairs.count + repair + 1)
        }
        cells += entry.cells
        rows.append(row)
      }
      document.repairs += table.repairs
      next = range.upperBound
    }
    keep(next..<document.rows.count)
    places.append(rows.count)
    for index in document.blocks.indices {
      let range = document.blocks[index].rows
      document.blocks[index].firstRow = UInt32(places[range.lowerBound])
      document.blocks[index].rowCount = UInt32(places[range.upperBound] - places[range.lowerBound])
    }
    document.cells = cells
    document.rows = rows
  }
}
