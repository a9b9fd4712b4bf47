import Testing
import Tieout

/// A blank remark says nothing of the cells beside it.
@Suite("Rows whose remark is blank")
struct BlankRemarksTests {
  /// A form with one row of indicators under six heads, read from Markdown.
  private func indicators(_ last: String, _ rows: String...) throws -> Outcome {
    try Outcome(
      lines: [
        "# 2025年度项目预算汇总表", "", "| 序号 | 项目名称 | 项目单位 | 预算金额（万元） |", "|---|---|---|---|",
        "| 1 | 古树名木保护 | 园林管理所 | 57.90 |", "| 合计 |  |  | 57.90 |", "", "# 项目支出绩效目标申报表", "",
        "| 项目名称 | 古树名木保护 |", "|---|---|", "| 项目单位 | 园林管理所 |", "| 预算金额（万元） | 57.90 |", "",
        "| 一级指标 | 二级指标 | 三级指标 | \(last) |", "|---|---|---|---|---|---|",
      ] + rows.map { "| 产出指标 | 质量指标 | \($0) |" })
  }

  @Test(
    "A target is whatever the paper aims at",
    arguments: [
      "达到国家二级标准", "有效改善人居环境", "≥95%（抽样）", "C30", "DN200", "50人×2天", "降低10%", "完成率≥95%", "不少于三次",
      "Ⅱ类及以上", "≥1/3", "6月30日之前",
    ])
  func targets(_ target: String) throws {
    let outcome = try indicators("指标值 | 权重 | 备注", "工程质量等级 | \(target) | 40 | ")
    let item = outcome.details[0]["groups"]["indicators"].items[0]
    #expect(item["name"].string == "工程质量等级")
    #expect(item["weight"].string == "40")
    #expect(outcome.submission.repairs.isEmpty && outcome.findings("CP02").isEmpty)
    let printed = ["target_comparator", "target", "unit"].compactMap { item[$0].string }
    #expect(!printed.isEmpty && printed.allSatisfy { $0 != "40" })
  }

  @Test("Blank in some rows only, and under other heads that rows do without")
  func someRows() throws {
    let outcome = try indicators(
      "指标值 | 权重 | 备注", "工程质量等级 | 达到国家二级标准 | 40 | 抽查", "古树生长状况 | 有效改善人居环境 | 30 |  ")
    let items = outcome.details[0]["groups"]["indicators"].items
    #expect(items.map { $0["name"].string } == ["工程质量等级", "古树生长状况"])
    #expect(items.map { $0["weight"].string } == ["40", "30"])
    let units = try indicators("计量单位 | 指标值 | 权重", "古树生长状况 |  | 有效改善人居环境 | 30")
    let item = units.details[0]["groups"]["indicators"].items[0]
    #expect(item["name"].string == "古树生长状况")
    #expect(item["weight"].string == "30")
  }

  @Test("A target under the unit's head moved there, and does not stand")
  func moved() throws {
    let outcome = try indicators("计量单位 | 指标值 | 权重", "古树存活率 | ≥95% | 30 | ")
    #expect(outcome.submission.repairs.count == 1)
  }

  /// A summary of one project, with a remark.
  private func summary(_ row: String) throws -> Outcome {
    try Outcome(lines: [
      "## 2025年度项目预算汇总表", "", "| 序号 | 项目名称 | 项目单位 | 预算金额（万元） | 备注 |", "|---|---|---|---|---|",
      "| 1 | \(row) |", "| 合计 |  |  | 57.90 |  |", "", "## 项目绩效目标表", "",
      "| 项目名称 | 12345热线运行 |", "|---|---|", "| 项目单位 | 12345平台 |", "| 预算金额（万元） | 57.90 |",
    ])
  }

  @Test("A body may begin with a number")
  func bodies() throws {
    let outcome = try summary("12345热线运行 | 12345平台 | 57.90 | ")
    #expect(outcome.rows[0]["fields"]["unit"].string == "12345平台")
    #expect(outcome.rows[0]["fields"]["amount"].string == "57.90")
    #expect(outcome.submission.findings.isEmpty)
  }

  @Test("An amount under the body's head is none of it")
  func amounts() throws {
    let outcome = try summary("12345热线运行 | 57.90万元 |  |  ")
    #expect(outcome.rows[0]["fields"]["unit"].string == nil)
    #expect(outcome.rows[0]["fields"]["amount"].string == "57.90")
  }
}
