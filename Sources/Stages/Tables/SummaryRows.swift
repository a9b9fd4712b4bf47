internal import TieoutModel

/// Aligns the printed pieces of the summary.
struct SummaryRows {
  private let profile: Profile
  private var aligner: RowAligner

  init(_ profile: Profile) {
    self.profile = profile
    aligner = RowAligner(profile, group: nil)
  }

  /// Aligns one piece.
  mutating func align(_ rows: Range<Int>, _ document: inout Document) {
    aligner.begin()
    var header = TableHeader(columns: [])
    var isHeaderOpen = true
    for place in rows where !document.rows[place].isLine {
      if isHeaderOpen, addLabels(place, &header, document) {
        document.rows[place].role = .header
        continue
      }
      if isHeaderOpen { aligner.begin(header) }
      isHeaderOpen = false
      aligner.align(place, &document)
    }
  }

  /// Whether a row holds nothing but labels of columns; if so they are added.
  ///
  /// A second row of labels stands under a label that spans several columns.
  private func addLabels(
    _ place: Int, _ header: inout TableHeader, _ document: Document
  ) -> Bool {
    var found: [(Int, Int)] = []
    var others = 0
    for index in document.rows[place].cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      if let column = profile.meanings.summaryColumn(cell.label) {
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
