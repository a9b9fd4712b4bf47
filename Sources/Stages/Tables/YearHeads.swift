internal import TieoutModel

/// Takes calendar years at the heads of columns for the first year, the second and so on.
///
/// - before: `Budget line | 2023/24 | 2024/25 | Total`
/// - after: the years bear the labels that the profile has for the years of a form
/// - leaves alone: years among values, and more of them than the profile has columns for
struct YearHeads {
  private let meanings: LabelMeanings
  /// The labels of each group that has any, the earliest year first.
  private let labels: [(group: Int, years: [LabelID])]

  /// `nil` where the profile has no columns for years.
  init?(_ profile: Profile) {
    meanings = profile.meanings
    labels = profile.detail.groups.enumerated().compactMap { group, spec in
      spec.years.isEmpty ? nil : (group, spec.years)
    }
    if labels.isEmpty { return nil }
  }

  /// Gives the years of a row their labels, where all its other cells head columns of one group.
  func label(_ range: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8]) {
    let filled = range.filter { !cells[$0].text.isEmpty }
    let years = filled.filter { cells[$0].label == .none && cells[$0].text.isYear(in: text) }
    guard !years.isEmpty, filled.count > years.count else { return }
    let heads = filled.filter { !years.contains($0) }
    for (group, labels) in labels where years.count <= labels.count {
      guard heads.allSatisfy({ meanings.column(cells[$0].label, of: group) != nil }) else {
        continue
      }
      for (index, label) in zip(years, labels) { cells[index].label = label }
      return
    }
  }
}
