import TieoutModel

/// AG02: a form's total stands unchanged in the other places that state the same sum.
///
/// Not for costs of a part, of one of many, of another year, or estimates; not for other sums, such
/// as an income that the money is to bring. What the summary's row or the form's parts say as well
/// is AG01's or FT04's finding, with these places beside it.
enum AgreeInside: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG02", name: "agree-inside-the-record",
    title: Message(zh: "明细表内同一金额一致", en: "One sum is the same throughout a form"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    defer { StatedRelations.run(entry.id, paper, &report) }
    for detail in paper.totals.indices {
      switch paper.outlook(ofDetail: detail) {
      case nil, .unanimous(indicators: 0): continue
      case .unanimous:
        report.pass()
        continue
      case .divided: break
      }
      guard let fact = paper.fact(ofDetail: detail),
        fact.others.contains(where: { $0.kind >= .cost })
      else { continue }
      let disagreeing = fact.deviations.filter { deviation in
        deviation.places.contains { $0.kind >= .cost }
      }
      if disagreeing.isEmpty { report.pass() }
      for deviation in disagreeing where deviation.first.kind >= .cost && !deviation.isUnitSlip {
        report.report(paper.submission.finding(entry.id, fact, deviation, broken: .warning))
      }
    }
  }
}
