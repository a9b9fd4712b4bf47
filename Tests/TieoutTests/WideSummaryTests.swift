import Testing
import Tieout

@Suite("Summaries with many columns that the profile does not know")
struct WideSummaryTests {
  private static let forms = ["甲村道路", "乙村供水"].flatMap { name in
    [
      "项目支出绩效目标表", "", "项目名称\t\(name)\t", "主管部门\t县水务局\t", "预算金额（万元）\t10.50\t",
      "年度目标\t保障\(name)。\t", "一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t建设数量\t≥3处", "",
    ]
  }

  private static func outcome(_ lines: [String]) throws -> Outcome {
    try Outcome(lines: lines + [""] + forms)
  }

  @Test("The numbers, the key and the amount head a summary, whatever other heads there are")
  func wide() throws {
    let others = "建设地点\t受益户数\t带动人数\t建设期限\t公示情况\t入库编号"
    let values = "柳沟村\t40\t120\t12个月\t已公示\tA-7"
    let outcome = try Self.outcome([
      "2025年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t主管部门\t金额\t\(others)",
      "1\t甲村道路\t县水务局\t10.50\t\(values)", "2\t乙村供水\t县水务局\t10.50\t\(values)",
      "合计\t\t\t21.00",
    ])
    #expect(outcome.json["profile"]["id"].string == "cn-budget-performance")
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["10.50", "10.50"])
    #expect(outcome.links.count == 2)
    #expect(["FT01", "ST06", "CP01"].allSatisfy { outcome.findings($0).isEmpty })
  }
}
