import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct OneSumInAForm {
  private func paper(
    _ total: String, _ indicators: [(String, String, String, String, String)],
    title: String? = nil
  ) -> Draft {
    var paper = Draft()
    paper.form(total, title: title)
    for (level, name, bound, unit, target) in indicators {
      paper.indicator(level, name, bound, unit: unit, target: target)
    }
    return paper
  }

  private static let ceilings = [
    ("成本指标", "总成本控制", "≤90万元", "万元", "90"), ("经济效益指标", "助力经济发展", "≥90万元", "万元", "90"),
  ]

  @Test func reportsAFigureOnceHoweverOftenItStands() throws {
    // Two of three places say 90, so that it is the total that stands out.
    let paper = paper("235", Self.ceilings)
    #expect(paper.all == ["AG02 detail/1.total broken warning"])
    let finding = try #require(paper.findings(AgreeInside.self).first)
    #expect(finding.values.map(\.value) == ["235", "90", "90", "90", "90"])
    #expect(finding.difference == "145")
    #expect(finding.majority == "90")
    #expect(finding.fingerprint == "AG02:detail/1:indicators[0].bound")
  }

  @Test func asksTheSummaryAndThePartsAsWell() throws {
    var paper = Draft()
    paper.row("235")
    paper.form("235", parts: [("一般公共预算", "235")])
    for (level, name, bound, unit, target) in Self.ceilings {
      paper.indicator(level, name, bound, unit: unit, target: target)
    }
    paper.link()
    let finding = try #require(paper.findings(AgreeInside.self).first)
    #expect(finding.subject.field == "indicators[0].bound")
    #expect(finding.majority == "235")
    #expect(finding.records == ["detail/1", "summary/1"])
  }

  @Test func speaksForTheTargetThatLeavesItsText() throws {
    let paper = paper(
      "2348.82",
      [
        ("成本指标", "成本控制", "≤2348.82万元", "万元", "2384.82"),
        ("经济效益指标", "助力经济发展", "≥2348.82万元", "万元", "2384.82"),
      ])
    // The same two figures are no finding of AG03 as well.
    #expect(paper.all == ["AG02 detail/1.indicators[0].target broken warning"])
    let finding = try #require(paper.findings(AgreeInside.self).first)
    #expect(finding.diagnosis == [.transposition])
    #expect(finding.majority == "2348.82")
    #expect(finding.attribution == .source)
  }

  @Test func namesTheMajorityOfThreePlaces() throws {
    var paper = Draft()
    paper.row("511.63")
    paper.form("511.628", parts: [("一般公共预算", "511.628")])
    paper.indicator("成本指标", "成本控制", "≤511.62万元", unit: "万元", target: "511.62")
    paper.link()
    let finding = try #require(paper.findings(AgreeInside.self).first)
    #expect(finding.majority == "511.628")
    #expect(finding.diagnosis == [.truncation])
    #expect(finding.values.count == 5)
    #expect(paper.findings(AgreeWithSummary.self).map(\.verdict) == [.rounded])
  }

  @Test(arguments: [
    // The same in another unit.
    [("成本指标", "社会成本控制", "", "元", "2350000")],
    // No sum of the whole: an income, a standard.
    [("经济效益指标", "增加可支配收入", "≥200万元", "万元", "200")],
    [("成本指标", "总成本", "≤235万元", "万元", "235"), ("质量指标", "标准", "≥689元", "元", "689")],
    // Costs of parts.
    [("成本指标", "设备成本", "≤135万元", "万元", "135"), ("成本指标", "其余成本", "≤100万元", "万元", "100")],
    // For each of many, a part, an estimate, a running total, another year.
    [("成本指标", "人均补助成本", "≤500元", "元", "500")],
    [("成本指标", "每户补助", "≤500元", "元", "500")],
    [("成本指标", "其中设备成本", "≤100万元", "万元", "100")],
    [("成本指标", "预计成本", "≤100万元", "万元", "100")],
    [("成本指标", "累计成本", "≤900万元", "万元", "900")],
    [("成本指标", "发放标准", "≤80元", "元", "80")],
    [("成本指标", "2023年度成本", "≤100万元", "万元", "100")],
    // No money.
    [("成本指标", "取暖面积", "≥70000平方米", "平方米", "70000")],
  ])
  func leavesOtherSumsAlone(indicators: [(String, String, String, String, String)]) {
    let paper = paper("235", indicators, title: "2024年度项目支出预算绩效目标表")
    #expect(paper.findings(AgreeInside.self).isEmpty)
  }

  @Test func readsTheUnitOfABareBoundFromItsColumn() {
    let paper = paper("268", [("成本指标", "成本控制", "≤268", "万元", "268")])
    #expect(paper.report(AgreeInside.self).tally.exact == 1)
  }

  @Test func findsACeilingThatEveryCostRepeats() {
    let paper = paper(
      "7510",
      [
        ("成本指标", "经济成本", "≤7501万元", "万元", "7501"),
        ("成本指标", "社会成本", "≤7501万元", "万元", "7501"),
      ])
    #expect(paper.findings(AgreeInside.self).map(\.diagnosis) == [[.transposition]])
  }

  @Test func leavesAPowerOfTenToTheUnitCheck() {
    let paper = paper("235", [("成本指标", "总成本", "≤235元", "元", "235")])
    #expect(paper.all == ["UN01 detail/1.indicators[0].bound broken error"])
  }
}
