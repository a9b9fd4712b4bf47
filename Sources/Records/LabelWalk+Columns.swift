internal import TieoutModel

/// Amounts beside their labels, also below the columns of a list that the profile does not know.
extension LabelWalk {
  /// Whether a cell may be the amount that a label announces.
  ///
  /// A share that stands beside a sum of money is none: `100%`.
  func isOwnAmount(_ cell: Int, _ label: Int, _ row: Int) -> Bool {
    reader.mayBeMoney(reader.cells[cell].text) && !isOfOtherColumn(cell, label, row)
  }

  /// Whether a number in the row of a total counts things, or is the price of one: blank cells part it
  /// from the label, its head says so, and another number stands behind it.
  ///
  /// `合计 | | | 212 | | 69.8` below 数量 and 金额 is 69.8.
  private func isOfOtherColumn(_ cell: Int, _ label: Int, _ row: Int) -> Bool {
    guard label + 1 < cell, !reader.rows[row].isLine else { return false }
    let last = reader.rows[row].cells.last { reader.quantity(reader.cells[$0].text) != nil }
    guard let last, last > cell, let head = head(of: cell, row) else { return false }
    return Self.ofOne.contains { reader.document.contains($0, in: reader.cells[head].text) }
  }

  /// What heads call a count, and the price of one thing.
  private static let ofOne = [
    "数量", "人数", "台数", "套数", "件数", "个数", "单价", "均价", "标准", "Quantity", "Qty", "Unit price",
  ]

  /// The head of a cell's column: the nearest words above it, in a table without another sum between.
  private func head(of cell: Int, _ row: Int) -> Int? {
    let column = reader.cells[cell].column
    for above in (0..<row).reversed() where !reader.rows[above].isLine {
      let cells = reader.rows[above].cells
      let isSum = cells.contains { meanings.summaryRow(reader.cells[$0].label) != nil }
      guard !isSum else { return nil }
      let head = cells.first { reader.cells[$0].column == column }
      guard let head, !reader.cells[head].text.isEmpty,
        !reader.cells[head].text.hasDigit(in: reader.text)
      else { continue }
      return head
    }
    return nil
  }
}
