import TieoutModel

extension Document {
  /// The blocks, rows and cells with their places in the file: what golden files hold.
  var places: String {
    var lines: [String] = []
    for block in blocks {
      lines.append("\(block.kind)")
      for row in rows[block.rows] {
        let page = row.page > 0 ? "page \(row.page) " : ""
        lines.append("  \(page)" + row.cells.map { place(cells[$0]) }.joined(separator: " "))
      }
    }
    for remark in remarks {
      let at = location(ofSource: remark.at)
      lines.append("remark at \(at.line):\(at.column): \(remark.message.en)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `2[甲]@3:5`: column, text, line and column in the file; spans, element and box where there are.
  private func place(_ cell: Cell) -> String {
    var text = "\(cell.column)"
    if cell.columnSpan > 1 { text += "+\(cell.columnSpan - 1)" }
    if cell.rowSpan > 1 { text += "↓\(cell.rowSpan - 1)" }
    text += "[\(string(cell.text))]"
    guard !cell.text.isEmpty else { return text }
    let at = location(of: cell.text)
    text += "@\(at.line):\(at.column)"
    if let element = at.element { text += "#\(element)" }
    if let box = at.box { text += "(\(box.left) \(box.top) \(box.right) \(box.bottom))" }
    return text
  }
}
