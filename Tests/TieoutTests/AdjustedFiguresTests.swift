import Foundation
import Testing
import Tieout

/// Budgets and targets that a paper prints before and after an adjustment.
@Suite("Figures before and after an adjustment")
struct AdjustedFiguresTests {
  private func table(_ rows: [[String]]) -> [String] {
    let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    return ["<table>" + cells.joined() + "</table>"]
  }

  private func paper(
    summary: [String], heads: [String] = ["指标值"], values: [String] = ["≥3万吨"], isDrawn: Bool
  ) throws -> Outcome {
    let indicators = [
      ["一级指标", "二级指标", "三级指标"] + heads, ["产出指标", "数量指标", "处理量"] + values,
    ]
    let form = ["水闸加固", "渠道清淤"].enumerated().flatMap { place, name in
      [
        "", "项目支出绩效目标表", "", "项目名称：\(name)", "主管部门：县水利局", "预算金额：\((place + 1) * 30)万元", "",
      ] + (isDrawn ? table(indicators) : indicators.map { $0.joined(separator: "\t") })
    }
    let lines = ["2025年项目支出预算调整汇总表", "", "单位：万元", ""] + summary + form
    return try Outcome(
      Array(lines.joined(separator: "\n").utf8), name: isDrawn ? "x.md" : "x.txt", isCompact: true)
  }

  private let plain = [
    "序号\t项目名称\t主管部门\t金额", "1\t水闸加固\t县水利局\t30", "2\t渠道清淤\t县水利局\t60", "合计\t\t\t90",
  ]

  @Test("By how much a budget changed is no budget, and stays in its columns")
  func changes() throws {
    let first =
      "<tr>" + ["序号", "项目名称", "主管部门", "年初预算数"].map { "<td rowspan=2>\($0)</td>" }.joined()
      + "<td colspan=2>调整金额</td><td rowspan=2>调整后预算数</td></tr>"
    let rows = table([
      ["调增", "调减"], ["1", "水闸加固", "县水利局", "20", "10", "", "30"],
      ["2", "渠道清淤", "县水利局", "75", "", "-15", "60"], ["合计", "", "", "95", "10", "-15", "90"],
    ])
    let summary = ["<table>" + first + rows[0].dropFirst("<table>".count)]
    let outcome = try paper(summary: summary, isDrawn: true)
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["30", "60"])
    #expect(outcome.submission.repairs.isEmpty)
    #expect(["FT01", "AG01", "ST05"].allSatisfy { outcome.findings($0).isEmpty })
  }

  @Test(
    "No head that holds a label takes the column of one that is a label",
    arguments: ["调整金额", "增减金额", "原金额", "核定金额", "预算调整数"])
  func containment(_ other: String) throws {
    let summary = table([
      ["序号", "项目名称", "主管部门", other, "预算数"], ["1", "水闸加固", "县水利局", "5", "30"],
      ["2", "渠道清淤", "县水利局", "7", "60"], ["合计", "", "", "12", "90"],
    ])
    let outcome = try paper(summary: summary, isDrawn: true)
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["30", "60"])
    #expect(["FT01", "AG01", "ST05"].allSatisfy { outcome.findings($0).isEmpty })
  }

  @Test("A label with dirt around it is still read where no other head is of its column")
  func dirt() throws {
    let summary = table([
      ["序号", "项目名称", "主管部门", "一预算数"], ["1", "水闸加固", "县水利局", "30"],
      ["2", "渠道清淤", "县水利局", "60"], ["合计", "", "", "90"],
    ])
    let outcome = try paper(summary: summary, isDrawn: true)
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["30", "60"])
    #expect(outcome.submission.repairs.count == 1)
  }

  @Test(
    "The target is the one after the adjustment, whatever stands before",
    arguments: [
      ["原目标值", "调整后目标值"], ["年初目标值", "调整后目标值"], ["目标值", "调整后的目标值"], ["指标值", "变更后预期值"],
      ["调整前指标值", "调整后指标值"], ["指标值（调整前）", "指标值（调整后）"], ["原指标值", "修订后指标值"],
    ], [false, true])
  func targets(_ heads: [String], _ isDrawn: Bool) throws {
    let summary = isDrawn ? table(plain.map { $0.components(separatedBy: "\t") }) : plain
    for (heads, values) in [
      (heads, ["≥2万吨", "≥3万吨"]), (Array(heads.reversed()), ["≥3万吨", "≥2万吨"]),
    ] {
      let outcome = try paper(summary: summary, heads: heads, values: values, isDrawn: isDrawn)
      let indicators = outcome.details.flatMap { $0["groups"]["indicators"].items }
      #expect(indicators.map { $0["name"].string } == ["处理量", "处理量"])
      #expect(indicators.map { $0["target"].string } == ["3", "3"])
      #expect(outcome.submission.repairs.isEmpty)
      #expect(["AG03", "ST05"].allSatisfy { outcome.findings($0).isEmpty })
    }
  }

  @Test("Words for an adjustment are no label where they are a value")
  func value() throws {
    let lines = plain + ["", "项目支出绩效目标表", "", "项目名称\t调整后项目\t主管部门\t县水利局", "预算金额\t30\t负责人\t张明"]
    let outcome = try Outcome(lines: lines)
    #expect(outcome.details.map { $0["fields"]["project"].string } == ["调整后项目"])
  }
}
