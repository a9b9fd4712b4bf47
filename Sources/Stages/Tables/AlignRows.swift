internal import TieoutModel

/// Gives each cell of a table the column that it belongs to.
///
/// A row whose cells stand under their header and are what their columns want is left as it is. Any
/// other row is judged against the types of the columns and the closed lists of the profile: a
/// missing leading cell, an extra column, a word cut short are put right, with one repair a row.
///
/// - before: `|成本指标|成本控制≥2万元|万元|2||` under `一级指标|二级指标|三级指标|计量单位|目标值`
/// - after: the same cells, each in its column
/// - leaves alone: rows that two alignments fit equally well; they are reported
enum AlignRows: Stage {
  static let name = "align-rows"

  static func prepare(_ profile: inout Profile) {
    profile.prepare(SummaryRows.init)
    profile.prepare(FormRows.init)
  }

  static func run(_ document: inout Document, _ profile: Profile) {
    // An aligned document is not aligned again: repairs are made, and reported, once.
    let isAligned = document.rows.contains {
      $0.role != .plain && $0.role != .title && $0.role != .columnNumbers
    }
    guard !isAligned else { return }
    var summary = profile.prepared(SummaryRows.init)
    var form = profile.prepared(FormRows.init)
    for region in document.regions {
      switch region.kind {
      case .prose: break
      case .summary: summary.align(region.rows, &document)
      case .form: form.align(region.rows, &document)
      }
    }
  }
}
