import Testing
import Tieout

@Suite("Values that the end of a page broke")
struct BrokenValuesTests {
  /// A form whose goal ends with a page, with what stands below.
  private func outcome(
    goal: String = "年度目标\t保障开放，全年组织\t\t", _ below: String...
  ) throws -> Outcome {
    try Outcome(
      lines: [
        "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
        "1\t水闸加固\t水管站\t30\t", "", "项目支出绩效目标表", "", "项目名称\t水闸加固\t项目单位\t水管站",
        "预算金额\t30\t\t", goal,
      ] + below + [
        "一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成长度\t≥3公里",
        "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%",
      ])
  }

  private func goal(_ outcome: Outcome) -> String? {
    outcome.details.first?["fields"]["goal"].value
  }

  @Test("The rest of a goal comes back to it")
  func joined() throws {
    let outcome = try outcome("", "— 5 —", "", "\t活动不少于120场次。\t\t")
    #expect(goal(outcome) == "保障开放，全年组织活动不少于120场次。")
    #expect(outcome.findings("ST04").map(\.severity) == [.note])
    #expect(outcome.submission.ledgerTotals().unplaced == 0)
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("So does what stands on several pages, and below a page's heading")
  func several() throws {
    let outcome = try outcome(
      "", "— 5 —", "", "\t活动\t\t", "", "某县2024年预算草案", "", "— 6 —", "", "\t不少于120场次。\t\t")
    #expect(goal(outcome) == "保障开放，全年组织活动不少于120场次。")
  }

  @Test("The repair says what the value was, and what it is")
  func repair() throws {
    let outcome = try outcome("", "— 5 —", "", "\t活动不少于120场次。\t\t")
    let repair = try #require(outcome.submission.repairs.first { $0.rule == "ST04" })
    #expect(repair.before == ["活动不少于120场次。"])
    #expect(repair.after == ["保障开放，全年组织活动不少于120场次。"])
  }

  @Test(
    "Nothing else is taken for it",
    arguments: [
      // No page ends between them.
      ["\t活动不少于120场次。\t\t"],
      // A number is none's rest.
      ["", "— 5 —", "", "\t120\t\t"],
      // It stands in another column, or beside something.
      ["", "— 5 —", "", "\t\t活动不少于120场次。\t"],
      ["", "— 5 —", "", "\t活动\t场次\t"],
    ])
  func apart(_ below: [String]) throws {
    let outcome = try Outcome(
      lines: [
        "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
        "1\t水闸加固\t水管站\t30\t", "", "项目支出绩效目标表", "", "项目名称\t水闸加固\t项目单位\t水管站",
        "预算金额\t30\t\t", "年度目标\t保障开放，全年组织\t\t",
      ] + below)
    #expect(goal(outcome) == "保障开放，全年组织")
    #expect(outcome.findings("ST04").isEmpty)
  }

  @Test(
    "A value that is no prose, or whose sentence has ended, does not go on",
    arguments: [
      ("年度目标\t保障开放。\t\t", "填表人：张三"), ("年度目标\t保障开放。\t\t", "（单位盖章）"),
      ("年度目标\t保障开放。\t\t", "续表"), ("项目名称\t水闸加固\t\t", "水务局"), ("项目类别\t新增项目\t\t", "张三"),
    ])
  func ended(_ value: String, _ below: String) throws {
    let outcome = try outcome(goal: value, "", "— 5 —", "", "\t\(below)\t\t")
    #expect(outcome.findings("ST04").isEmpty)
  }

  @Test("A list goes on with its next point")
  func list() throws {
    let outcome = try outcome(
      goal: "年度目标\t1.保障开放。\t\t", "", "— 5 —", "", "\t2.组织活动。\t\t")
    #expect(goal(outcome) == "1.保障开放。2.组织活动。")
  }

  @Test("A number is not joined to what stands below it")
  func number() throws {
    let outcome = try outcome(goal: "年度预算\t30\t\t", "", "— 5 —", "", "\t活动不少于场次。\t\t")
    #expect(outcome.findings("ST04").isEmpty)
  }
}
