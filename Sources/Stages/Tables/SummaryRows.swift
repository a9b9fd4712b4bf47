internal import TieoutModel

/// Aligns one printed piece of the summary.
enum SummaryRows {
  static func align(_ rows: Range<Int>, _ document: inout Document, _ profile: Profile) {
    var aligner = RowAligner(profile, group: nil)
    var header = TableHeader(columns: [])
    var isHeaderOpen = true
    for place in rows where !document.rows[place].isLine {
      if isHeaderOpen, addLabels(place, &header, document, profile) {
        document.rows[place].role = .header
        continue
      }
      isHeaderOpen = false
      aligner.align(place, header, &document)
    }
  }

  /// Whether a row holds nothing but labels of columns; if so they are added.
  ///
  /// A second row of labels stands under a label that spans several columns.
  private static func addLabels(
    _ place: Int, _ header: inout TableHeader, _ document: Document, _ profile: Profile
  ) -> Bool {
    var found: [(Int, Int)] = []
    var others = 0
    for index in document.rows[place].cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      if let column = profile.role(cell.label).summaryColumn {
        found.append((column, Int(cell.column)))
      } else {
        others += 1
      }
    }
    guard !found.isEmpty, others <= found.count / 2 else { return false }
    for (column, printed) in found { header.add(spec: column, printed: printed) }
    header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
    return true
  }
}
