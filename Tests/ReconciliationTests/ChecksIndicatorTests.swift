import Testing
import TieoutModel

@testable import TieoutReconciliation

/// A form with one indicator.
private func paper(
  _ level: String, _ name: String, _ bound: String, unit: String?, target: String?,
  footnote: String? = nil
) -> Draft {
  var paper = Draft()
  paper.form("1000", footnote: footnote)
  paper.indicator(level, name, bound, unit: unit, target: target)
  return paper
}

private func paper(_ bound: String, unit: String?, target: String?) -> Draft {
  paper("数量指标", "指标", bound, unit: unit, target: target)
}

@Suite struct TextAgainstItsTarget {
  @Test(
    arguments: [
      ("≥90%", "%", "90", nil as Verdict?), ("≥90%", "%", "95", .broken), ("≥1", "项", "1", nil),
      ("≤12个月", "月", "12", nil), ("≥3万人", "人", "30000", nil), ("≥25000件", "案件数", "25000", nil),
      ("≥689元", "元", "690", .broken), ("≥4.5亿元", "万元", "45000", nil),
      ("≥65%", "%", "65.00", nil), ("≥98.5%", "%", "98", .rounded), ("≤12个月", "月", "13", .broken),
    ] as [(String, String, String, Verdict?)])
  func comparesBoundAndTarget(bound: String, unit: String, target: String, verdict: Verdict?) {
    let report = paper(bound, unit: unit, target: target).report(TextAgainstTarget.self)
    #expect(report.findings.first?.verdict == verdict)
    #expect(report.tally.exact == (verdict == nil ? 1 : 0))
  }

  @Test func showsBothFiguresAndTheirPlaces() throws {
    let finding = try #require(
      paper("≥90%", unit: "%", target: "95").findings(TextAgainstTarget.self).first)
    #expect(finding.severity == .warning)
    #expect(finding.values.map(\.value) == ["90", "95"])
    #expect(
      finding.values.map(\.subject.field) == ["indicators[0].bound", "indicators[0].target"])
    #expect(finding.difference == "5")
    #expect(finding.differenceInYuan == nil)
    #expect(finding.fingerprint == "AG03:detail/1:indicators[0].target:target")
  }

  @Test func blamesNobodyWhereDigitsLookAlike() throws {
    let finding = try #require(
      paper("≥1700个", unit: "个", target: "1100").findings(TextAgainstTarget.self).first)
    #expect(finding.diagnosis == [.lookAlike])
    // Every fifth pair of digits looks alike: that alone proves no misreading.
    #expect(finding.attribution == .undetermined)
  }

  @Test(
    arguments: [
      ("", "%", "99"), ("≥90%", "%", nil), ("≥90%", "%", "是"), ("≤1年", "月", "12"),
    ] as [(String, String, String?)])
  func doesNotRunWithoutTwoComparableFigures(bound: String, unit: String, target: String?) {
    #expect(
      paper(bound, unit: unit, target: target).report(TextAgainstTarget.self) == CheckReport())
  }

  @Test func leavesOpposedComparatorsToTheirCheck() {
    let paper = paper("≥90%", unit: "%", target: "≤95")
    #expect(paper.all == ["RL02 detail/1.indicators[0].comparator broken warning"])
  }

  @Test(arguments: [("≥3万人", "人", "3"), ("≥95%", "%", "0.95"), ("≥1700个", "个", "170")])
  func leavesPowersOfTenToTheUnitCheck(bound: String, unit: String, target: String) {
    let paper = paper(bound, unit: unit, target: target)
    #expect(paper.all == ["UN01 detail/1.indicators[0].target broken error"])
  }

  @Test func takesNoSmallDifferenceForAStepBetweenUnits() {
    #expect(paper("≥3万人", unit: "人", target: "30000").findings(UnitSlip.self).isEmpty)
    #expect(paper("≥3人", unit: "人", target: "31").findings(UnitSlip.self).isEmpty)
  }
}

@Suite struct UnitsOfIndicators {
  @Test(
    arguments: [
      ("≤1年", "月", "1", Severity.warning as Severity?), ("≥5人", "人次", "5", .warning),
      ("≥5公顷", "吨", "5", .warning), ("≥5", nil, "5", .warning), ("", nil, "5", .warning),
      ("≥90%", nil, "90", .note), ("≥208万元", "万", "208", .note),
      ("≤12个月", "月", "12", nil), ("≥25000件", "案件数", "25000", nil), ("≥1", "项", "1", nil),
      ("≥3万人", "人", "30000", nil), ("≥1万元", "元", "10000", nil), ("1户单位", "户", "1", nil),
      ("", "%", "99", nil), ("", "是/否", "是", nil), ("", nil, "是", nil), ("≥90%", nil, nil, nil),
    ] as [(String, String?, String?, Severity?)])
  func agreeOrAreReported(bound: String, unit: String?, target: String?, severity: Severity?) {
    let findings = paper(bound, unit: unit, target: target).findings(UnitConflict.self)
    #expect(findings.first?.severity == severity)
    #expect(findings.count == (severity == nil ? 0 : 1))
  }

  @Test("An indicator that is said to be none needs no unit")
  func ofNothing() {
    func findings(_ name: String, _ target: String) -> [Finding] {
      paper("社会成本指标", name, "", unit: nil, target: target).findings(UnitConflict.self)
    }
    #expect(findings("无", "0").isEmpty)
    #expect(findings("投诉", "0").count == 1)
  }

  @Test func showWhereTheyStand() throws {
    let finding = try #require(
      paper("≤1年", unit: "月", target: "1").findings(UnitConflict.self).first)
    #expect(finding.subject.field == "indicators[0].unit")
    #expect(finding.values.map(\.value) == ["年", "月", "1"])
    #expect(finding.message.zh.contains("年") && finding.message.zh.contains("月"))
  }
}

@Suite struct TheRuleInTheFootnote {
  private static let rule = "备注：产出、效益、满意度指标均需填列。涉及带率的指标，目标值应不低于90。"

  @Test(arguments: [
    ("生存认证率", "≥85%", "85"), ("支付完成率", "≥50%", "50"), ("完成率", "", "80"),
    ("满意度", "=85%", "85"), ("完成率", "≥90%", "89.9"),
  ])
  func isBrokenByARateUnderIt(name: String, bound: String, target: String) throws {
    let paper = paper("质量指标", name, bound, unit: "%", target: target, footnote: Self.rule)
    let finding = try #require(paper.findings(OwnRule.self).first)
    #expect(finding.severity == .warning)
    #expect(finding.values.last?.role == "rule")
    #expect(finding.values.last?.value == "90")
    let quote = try #require(finding.values.last?.printed)
    #expect(paper.submission.document.string(quote) == "90")
    #expect(finding.message.zh.contains("涉及带率的指标，目标值应不低于90"))
  }

  @Test(arguments: [
    ("完成率", "≥90%", "%", "90"), ("完成率", "≥98%", "%", "98"),
    // No word for a rate: the footnote speaks of 率.
    ("住院费用报销比例", "≥65%", "%", "65"),
    // No percentage.
    ("持续影响率", "≥1年", "年", "1"),
    // Bounded from above, or less is better.
    ("空置率", "≤5%", "%", "5"), ("投诉率", "=5%", "%", "5"), ("超标率", "≤5%", "%", "≤5"),
    // Growth may be any percentage.
    ("产值增长率", "≥8%", "%", "8"), ("办结率提升", "≥20%", "%", "20"),
  ])
  func isKeptBy(name: String, bound: String, unit: String, target: String) {
    let paper = paper("质量指标", name, bound, unit: unit, target: target, footnote: Self.rule)
    #expect(paper.findings(OwnRule.self).isEmpty)
  }

  @Test(arguments: [
    ("要求：各种“率”不得低于88%。", true), ("要求：比率指标目标值不低于90。", true),
    ("涉及带率的指标, 目标值应不低于 90。", true),
    // A least number of something else.
    ("项目数量不低于90。涉及带率的指标须填列。", false), ("备注：请如实填写。", false),
    ("涉及带率的指标，目标值应不低于全国平均。", false),
  ])
  func isReadFromTheFootnoteItself(footnote: String, isRule: Bool) {
    let paper = paper(
      "质量指标", "完成率", "≥85%", unit: "%", target: "85", footnote: footnote)
    #expect(paper.findings(OwnRule.self).count == (isRule ? 1 : 0))
  }

  @Test func isQuotedFromEachFormsOwnFootnote() throws {
    var paper = paper("质量指标", "完成率", "≥85%", unit: "%", target: "85", footnote: Self.rule)
    paper.form("1000", footnote: Self.rule)
    paper.indicator("质量指标", "完成率", "≥80%", unit: "%", target: "80")
    let findings = paper.findings(OwnRule.self)
    #expect(findings.map(\.subject.record) == ["detail/1", "detail/2"])
    let quotes = findings.compactMap { $0.values.last?.printed }
    #expect(quotes.count == 2 && quotes[0].start != quotes[1].start)
    for quote in quotes {
      #expect(paper.submission.document.string(quote) == "90")
    }
  }
}

@Suite struct TheThresholdOfTheSummary {
  private func paper(_ caption: String, _ amount: String, form: String? = nil) -> Draft {
    var paper = Draft()
    paper.captions = paper.fields(["threshold": caption])
    paper.row(amount)
    if let form { paper.form(form) }
    paper.link()
    return paper
  }

  @Test func isBrokenByASmallerItem() throws {
    let paper = paper("(单笔项目金额200万元以上为重点项目)", "199.5")
    let finding = try #require(paper.findings(OwnRule.self).first)
    #expect(finding.values.map(\.value) == ["199.5", "200"])
    #expect(finding.difference == "0.5")
    #expect(finding.severity == .warning)
  }

  @Test(arguments: [
    ("(单笔项目金额200万元以上为重点项目)", "200"), ("(单笔项目金额200万元以上为重点项目)", "200.01"),
    ("单笔项目为重点项目", "1"), ("200万元以下为一般项目", "1"), ("3个以上为重点项目", "1"),
  ])
  func isKept(caption: String, amount: String) {
    #expect(paper(caption, amount).findings(OwnRule.self).isEmpty)
  }

  @Test func isNoMatterOfAMisprintedRow() {
    let paper = paper("(单笔项目金额200万元以上为重点项目)", "27.3", form: "273")
    #expect(paper.findings(OwnRule.self).isEmpty)
  }
}

@Suite struct Comparators {
  @Test("What is saved may be bounded from below", arguments: ["节约成本", "压减运行成本"])
  func savings(_ name: String) {
    let paper = paper("成本指标", name, "≥20万元", unit: "万元", target: "20")
    #expect(paper.findings(ComparatorContradiction.self).isEmpty)
    #expect(paper.findings(AgreeInside.self).isEmpty)
  }

  @Test(
    arguments: [
      ("数量指标", "≥90%", "%", "≤95", Severity.warning as Severity?),
      ("数量指标", "≥90%", "%", "≤90", .note), ("数量指标", "≤12月", "月", "≥12", .note),
      ("数量指标", ">90%", "%", "<90", .warning),
      ("成本指标", "≥7510万元", "万元", "7510", .warning),
      ("成本指标", "", "万元", "≥7510", .warning),
      ("成本指标", "≥1080.5万元", "万元", "≤1080.5", .warning),
      ("成本指标", "≤7510万元", "万元", "7510", nil), ("成本指标", "小于231万元", "万元", "231", nil),
      ("成本指标", "≥70000平方米", "平方米", "70000", nil),
      ("经济效益指标", "≥7510万元", "万元", "7510", nil), ("数量指标", "≥95%", "%", "≥95", nil),
      ("数量指标", "=1项", "项", "≥1", nil), ("数量指标", "", "项", "1", nil),
    ] as [(String, String, String, String, Severity?)])
  func pointOneWay(
    level: String, bound: String, unit: String, target: String, severity: Severity?
  ) {
    let findings = paper(level, "指标", bound, unit: unit, target: target)
      .findings(ComparatorContradiction.self)
    #expect(findings.first?.severity == severity)
    #expect(findings.count == (severity == nil ? 0 : 1))
  }

  @Test func areShownWithTheirFigures() throws {
    let finding = try #require(
      paper("成本指标", "成本", "≥1080.5万元", unit: "万元", target: "≤1080.5")
        .findings(ComparatorContradiction.self).first)
    #expect(finding.message.zh.contains("≥1080.5") && finding.message.zh.contains("≤1080.5"))
    #expect(finding.subject.field == "indicators[0].comparator")
    #expect(finding.values.map(\.role) == ["bound", "target"])
  }
}
