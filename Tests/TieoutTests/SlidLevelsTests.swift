import Testing
import Tieout

@Suite("Second levels that slid by a row where an engine lost one")
struct SlidLevelsTests {
  private static let head = ["一级指标", "二级指标", "三级指标", "目标值", "权重"]

  private static func table(_ rows: [[String]]) -> String {
    "<table>"
      + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
  }

  private static func form(_ name: String, _ rows: [[String]]) -> [String] {
    let fields = [
      ["项目名称", name, "主管单位", "甲局", ""], ["实施单位", "甲中心", "资金总额（万元）", "10", ""],
    ]
    return ["2022年项目绩效目标登记表", "", table(fields + [head] + rows), ""]
  }

  /// A form whose rows all stand as they should.
  private static func sound(_ name: String) -> [String] {
    form(
      name,
      [
        ["产出指标", "数量指标", "覆盖乡镇数量", "≥6个", "10"],
        ["", "质量指标", name + "发放准确率", "≥95%", "10"],
        ["", "时效指标", name + "发放完成时效", "≤7个月", "10"],
        ["效益指标", "经济效益指标", "带动家庭年均增收", "≥2357元", "10"],
        ["", "社会效益指标", "群众生活保障覆盖率", "≥98%", "10"],
        ["", "生态效益指标", "无纸化发放比率", "≥92%", "10"],
      ])
  }

  private static func outcome(_ rows: [[String]]) throws -> Outcome {
    let summary = table([
      ["序号", "项目名称", "主管单位", "实施单位", "金额"],
      ["1", "甲补贴项目", "甲局", "甲中心", "10"], ["2", "乙补贴项目", "甲局", "甲中心", "10"],
      ["3", "丙补贴项目", "甲局", "甲中心", "10"],
    ])
    return try Outcome(
      lines: ["2022年项目支出绩效目标汇总表", "", "单位：万元", "", summary, ""]
        + sound("甲补贴项目") + sound("乙补贴项目") + form("丙补贴项目", rows))
  }

  private static func levels(_ outcome: Outcome) -> [String?] {
    outcome.details[2]["groups"]["indicators"].items.map { $0["level2"].string }
  }

  /// Two names in the cell beside 社会效益指标, and the levels from 时效指标 on a row too high.
  private static func slid(_ second: String) -> [[String]] {
    [
      ["产出指标", "数量指标", "覆盖乡镇数量", "≥6个", "10"],
      ["", "质量指标", "丙补贴项目发放准确率", "≥95%", "10"],
      ["", "时效指标", second, "≥98%", "10"],
      ["效益指标", "经济效益指标", "丙补贴项目发放完成时效", "≤7个月", "10"],
      ["", "社会效益指标", "带动家庭年均增收 群众生活保障覆盖率", "≥2357元", "10"],
      ["", "生态效益指标", "无纸化发放比率", "≥98% ≥92%", "10"],
    ]
  }

  @Test("They stand under the labels of the other forms again, in the printed order of these")
  func restored() throws {
    let outcome = try Self.outcome(Self.slid("资格认定合规率"))
    #expect(
      Self.levels(outcome) == [
        "数量指标", "质量指标", "时效指标", "时效指标", "经济效益指标", "社会效益指标", "生态效益指标",
      ])
    let finding = try #require(outcome.findings("ST07").first)
    #expect(finding.severity == .review)
    let first = outcome.details[2]["groups"]["indicators"].items.map { $0["level1"].string }
    #expect(first == ["产出指标", "产出指标", "产出指标", "产出指标", "效益指标", "效益指标", "效益指标"])
  }

  @Test("An indicator that one form alone has elsewhere stays where it stands")
  func one() throws {
    let outcome = try Self.outcome([
      ["产出指标", "数量指标", "覆盖乡镇数量", "≥6个", "10"],
      ["", "质量指标", "资格认定合规率 资料齐全率", "≥95%", "10"],
      ["", "时效指标", "", "≥95%", "10"],
      ["效益指标", "经济效益指标", "丙补贴项目发放准确率", "≥98%", "10"],
    ])
    #expect(!outcome.findings("ST07").contains { $0.message.zh.contains("同一指标属于另一类") })
  }

  @Test("Forms of which no row was dealt out stay as they are, whatever others have")
  func sound() throws {
    let rows = [
      ["产出指标", "数量指标", "丙补贴项目发放准确率", "≥95%", "10"],
      ["", "质量指标", "丙补贴项目发放完成时效", "≤7个月", "10"],
      ["", "时效指标", "覆盖乡镇数量", "≥6个", "10"],
    ]
    let outcome = try Self.outcome(rows)
    #expect(Self.levels(outcome) == ["数量指标", "质量指标", "时效指标"])
  }
}
