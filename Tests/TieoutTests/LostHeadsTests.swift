import Testing
import Tieout

@Suite("Labels over the values of a form that an engine lost")
struct LostHeadsTests {
  private static let labels = ["项目名称", "主管单位", "实施单位", "负责人", "电话", "资金总额（万元）", "财政资金"]
  private static let goal = "按照年度计划完成河道清淤任务，改善群众生产生活条件，保障防洪安全。"

  private static func table(_ rows: [[String]]) -> String {
    "<table>"
      + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
  }

  /// The form of a project: its labels, its values, the row of its goal, an indicator.
  private static func form(_ labels: [String], _ values: [String], goal: [String]) -> [String] {
    [
      "2022年项目绩效目标登记表", "",
      table([
        labels, values, goal, ["一级指标", "二级指标", "三级指标", "目标值", "权重"],
        ["产出指标", "数量指标", "清淤长度", "≥6公里", "10"],
      ]), "",
    ]
  }

  private static func values(_ name: String, _ amount: String) -> [String] {
    [name + "项目", name + "局", name + "中心", "张三丰", "0513-6690150", amount, amount]
  }

  /// A paper of three projects, the last form in other cells.
  private static func outcome(_ labels: [String], _ values: [String], goal: [String]) throws
    -> Outcome
  {
    let summary = table(
      [["序号", "项目名称", "主管单位", "实施单位", "金额"]]
        + zip(["甲", "乙", "丙"], ["10", "20", "30"]).enumerated().map { place, row in
          ["\(place + 1)", row.0 + "项目", row.0 + "局", row.0 + "中心", row.1]
        })
    let sound = ["年度目标", Self.goal]
    return try Outcome(
      lines: ["2022年项目支出绩效目标汇总表", "", "单位：万元", "", summary, ""]
        + form(Self.labels, Self.values("甲", "10"), goal: sound)
        + form(Self.labels, Self.values("乙", "20"), goal: sound)
        + form(labels, values, goal: goal))
  }

  private static func fields(_ outcome: Outcome) -> [String?] {
    ["project", "department", "unit", "head", "head_phone", "total", "goal"].map {
      outcome.details[2]["fields"][$0].string
    }
  }

  @Test("Values are what the only lost label announces that they can be, in whatever order")
  func lost() throws {
    let outcome = try Self.outcome(
      ["", "项目名称", "", "", "", "", ""],
      ["丙项目", "0513-6690150", "30", "丙局", "丙局", "张三丰", "30"], goal: ["", Self.goal])
    #expect(
      Self.fields(outcome) == ["丙项目", "丙局", "丙局", "张三丰", "0513-6690150", "30", Self.goal])
    #expect(outcome.findings("CP01").isEmpty)
    #expect(outcome.findings("ST07").count == 1)
  }

  @Test("Two bodies for two labels, and two amounts that differ, stay without a label")
  func undecided() throws {
    let outcome = try Self.outcome(
      ["", "项目名称", "", "", "", "", ""],
      ["丙项目", "0513-6690150", "30", "丙中心", "丙局", "张三丰", "20"], goal: ["年度目标", Self.goal])
    #expect(
      Self.fields(outcome) == ["丙项目", nil, nil, "张三丰", "0513-6690150", nil, Self.goal])
  }

  @Test("A number that may be a telephone's or an amount is neither")
  func eitherOfTwo() throws {
    let outcome = try Self.outcome(
      ["", "项目名称", "", "", "", "", ""],
      ["丙项目", "5156789", "", "丙局", "丙局", "张三丰", ""], goal: ["年度目标", Self.goal])
    #expect(Self.fields(outcome) == ["丙项目", "丙局", "丙局", "张三丰", nil, nil, Self.goal])
  }

  @Test("A word that no other form calls a person is none")
  func word() throws {
    let outcome = try Self.outcome(
      ["项目名称", "主管单位", "实施单位", "", ""], ["丙项目", "丙局", "丙中心", "一般债券", "30"],
      goal: ["年度目标", Self.goal])
    #expect(Self.fields(outcome) == ["丙项目", "丙局", "丙中心", nil, nil, "30", Self.goal])
  }

  @Test("A form that prints its labels is read by them, also where a value is blank")
  func whole() throws {
    let outcome = try Self.outcome(
      Self.labels, ["丙项目", "丙局", "", "张三丰", "", "30", "30"], goal: ["年度目标", Self.goal])
    #expect(Self.fields(outcome) == ["丙项目", "丙局", nil, "张三丰", nil, "30", Self.goal])
    #expect(outcome.findings("ST07").isEmpty)
  }
}
