import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct SentencesAndFields {
  /// A form with a goal, a total of 1062 and one indicator of persons.
  private func paper(
    _ goal: String, _ bound: String = "≥2000人", target: String = "2000",
    title: String = "2024年度项目支出预算绩效目标表"
  ) -> Draft {
    var paper = Draft()
    paper.form("1062.00", title: title, without: ["goal"], project: "居民医疗保险匹配资金")
    paper.details[0].set(paper.field("goal", goal))
    paper.indicator("数量指标", "参保居民人数", bound, unit: "人", target: target)
    return paper
  }

  @Test("Text, target and goal: the one that stands out is named, and told once")
  func theThirdOfThree() throws {
    let odd = paper("参保居民人数2000人。", "≥2000人", target: "2200")
    let finding = try #require(odd.findings(TextAgainstTarget.self).first)
    #expect(finding.majority == "2000")
    #expect(finding.attribution == .source)
    #expect(finding.message.en.contains("2 of 3 places"))
    #expect(odd.findings(ProseAgainstFields.self).isEmpty)
    let text = paper("参保居民人数2200人。", "≥2000人", target: "2200")
    #expect(text.findings(TextAgainstTarget.self).map(\.majority) == ["2200"])
    #expect(text.findings(ProseAgainstFields.self).isEmpty)
    let goal = paper("参保居民人数1900人。", "≥2000人", target: "2000")
    #expect(goal.findings(TextAgainstTarget.self).isEmpty)
    #expect(goal.findings(ProseAgainstFields.self).map(\.majority) == ["2000"])
  }

  @Test("An amount that another field states is that field's, however like the total it looks")
  func ofAnotherField() {
    var other = paper("用于参保居民补助1026万元。")
    other.details[0].set(other.field("other", "1026.00万元"))
    #expect(other.findings(ProseAgainstFields.self).isEmpty)
  }

  @Test(
    "Plain words for all the money, another figure than the total",
    arguments: [
      "预算1026.50万元，维修道路3处。", "计划投入资金1026.50万元，组织培训。", "申请财政资金1026.50万元，清淤河道。",
      "投入1026.50万元，编制规划。", "年度投入资金1026.50万元，新建场馆。", "全年投入1026.50万元，购置设备。",
      "落实资金1026.50万元，绿化养护。", "使用财政拨款1026.50万元，照明改造。",
    ])
  func wholes(goal: String) {
    #expect(paper(goal).findings(ProseAgainstFields.self).map(\.check) == ["NR02"])
  }

  @Test(
    "Words for some of the money",
    arguments: [
      "完成规划，投入50万元，建设学校。", "带动社会投入资金900万元。", "累计投入资金900万元。", "企业投入资金900万元。",
      "投入500万元维修道路，投入300万元购置设备。", "投入1062万元，编制规划。",
    ])
  func parts(goal: String) {
    #expect(paper(goal).findings(ProseAgainstFields.self).isEmpty)
  }

  @Test("Money of one source is not the whole where another source adds to it")
  func ofOneSource() {
    var two = paper("使用财政拨款900万元，照明改造。")
    let items = ["900", "162"].map { amount in
      let fields = two.fields(["source": "财政拨款", "amount": amount])
      return Record.Item(at: fields[0].printed, fields: fields)
    }
    two.details[0].groups.append(Record.Group(name: two.name("funding"), items: items))
    #expect(two.findings(ProseAgainstFields.self).isEmpty)
  }

  @Test("Without a third place that agrees nobody stands out")
  func threeOfThree() throws {
    let all = paper("参保居民人数1900人。", "≥2000人", target: "2200")
    #expect(all.findings(TextAgainstTarget.self).map(\.majority) == [nil])
    let none = paper("做好参保工作。", "≥2000人", target: "2200")
    #expect(none.findings(TextAgainstTarget.self).map(\.majority) == [nil])
  }

  @Test(arguments: [
    "申请金额:1026万元。", "本年安排资金500万元，用于参保补助。", "项目预算为1,062元。", "2024年安排资金500万元。",
    "用于参保居民补助1026万元。",
  ])
  func findsAnAmountThatIsNotTheTotal(_ goal: String) {
    #expect(
      paper(goal).findings(ProseAgainstFields.self).map(\.line)
        == ["NR02 detail/1.goal broken warning"])
  }

  @Test(arguments: [
    "申请金额:1062万元。", "申请金额1062.00万元，其中：参保补助500万元。", "预计安排资金500万元。", "2023年安排资金500万元。",
    "下达省级补助资金415万元。", "每年安排资金500万元，分两年。", "累计安排资金3000万元。", "申请金额约1000万元。",
    "带动社会投资5000万元，增加居民收入200万元。", "人均补助资金300元。", "设备500万元，培训300万元。",
    "争取上级安排资金600万元。",
  ])
  func isSilentOnOtherSums(_ goal: String) {
    #expect(paper(goal).findings(ProseAgainstFields.self).isEmpty)
  }

  @Test(arguments: [
    ("参保居民1500人享受待遇。", "≥2000人", "2000"),
    ("参保居民1500人，其中学生700人、老人800人。", "≥2000人", "2000"), ("为参保居民26410人补助。", "≤24610人", "24610"),
    ("参保居民1500人。", "2000人", "2000"), ("预计参保居民3000人。", "≤2000人", "2000"),
  ])
  func findsACountThatContradictsItsIndicator(_ goal: String, _ bound: String, _ target: String) {
    #expect(
      paper(goal, bound, target: target).findings(ProseAgainstFields.self).map(\.line)
        == ["NR02 detail/1.goal broken warning"])
  }

  @Test(arguments: [
    "参保居民2000人。", "参保居民2500人。", "参保居民约1500人。", "培训讲师15人。", "参保居民0.2万人。", "参保居民1500户。",
    "比上年增加参保居民300人。",
  ])
  func isSilentOnCountsThatMayStand(_ goal: String) {
    #expect(paper(goal).findings(ProseAgainstFields.self).isEmpty)
  }

  @Test func findsAnotherYear() {
    #expect(
      paper("2023年度完成居民参保补助。").findings(ProseAgainstFields.self).map(\.line)
        == ["NR02 detail/1.goal broken warning"])
  }

  @Test(arguments: [
    "2024年度完成居民参保补助。", "根据2023年度决算补助。", "按2023年9月份工资测算2024年度费用。", "2022-2023年度项目尾款。",
    "落实《2023年度实施方案》。", "2026年底前完成。",
  ])
  func isSilentOnYearsThatAreReferredTo(_ goal: String) {
    #expect(paper(goal).findings(ProseAgainstFields.self).isEmpty)
  }

  @Test func leavesToTheSumWhatASumIsWrongAbout() {
    let goal = "申请金额:1078.13万元（工资979万元、办公87.45万元、取暖14万元）。"
    #expect(paper(goal).findings(ProseAgainstFields.self).isEmpty)
    #expect(paper(goal).findings(ProseArithmetic.self).count == 1)
  }
}

@Suite struct RatesAndYearsInSentences {
  private func findings(_ goal: String) -> [String] {
    var paper = Draft()
    paper.form("415.00", title: "2024年度项目支出预算绩效目标表", without: ["goal"], project: "绩效工资补助资金")
    paper.details[0].set(paper.field("goal", goal))
    paper.indicator("质量指标", "补助资金发放执行率", "≥90%", unit: "%", target: "90")
    paper.indicator("质量指标", "项目完成率", "≥95%", unit: "%", target: "95")
    return paper.findings(ProseAgainstFields.self).map(\.fingerprint)
  }

  @Test func areHeldAgainstTheIndicatorOfTheRateAndTheYearOfTheTitle() {
    #expect(findings("发放误餐补助，全年执行率达到100%。") == ["NR02:detail/1:goal:rate-1"])
    #expect(findings("下达2014年基层绩效工资省级补助资金415万元。") == ["NR02:detail/1:goal:year"])
  }

  @Test(arguments: [
    "全年执行率达到90%。", "全年执行率不低于100%。", "群众满意率达到100%。", "预算支出100%到位。",
    "根据2014年的通知发放补助资金。", "2023年结转补助资金415万元。", "2014年发放补助资金400万元。", "执行率在80%以上。",
  ])
  func areSilentOtherwise(_ goal: String) { #expect(findings(goal) == []) }
}
