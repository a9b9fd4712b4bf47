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
    let years = filled.filter { cells[$0].label == .none && Self.isYear(cells[$0].text, text) }
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

  /// Whether a cell is a year: `2024`, `2023/24`, `2023-2024`, `FY25`, `2024年度`.
  static func isYear(_ cell: Slice, _ text: [UInt8]) -> Bool {
    var rest = text[cell.range]
    let isFiscal = rest.starts(with: [0x46, 0x59])
    if isFiscal { rest = rest.dropFirst(2).drop { $0.isBlankASCII } }
    if let ending = endings.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(ending.count)
    }
    let first = rest.prefix(while: \.isDigitASCII)
    let isFirst =
      first.count == 4 && (first.starts(with: [0x31, 0x39]) || first.starts(with: [0x32, 0x30]))
      || isFiscal && first.count == 2
    guard isFirst else { return false }
    rest = rest.dropFirst(first.count)
    if rest.isEmpty { return true }
    guard let sign = signs.first(where: { rest.starts(with: $0) }) else { return false }
    let second = rest.dropFirst(sign.count)
    return (second.count == 2 || second.count == 4) && second.allSatisfy(\.isDigitASCII)
  }

  private static let endings = ["年度", "年"].map { Array($0.utf8) }
  private static let signs = ["/", "-", "–", "—"].map { Array($0.utf8) }
}
