import TieoutModel

extension Submission {
  /// The label that the paper prints over a column of the summary; else the profile's first one.
  func printedWord(_ column: ColumnSpec) -> String {
    for region in document.regions where region.kind == .summary {
      for row in region.rows where document.rows[row].role == .header {
        for cell in document.rows[row].cells where document.cells[cell].label != .none {
          if column.labels.contains(document.cells[cell].label) {
            return document.string(document.cells[cell].text)
          }
        }
      }
    }
    return column.labels.first.map(profile.labels.word) ?? profile.name(column.name)
  }

  /// Whether the paper prints the label of a column of the summary, or of a single value in a form.
  ///
  /// A blank under a label that is printed is a figure that may be missing; where there is no label
  /// the paper never meant to state one. Asked for only where a figure is missing.
  func prints(_ field: FieldName, in record: Record, isOfSummary: Bool) -> Bool {
    if isOfSummary {
      guard let labels = profile.summary.columns.first(where: { $0.name == field })?.labels else {
        return false
      }
      return document.regions.contains { region in
        region.kind == .summary
          && region.rows.contains { row in
            document.rows[row].role == .header
              && document.rows[row].cells.contains { labels.contains(document.cells[$0].label) }
          }
      }
    }
    guard let labels = profile.detail.fields.first(where: { $0.name == field })?.labels else {
      return false
    }
    let cells = document.cells
    let end = Int(record.at.end)
    var low = cells.startIndex
    var high = cells.endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if cells[middle].text.start >= record.at.start { high = middle } else { low = middle + 1 }
    }
    return cells[low...].prefix { Int($0.text.start) < end }.contains {
      $0.label != .none && labels.contains($0.label)
    }
  }
}
