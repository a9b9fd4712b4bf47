public import TieoutModel

extension Document {
  /// The regions, rows, labels, columns and repairs as indented text: what golden files hold.
  public func dump(_ profile: Profile) -> String {
    var lines: [String] = []
    for region in regions {
      lines.append("\(region.kind)")
      for place in region.rows { lines.append("  " + dump(row: rows[place], profile)) }
    }
    if regions.isEmpty { lines += rows.map { dump(row: $0, profile) } }
    for (index, repair) in repairs.enumerated() {
      lines.append("repair \(index + 1) \(repair.rule) \(repair.state.rawValue)")
      for (before, after) in zip(repair.before, repair.after) {
        lines.append("  \(before) → \(after)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a reader made: a line a row or line, an empty one between blocks.
  public func blocksDump() -> String {
    let blocks = blocks.map { block in
      rows[block.rows].map { row in
        cells[row.cells].map { string($0.text) }.joined(separator: " | ")
      }.joined(separator: "\n")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func dump(row: Row, _ profile: Profile) -> String {
    let parts = row.cells.filter { !cells[$0].text.isEmpty }.map {
      dump(cell: cells[$0], row, profile)
    }
    let repair = row.repair > 0 ? " (repair \(row.repair))" : ""
    let line = row.isLine ? "line " : ""
    return "\(line)\(row.role)\(repair): " + parts.joined(separator: " | ")
  }

  private func dump(cell: Cell, _ row: Row, _ profile: Profile) -> String {
    let text = string(cell.text)
    if row.role == .fieldHeader || row.role == .fieldValues, cell.slot != Cell.unassigned {
      return "\(cell.slot)=\(text)"
    }
    guard cell.slot == Cell.unassigned else {
      let columns =
        row.table == 0 ? profile.summary.columns : profile.detail.groups[Int(row.table) - 1].columns
      return "\(profile.name(columns[Int(cell.slot)].name))=\(text)"
    }
    return cell.label == .none ? text : "[\(text)]"
  }
}
