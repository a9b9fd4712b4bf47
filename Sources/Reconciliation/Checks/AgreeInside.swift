import TieoutModel

/// AG02: a form's total stands unchanged in the other places that state the same sum.
///
/// Not for costs of a part, of one of many, of another year, or estimates; not for other sums, such
/// as an income that the money is to bring. What the summary's row or the form's parts say as well
/// is AG01's or FT04's finding, with these places beside it.
enum AgreeInside: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG02", name: "agree-inside-the-record",
    title: Message(zh: "明细表内同一金额一致", en: "One sum is the same throughout a form"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    defer { StatedRelations.run(entry.id, paper, &report) }
    for detail in paper.totals.indices {
      switch paper.outlook(ofDetail: detail) {
      case nil, .unanimous(indicators: 0): continue
      case .unanimous:
        report.pass(tick: tick(detail, paper))
        continue
      case .divided: break
      }
      guard let fact = paper.fact(ofDetail: detail),
        fact.others.contains(where: { $0.kind >= .cost })
      else { continue }
      let disagreeing = fact.deviations.filter { deviation in
        deviation.places.contains { $0.kind >= .cost }
      }
      if disagreeing.isEmpty { report.pass(tick: tick(detail, paper)) }
      for deviation in disagreeing where deviation.first.kind >= .cost && !deviation.isUnitSlip {
        report.report(paper.submission.finding(entry.id, fact, deviation, broken: .warning))
      }
    }
  }

  /// The tick of the total and the places inside the form that state the same.
  private static func tick(_ detail: Int, _ paper: Workpaper) -> Tick {
    guard let fact = paper.fact(ofDetail: detail) else { return Tick(entry.id, values: []) }
    let places = fact.others.filter { $0.kind >= .cost && $0.equals(fact.total) }
    return paper.submission.tick(entry.id, [fact.total] + places)
  }
}

extension AgreeInside {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "明细表的合计与表内写明同一总额的各处（成本指标的文本与目标值等）一致。",
      en: """
        Agree a form's total with every other place in it that states the same sum: text \
        and target of its cost indicator, and the like.
        """),
    why: Message(
      zh: "表内自相矛盾，说明有一处改了而另一处没有改。",
      en: "A form that contradicts itself was changed in one place and not in another."),
    example: Message(
      zh: "合计 512.40，指标“控制预算≤521.40万元”：颠倒了两位。",
      en: "Total 512.40, indicator “keep within ≤521.40”: two digits swapped."),
    unless: Message(
      zh: """
        部分成本、单位成本、其他年度、预计数；汇总行或资金来源也如此写的，归 AG01、FT04；恰\
        差 10 的幂次，归 UN01。
        """,
      en: """
        Costs of a part or of one of many, other years, estimates; what the summary's row \
        or the parts say as well is AG01's or FT04's; a power of ten is UN01's.
        """),
    decided: Message(
      zh: "同 AG01，不符为警告。每个不同的数一处。",
      en: "As AG01; broken is a warning. One finding for each figure that differs."))
}
