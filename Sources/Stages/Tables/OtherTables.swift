internal import TieoutModel

/// Tells tables of other things from the summary that the papers print besides: sums by department,
/// by account.
///
/// Such a table has a title, a total and no column of names, where the summary has all three.
enum OtherTables {
  /// The regions, what is no summary taken for prose.
  static func without(
    _ regions: [Document.Region], _ document: Document, _ profile: Profile,
    _ titles: [Document.Region.Kind?]
  ) -> [Document.Region] {
    let summaries = regions.indices.filter { regions[$0].kind == .summary }
    guard summaries.count > 1, let key = profile.summary.key else { return regions }
    func title(_ region: Int) -> String? {
      regions[region].rows.first { titles[$0] == .summary }.map {
        document.string(document.cells[document.rows[$0].cells.upperBound - 1].text)
      }
    }
    func hasTotal(_ region: Int) -> Bool {
      regions[region].rows.contains { place in
        document.rows[place].cells.contains {
          profile.meanings.summaryRow(document.cells[$0].label) == .total
        }
      }
    }
    func hasKey(_ region: Int) -> Bool {
      regions[region].rows.contains { place in
        document.rows[place].cells.contains {
          profile.meanings.summaryColumn(document.cells[$0].label).map {
            profile.summary.columns[$0].name == key
          } ?? false
        }
      }
    }
    let whole = summaries.filter { title($0) != nil && hasTotal($0) }
    let names = Set(whole.filter(hasKey).compactMap(title))
    guard !names.isEmpty else { return regions }
    var result = regions
    for region in whole where !hasKey(region) {
      if let title = title(region), !names.contains(title) { result[region].kind = .prose }
    }
    return result
  }
}
