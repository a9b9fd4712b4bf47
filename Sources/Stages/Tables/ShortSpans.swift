internal import TieoutModel

/// Puts right a cell that spans fewer columns than its head, where all that follows it in the row
/// stands too far left by as many.
///
/// - before: `节能产品采购占比` over two of the three columns of `指标名称`, then `≥95%`, `10`, and a
///   row that ends a column before its table
/// - after: the name over three columns, `≥95%` under `目标值` and `10` under `权重`
/// - leaves alone: rows that end with their table, or with a cell that spans down beside them, and
///   those that would not come to stand under heads
enum ShortSpans {
  /// Settles a row.
  ///
  /// - Parameter missing: How many columns it ends before its table.
  static func settle(
    _ row: Document.Row, _ head: HeadRow, _ missing: Int, _ document: inout Document
  ) {
    let cells = row.cells.map { document.cells[$0] }
    let short = cells.indices.dropLast().filter { place in
      let cell = cells[place]
      return !cell.text.isEmpty && cell.columns.upperBound == Int(cells[place + 1].column)
        && head.heads.contains {
          $0.columns.lowerBound == Int(cell.column)
            && $0.columns.count == cell.columns.count + missing
        }
    }
    guard short.count == 1, let place = short.first else { return }
    let behind = row.cells.dropFirst(place + 1)
    let starts = Set(head.heads.map(\.columns.lowerBound))
    guard
      behind.allSatisfy({
        document.cells[$0].text.isEmpty
          || starts.contains(Int(document.cells[$0].column) + missing)
      })
    else { return }
    let printed = behind.map { document.cells[$0].text }.filter { !$0.isEmpty }
    guard !printed.isEmpty else { return }
    let texts = printed.map { document.string($0) }
    let isApplied = document.add(
      Repair(
        rule: "ST05", state: .likely, cells: printed, before: texts, after: texts,
        evidence: [
          Message(
            zh:
              "“\(document.string(cells[place].text))”比其表头少跨 \(missing) 列，该行也少 \(missing) 列；补足后其后各格都在表头之下",
            en:
              "“\(document.string(cells[place].text))” spans fewer columns than its head, and its row "
              + "ends as many before its table: \(missing); with them all that follows stands under heads"
          )
        ]))
    guard isApplied else { return }
    document.cells[row.cells.lowerBound + place].columnSpan += UInt16(missing)
    for index in behind { document.cells[index].column += UInt16(missing) }
  }
}
