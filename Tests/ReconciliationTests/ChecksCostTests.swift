import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct CostItemsOfAForm {
  private func paper(_ total: String, _ items: [(name: String, amount: String)]) -> Draft {
    var paper = Draft()
    paper.form(total)
    for item in items {
      paper.indicator(
        "成本指标", item.name, "≤\(item.amount)万元", unit: "万元", target: item.amount)
    }
    return paper
  }

  @Test func addUpToItsTotal() {
    let report = paper("100", [("人员", "60"), ("设备", "40")]).report(CostItems.self)
    #expect(report.findings.isEmpty && report.tally.exact == 1)
  }

  @Test func areTooMuchOrASlip() throws {
    #expect(
      paper("100", [("人员", "60"), ("设备", "50")]).findings(CostItems.self).map(\.line) == [
        "FT05 detail/1.total broken warning"
      ])
    let slip = paper("113.5", [("人员", "60.5"), ("设备", "71.0")]).findings(CostItems.self)
    #expect(slip.first?.diagnosis == [.transposition])
  }

  @Test func mayBeIncomplete() {
    #expect(
      paper("100", [("人员", "60"), ("设备", "30")]).findings(CostItems.self).map(\.line) == [
        "FT05 detail/1.total broken review"
      ])
  }

  @Test(arguments: [
    [("总成本", "100"), ("其中人员", "60")], [("经济成本", "100"), ("社会成本", "100"), ("环境成本", "100")],
    [("人均标准", "60"), ("总成本", "30")], [("成本", "90"), ("控制", "90")], [("成本", "90")],
  ])
  func areNoPartsWhereTheyRepeatTheTotalOrCostOne(items: [(String, String)]) {
    #expect(paper("100", items).findings(CostItems.self).isEmpty)
  }

  @Test func ofOneAmountEachArePartsIfTheyAddUp() {
    let paper = paper("100", [("人员", "50"), ("设备", "50")])
    #expect(paper.all.isEmpty)
  }
}

@Suite struct WeightsOfAForm {
  private func paper(_ forms: [[String?]]) -> Draft {
    var paper = Draft()
    for weights in forms {
      paper.form("1")
      for (place, weight) in weights.enumerated() {
        paper.indicator("质量指标", "指标\(place)", unit: "项", target: "≥1", weight: weight)
      }
    }
    return paper
  }

  @Test func addUpToAHundred() {
    let report = paper([["40", "30", "30"]]).report(WeightsTotal.self)
    #expect(report.findings.isEmpty && report.tally.exact == 1)
  }

  @Test func areReportedWhereTheyDoNot() throws {
    let finding = try #require(paper([["40", "30", "35"]]).findings(WeightsTotal.self).first)
    #expect(finding.line == "FT07 detail/1.indicators broken warning")
    #expect(finding.difference == "5")
    #expect(finding.values.map(\.value) == ["105", "40", "30", "35"])
  }

  @Test func mayHaveBeenMisread() throws {
    let finding = try #require(
      paper([["19", "9", "9", "9", "9", "9", "6", "6", "9", "9"]]).findings(WeightsTotal.self).first
    )
    #expect(finding.line == "FT07 detail/1.indicators broken review")
    #expect(finding.attribution == .undetermined)
    #expect(finding.diagnosis == [.lookAlike])
  }

  @Test func mayBeThirdsOfAHundred() {
    #expect(paper([["33.3", "33.3", "33.3"]]).findings(WeightsTotal.self).isEmpty)
    #expect(paper([["33.3", "33.3", "32.3"]]).findings(WeightsTotal.self).count == 1)
  }

  @Test func mayHaveAnotherWholeInAllForms() {
    let good: [String?] = ["50", "40"]
    #expect(paper([good, good, good, good]).findings(WeightsTotal.self).isEmpty)
    #expect(
      paper([good, good, good, good, ["50", "50"]]).findings(WeightsTotal.self).map(\.line) == [
        "FT07 detail/5.indicators broken warning"
      ])
  }

  @Test func stayOpenWhereOneIsBlank() {
    #expect(
      paper([["40", nil, "30"]]).findings(WeightsTotal.self).map(\.line) == [
        "FT07 detail/1.indicators open review"
      ])
    // What is too much without the blank is too much.
    #expect(paper([["70", nil, "40"]]).findings(WeightsTotal.self).first?.verdict == .broken)
    #expect(paper([["70", nil, "30"]]).findings(WeightsTotal.self).isEmpty)
  }

  @Test func areNotAskedForWhereNoneArePrinted() {
    #expect(paper([[nil, nil]]).report(WeightsTotal.self) == CheckReport())
  }
}

/// A paper whose profile relates columns of the summary.
private func related(
  _ kind: RelationSpec.Kind, _ fields: [String], _ result: String?,
  _ rows: [KeyValuePairs<String, String?>], types: [String: FieldType] = [:]
) -> Draft {
  var paper = Draft()
  for name in fields + [result].compactMap(\.self) where paper.profile.field(name) == nil {
    _ = paper.profile.intern(name)
  }
  let names = fields + [result].compactMap(\.self)
  for name in names
  where !paper.profile.summary.columns.contains(where: { $0.name == paper.name(name) }) {
    paper.profile.summary.columns.append(ColumnSpec(name: paper.name(name)))
  }
  paper.profile.rules.relations = [
    RelationSpec(
      kind: kind, fields: fields.map { paper.name($0) }, result: result.map { paper.name($0) })
  ]
  for row in rows {
    paper.row(nil)
    for (name, value) in row {
      guard let value else { continue }
      var field = paper.field("amount", value)
      field.name = paper.name(name)
      if value.contains("年") {
        field.value =
          PartialDate.read(Array(value.utf8), Slice(0..<value.utf8.count)).map { .date($0) }
          ?? field.value
      }
      paper.rows[paper.rows.count - 1].set(field)
    }
  }
  return paper
}

@Suite struct RelationsOfFields {
  @Test func areProducts() {
    func paper(_ amount: String) -> Draft {
      related(
        .product, ["count", "price"], "worth",
        [["count": "264100", "price": "40.20元", "worth": amount]])
    }
    #expect(paper("10616820元").report(Recalculation.self).tally.exact == 1)
    #expect(paper("1061.68万元").report(Recalculation.self).tally.rounded == 1)
    #expect(
      paper("1062.68万元").findings(Recalculation.self).map(\.line) == [
        "FT06 summary/1.worth broken warning"
      ])
    // Cut off instead of rounded: for a person to see.
    let cut = related(
      .product, ["count", "price"], "worth",
      [["count": "3", "price": "0.333元", "worth": "0.99元"]])
    #expect(cut.findings(Recalculation.self).map(\.severity) == [.review])
  }

  @Test(arguments: [
    ("66.67", true), ("66.7", true), ("67", true), ("66.76", false), ("76.67", false),
    ("0.67", true),
  ])
  func areRates(rate: String, holds: Bool) {
    let paper = related(
      .ratio, ["spent", "budget"], "rate", [["spent": "2万元", "budget": "3万元", "rate": rate]])
    #expect(paper.findings(Recalculation.self).isEmpty == holds)
  }

  @Test func areOrders() {
    func findings(_ first: String, _ second: String) -> [String] {
      related(.order, ["from", "to"], nil, [["from": first, "to": second]])
        .findings(OutOfDomain.self).map(\.line)
    }
    #expect(findings("2024年3月1日", "2024年5月1日").isEmpty)
    #expect(findings("2024年5月1日", "2024年3月1日") == ["RL04 summary/1.to broken warning"])
    #expect(findings("100万元", "1200000元").isEmpty)
    #expect(findings("100万元", "900000元") == ["RL04 summary/1.to broken warning"])
  }

  @Test func doNotRunWhereAFactorIsBlankOrUnreadable() {
    for price in [nil, "约40"] as [String?] {
      let paper = related(
        .product, ["count", "price"], "worth", [["count": "2", "price": price, "worth": "3"]])
      #expect(paper.report(Recalculation.self) == CheckReport())
    }
  }
}
