import Testing
import TieoutModel

@testable import TieoutReconciliation

/// A form with indicators: level, name, bound, unit, target.
private func paper(
  _ indicators: [(String, String, String, String?, String?)], total: String = "1000"
) -> Draft {
  var paper = Draft()
  paper.form(total, title: "2024年度绩效目标表")
  for (level, name, bound, unit, target) in indicators {
    paper.indicator(level, name, bound, unit: unit, target: target)
  }
  return paper
}

@Suite struct ComparatorsAmongSiblings {
  private static let siblings: [(String, String, String, String?, String?)] = [
    ("质量指标", "甲率", "≥95%", "%", "95"), ("质量指标", "乙率", "≥95%", "%", "95"),
    ("时效指标", "时效", "", "月", "≤12"),
  ]

  @Test func areMissedWhereOneHasNone() {
    let paper = paper(Self.siblings + [("数量指标", "户数", "", "户", "1")])
    #expect(
      paper.findings(ComparatorLost.self).map(\.line) == [
        "RL03 detail/1.indicators[3].target broken review"
      ])
  }

  @Test func areNotMissedInFormsWithoutAny() {
    let bare = Self.siblings.map { ($0.0, $0.1, "", $0.3, Optional("95")) }
    #expect(paper(bare).findings(ComparatorLost.self).isEmpty)
    #expect(paper(bare + [Self.siblings[0]]).findings(ComparatorLost.self).isEmpty)
  }

  @Test func areNotMissedFromAnswersInWords() {
    let paper = paper(Self.siblings + [("社会效益指标", "是否稳定", "", "是/否", "是")])
    #expect(paper.findings(ComparatorLost.self).isEmpty)
  }

  @Test func mayHaveBeenLostByRecognition() throws {
    var paper = paper(Self.siblings)
    let repair = paper.addRepair("ST05", record: "detail/1")
    paper.indicator("数量指标", "户数", unit: "户", target: "1", repair: repair)
    let finding = try #require(paper.findings(ComparatorLost.self).first)
    #expect(finding.verdict == .open)
    #expect(finding.related == ["r\(repair)"])
  }
}

@Suite struct DomainsOfFigures {
  @Test(arguments: [("完成率", "120"), ("满意度", "101"), ("支出占比", "-5")])
  func holdRatesBetweenNothingAndAll(name: String, rate: String) {
    let paper = paper([("质量指标", name, "≥\(rate)%", "%", rate)])
    #expect(
      paper.findings(OutOfDomain.self).map(\.line) == [
        "RL04 detail/1.indicators[0].target broken warning"
      ])
  }

  @Test(arguments: [
    ("收入增长率", "120", "%"), ("同比提高比率", "150", "%"), ("完成率", "100", "%"), ("助力经济发展", "120", "%"),
    ("频率", "120", "次"),
  ])
  func letGrowthAndOtherFiguresBe(name: String, figure: String, unit: String) {
    let paper = paper([("质量指标", name, "≥\(figure)\(unit)", unit, figure)])
    #expect(paper.findings(OutOfDomain.self).isEmpty)
  }

  @Test func takeADigitForTheSignThatItWas() throws {
    let siblings: [(String, String, String, String?, String?)] = (0..<3).map {
      ("质量指标", "比率\($0)", "≥95%", "%", "95")
    }
    let paper = paper(siblings + [("质量指标", "合格率", "", "%", "298")])
    let finding = try #require(paper.findings(OutOfDomain.self).first)
    #expect(finding.severity == .review)
    #expect(finding.attribution == .ocr)
    #expect(finding.suggested?.value == "98")
    #expect(paper.findings(ComparatorLost.self).isEmpty)
  }

  @Test(
    "No year has the month",
    arguments: [
      ("2025年13月底", 1), ("于2025年13月底前完成", 1), ("2024年12月底", 0), ("18个月", 0),
      ("18月", 0), ("3年18月", 0), ("2024年100月", 0),
    ])
  func month(_ target: String, _ count: Int) {
    let findings = paper([("时效指标", "完成时间", "", nil, target)]).findings(OutOfDomain.self)
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.message.en.contains("there is no such month") })
  }

  @Test func holdDatesWithinTheYear() {
    #expect(
      paper([("时效指标", "完成时间", "", nil, "2025年3月31日")]).findings(OutOfDomain.self).map(\.line)
        == ["RL04 detail/1.indicators[0].target broken warning"])
    for date in ["2024年12月31日", "12月31日", "2024年"] {
      #expect(paper([("时效指标", "完成时间", "", nil, date)]).findings(OutOfDomain.self).isEmpty)
    }
  }
}

@Suite struct CategoriesOfIndicators {
  @Test(arguments: [
    ("成本指标", "取暖面积", "≥70000平方米", "平方米", "70000"), ("经济成本指标", "人数", "≤5人", "人", "5"),
    ("数量指标", "取暖费成本", "≤497万元", "万元", "497"), ("数量指标", "资金", "≤1000万元", "万元", "1000"),
    ("社会效益指标", "资金使用", "≤1000万元", "万元", "1000"),
  ])
  func areQuestioned(level: String, name: String, bound: String, unit: String, target: String) {
    #expect(
      paper([(level, name, bound, unit, target)]).findings(WrongCategory.self).map(\.line) == [
        "RL05 detail/1.indicators[0].level3 broken review"
      ])
  }

  @Test func areOneFindingWhereTwoAreExchanged() throws {
    let findings = paper([
      ("数量指标", "取暖费成本", "≤497万元", "万元", "497"), ("成本指标", "取暖面积", "≥70000平方米", "平方米", "70000"),
    ]).findings(WrongCategory.self)
    #expect(findings.map(\.line) == ["RL05 detail/1.indicators[0].level3 broken review"])
    #expect(findings.first?.values.count == 4)
  }

  @Test(arguments: [
    ("成本指标", "成本控制", "≤1000万元", "万元", "1000"), ("成本指标", "成本节约率", "≥5%", "%", "5"),
    ("社会成本指标", "事故", "≤0次", "次", "0"), ("生态环境成本指标", "排放", "≤5吨", "吨", "5"),
    ("数量指标", "贷款发放额", "≥500万元", "万元", "500"), ("数量指标", "人数", "≥5人", "人", "5"),
    ("成本指标", "成本", "≤5垄", "垄", "5"), ("社会效益指标", "成本", "≤5万元", "万元", "5"),
    ("成本指标", "成本", "", nil, "5"),
  ])
  func areLeftAlone(level: String, name: String, bound: String, unit: String?, target: String) {
    #expect(
      paper([(level, name, bound, unit, target)]).findings(WrongCategory.self).isEmpty)
  }
}

@Suite struct UnitsAndNames {
  @Test(arguments: [
    ("预算执行率", "≥1080万元", "万元", "1080"), ("发放人数", "≥60项", "项", "60"), ("持续影响率", "≥1年", "年", "1"),
    ("绿化面积", "≥60人", "人", "60"),
  ])
  func doNotFit(name: String, bound: String, unit: String, target: String) {
    #expect(
      paper([("质量指标", name, bound, unit, target)]).findings(UnitUnfit.self).map(\.line) == [
        "RL06 detail/1.indicators[0].unit broken warning"
      ])
  }

  @Test(arguments: [
    ("执行率", "≥95%", "%", "95"), ("人数", "≥3万人", "人", "30000"), ("巡查频率", "≥5次", "次", "5"),
    ("办事效率", "≤5天", "天", "5"), ("人数完成率", "≥95%", "%", "95"), ("发放人数", "≥60", nil, "60"),
    ("发放人数", "≥60垄", "垄", "60"), ("死亡率", "≤5‰", "‰", "5"), ("参与人数", "≥5人", "项", "5"),
  ])
  func fit(name: String, bound: String, unit: String?, target: String) {
    #expect(paper([("质量指标", name, bound, unit, target)]).findings(UnitUnfit.self).isEmpty)
  }
}

@Suite struct FamiliesOfIndicators {
  private static let rule = "备注：产出、效益、满意度指标均需填列。涉及带率的指标，目标值应不低于90。"

  private func findings(_ families: [String], footnote: String? = rule) -> [String] {
    var paper = Draft()
    paper.form("1", footnote: footnote)
    for family in families {
      paper.indicator("", "指标", unit: "项", target: "≥1", level1: family)
    }
    return paper.findings(FamilyMissing.self).map(\.line)
  }

  @Test func areMissedWhereTheFootnoteAsksForThem() {
    #expect(findings(["产出指标", "效益指标"]) == ["CP03 detail/1.indicators broken review"])
    #expect(findings(["效益指标"]).count == 2)
  }

  @Test func areThereUnderEitherName() {
    #expect(findings(["产出指标", "效益指标", "满意度指标"]).isEmpty)
    #expect(findings(["产出指标", "效益指标", "服务对象满意度指标"]).isEmpty)
  }

  @Test func areNotMissedWhereNothingAsksForThem() {
    #expect(findings(["产出指标"], footnote: "产出、效益、满意度指标可选填。").isEmpty)
    #expect(findings(["产出指标"], footnote: nil).isEmpty)
    #expect(findings([]).isEmpty)
  }

  @Test func areLeftToTheirRowWhereItIsBlank() {
    var paper = Draft()
    paper.form("1", footnote: Self.rule)
    for family in ["产出指标", "效益指标"] {
      paper.indicator("", "指标", unit: "项", target: "≥1", level1: family)
    }
    paper.indicator("", nil, target: nil, level1: "满意度指标")
    #expect(paper.findings(FamilyMissing.self).isEmpty)
  }
}

@Suite struct RatesInWords {
  @Test func setTheFormsOwnRule() throws {
    var paper = Draft()
    paper.form("1", footnote: "各项比率不低于百分之九十。")
    paper.indicator("质量指标", "完成率", "≥85%", unit: "%", target: "85")
    let finding = try #require(paper.findings(OwnRule.self).first)
    #expect(finding.values.last?.value == "90")
  }
}

@Suite struct DaysOfTheCalendar {
  private func letter(_ date: PartialDate) -> Draft {
    var paper = Draft()
    paper.letter(["body": "报送项目。", "date": "所印日期"])
    let name = paper.name("date")
    let field = Field(name: name, printed: paper.print("所印日期"), value: .date(date))
    paper.letter?.set(field)
    return paper
  }

  @Test(
    "A day that the calendar does not have is found",
    arguments: [(2025, 2, 30), (2025, 2, 29), (2024, 11, 31), (0, 4, 31)] as [(Int16, Int8, Int8)])
  func impossible(_ year: Int16, _ month: Int8, _ day: Int8) {
    let paper = letter(PartialDate(year: year, month: month, day: day))
    #expect(
      paper.findings(OutOfDomain.self).map(\.line) == ["RL04 letter.date broken warning"])
  }

  @Test(
    "A day that it has, and a month without a day, is none",
    arguments: [(2024, 2, 29), (0, 2, 29), (2025, 12, 31), (2025, 2, 0)] as [(Int16, Int8, Int8)])
  func possible(_ year: Int16, _ month: Int8, _ day: Int8) {
    let paper = letter(PartialDate(year: year, month: month, day: day))
    #expect(paper.findings(OutOfDomain.self).isEmpty)
  }

  @Test("A target that is such a day is found, and told once")
  func target() {
    let paper = paper([("时效指标", "完工时间", "", nil, "2024年11月31日")])
    #expect(
      paper.findings(OutOfDomain.self).map(\.line) == [
        "RL04 detail/1.indicators[0].target broken warning"
      ])
  }
}

@Suite("The year of forms")
struct YearOfForms {
  private func findings(_ years: [Int]) -> [Finding] {
    var paper = Draft()
    for year in years { paper.form("10", title: "\(year)年项目支出绩效目标表") }
    return paper.findings(OutOfDomain.self)
  }

  @Test("One form of another year than all others stands out")
  func another() {
    let findings = findings([2024, 2023, 2024, 2024, 2024])
    #expect(findings.map(\.line) == ["RL04 detail/2 broken warning"])
    #expect(findings.first?.message.zh.contains("2023") == true)
  }

  @Test("Dates of the others' year in a form of a wrong one are told with it")
  func datesOfTheOthers() {
    var paper = Draft()
    for year in [2024, 2023, 2024, 2024, 2024] {
      paper.form("10", title: "\(year)年项目支出绩效目标表")
      paper.indicator("时效指标", "完成时间", target: "2024年12月底前")
    }
    #expect(paper.findings(OutOfDomain.self).map(\.line) == ["RL04 detail/2 broken warning"])
  }

  @Test(
    "Papers of several years, and papers too few to tell",
    arguments: [[2024, 2024, 2024, 2024], [2023, 2024, 2023, 2024, 2024], [2023, 2024, 2024]])
  func several(years: [Int]) { #expect(findings(years).isEmpty) }

  @Test("A limit in another year is outside the form's", arguments: ["2025年12月底前", "2025年6月前"])
  func limits(target: String) {
    let paper = paper([("时效指标", "完成时间", "", nil, target)])
    #expect(paper.findings(OutOfDomain.self).map(\.check) == ["RL04"])
  }

  @Test("A limit in the form's year is not", arguments: ["2024年12月底前", "12月底前", "2024年6月30日前"])
  func within(target: String) {
    let paper = paper([("时效指标", "完成时间", "", nil, target)])
    #expect(paper.findings(OutOfDomain.self).isEmpty)
  }
}
