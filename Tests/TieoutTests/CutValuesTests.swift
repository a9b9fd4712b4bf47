import Testing
import Tieout

@Suite("A text that an engine cut into two cells of one row")
struct CutValuesTests {
  private static let parts = ["按照年度计划及时拨付资金，切实保障县级公益设施维护等各项工作", "顺利开展。"]
  private static let whole = parts.joined()

  private static func form(_ rows: [[String]]) -> [String] {
    let all =
      [["项目名称", "甲项目", "主管单位", "甲局", ""], ["实施单位", "甲中心", "资金总额（万元）", "10", ""]] + rows
      + [["一级指标", "二级指标", "三级指标", "目标值", "权重"], ["产出指标", "数量指标", "清淤长度", "≥6公里", "10"]]
    let table = all.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    return ["2022年项目绩效目标登记表", "", "<table>\(table)</table>", ""]
  }

  /// The goal of a form in whose row some cells stand, before another form with a whole goal.
  private static func goal(
    _ cells: [String], below rows: [[String]] = [], beside other: String = "改善生产生活条件，保障工作顺利开展。"
  ) throws -> (text: String?, outcome: Outcome) {
    let outcome = try Outcome(
      lines: form(rows + [["年度目标"] + cells]) + form([["年度目标", other, "", "", ""]]))
    return (outcome.details[0]["fields"]["goal"].string, outcome)
  }

  @Test("Its parts are one goal where another form's ends as the second does")
  func joined() throws {
    let goal = try Self.goal([Self.parts[0], "", Self.parts[1], ""])
    #expect(goal.text == Self.whole)
    #expect(goal.outcome.findings("ST05").count == 1)
  }

  @Test(
    "They are turned where another form's ends as the first does, and somebody is to look at it")
  func turned() throws {
    let goal = try Self.goal([Self.parts[1], "", Self.parts[0], ""])
    #expect(goal.text == Self.whole)
    #expect(goal.outcome.findings("ST07").map(\.severity) == [.review])
  }

  @Test(
    "Marks at the seam show as well that a text goes on",
    arguments: [
      ["按照年度计划完成河道清淤任务，改善群众生产生活条件，", "切实保障防洪安全和用水安全。"],
      ["按照年度计划完成河道清淤任务，改善群众生产生活条件", "，切实保障防洪安全和用水安全。"],
      ["依据省级文化和旅游专项资金管理办法（甲财规〔2016〕39号", "），严格资金使用范围，确保资金安全高效使用。"],
    ])
  func seams(_ parts: [String]) throws {
    #expect(try Self.goal([parts[0], "", parts[1], ""]).text == parts.joined())
  }

  @Test(
    "Short words, figures, a second text and words without an end are no part of it",
    arguments: [
      [whole, "甲", "", ""], [whole, "124.27", "", ""], [parts[0], parts[1], parts[1], ""],
      [parts[0], "有关工作要求办理", "", ""],
    ])
  func alone(_ cells: [String]) throws {
    #expect(try Self.goal(cells).text == cells[0])
  }

  @Test(
    "Remarks beside a text are none of it, whether or not they end a sentence",
    arguments: [
      [whole, "", "县财政局绩效科审核同意按此目标执行", ""],
      [parts[0], "", "县财政局绩效科审核同意按此目标执行。", ""],
      [parts[0], "", "备注：工作顺利开展。", ""],
      ["项目位于城东街道，总长二十公里，分三年实施完成。", "已完成可研批复，以及初步设计评审", "", ""],
    ])
  func remarks(_ cells: [String]) throws {
    #expect(try Self.goal(cells).text == cells[0])
  }

  @Test(
    "Points of a list in two cells keep their places",
    arguments: [
      ["目标1：完成河道清淤六公里，改善群众生产生活条件;", "目标2：完成护岸修复三公里，保障沿线防洪安全", "", ""],
      ["1.完成河道清淤六公里，改善群众生产生活条件；", "2.完成护岸修复三公里，保障各项工作顺利开展。", "", ""],
      ["目标1：工作顺利开展。", "目标2：完成护岸修复三公里，保障沿线防洪安全和居民用水安全", "", ""],
    ])
  func points(_ cells: [String]) throws {
    #expect(try Self.goal(cells).text == cells[0])
  }

  @Test("Goals of two periods below heads of their own are two")
  func periods() throws {
    let heads = [["项目绩效目标", "中期目标（2022年-2024年）", "", "年度目标", ""]]
    let (_, outcome) = try Self.goal([Self.parts[0], "", Self.parts[1], ""], below: heads)
    #expect(!outcome.findings("ST05").contains { $0.message.zh.contains("两格") })
    #expect(outcome.details[0]["fields"]["goal"].string != Self.whole)
  }
}
