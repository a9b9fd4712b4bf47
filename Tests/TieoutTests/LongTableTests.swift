import Foundation
import Testing
import Tieout

/// Some finance offices publish the targets of all projects as one table: a row an indicator, the
/// project in cells that span its rows.
@Suite("One table of all forms")
struct LongTableTests {
  private let summary = [
    "2025年项目支出预算表", "", "单位：万元", "", "|序号|单位名称|项目名称|金额|", "|---|---|---|---|",
    "|1|市城管局|城市照明电费|430.00|", "|2|市城管局|环卫作业外包|1265.50|", "|||合计|1695.50|", "",
    "2025年部门预算项目绩效目标表", "",
  ]
  private let heads = [
    "|单位名称|项目名称|预算数（万元）|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|",
    "|---|---|---|---|---|---|---|---|---|---|",
  ]
  private let satisfaction = "满意度指标|服务对象满意度指标|市民满意度|≥|90|%|"
  private let first = "|市城管局|城市照明电费|430.00|保障照明。|"
  private let second = "|市城管局|环卫作业外包|1265.50|保障环卫。|"
  private let light = "产出指标|质量指标|亮灯率|≥|98|%|"
  private let area = "产出指标|数量指标|清扫面积|≥|356|万平方米|"

  private func expectForms(_ outcome: Outcome) {
    #expect(outcome.details.map { $0["fields"]["project"].string } == ["城市照明电费", "环卫作业外包"])
    #expect(outcome.details.map { $0["fields"]["unit"].string } == ["市城管局", "市城管局"])
    #expect(outcome.details.map { $0["fields"]["total"].string } == ["430.00", "1265.50"])
    #expect(outcome.details.map { $0["fields"]["goal"].string } == ["保障照明。", "保障环卫。"])
    let groups = outcome.details.map { $0["groups"]["indicators"].items }
    #expect(groups.map { $0.map { $0["name"].string } } == [["亮灯率", "市民满意度"], ["清扫面积", "市民满意度"]])
    #expect(groups.map { $0.map { $0["target"].string } } == [["98", "90"], ["356", "90"]])
    #expect(
      groups.map { $0.map { $0["level1"].string } } == [["产出指标", "满意度指标"], ["产出指标", "满意度指标"]])
    #expect(outcome.links.count == 2)
    #expect(outcome.submission.repairs.isEmpty)
    #expect(outcome.submission.ledgerTotals().balances)
    #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
  }

  @Test("Each run of rows under one project is a form, whether its cells are blank or say so again")
  func forms() throws {
    let blank = "|||||"
    expectForms(
      try Outcome(
        lines: summary + heads + [
          first + light, blank + satisfaction, second + area, blank + satisfaction,
        ]))
    expectForms(
      try Outcome(
        lines: summary + heads + [
          first + light, first + satisfaction, second + area, second + satisfaction,
        ]))
  }

  @Test("So it is where the cells span their rows")
  func spans() throws {
    func cells(_ row: String, rows: Int) -> String {
      row.split(separator: "|").map { "<td rowspan=\(rows)>\($0)</td>" }.joined()
    }
    let table =
      "<table><tr>" + cells(heads[0], rows: 1) + "</tr><tr>" + cells(first, rows: 2)
      + cells(light, rows: 1) + "</tr><tr>" + cells(satisfaction, rows: 1) + "</tr><tr>"
      + cells(second, rows: 2) + cells(area, rows: 1) + "</tr><tr>"
      + cells(satisfaction, rows: 1) + "</tr></table>"
    expectForms(try Outcome(lines: summary + [table]))
  }

  @Test("A page repeats the heads, and the total below belongs to no form")
  func pages() throws {
    let blank = "|||||"
    let outcome = try Outcome(
      lines: summary + heads + [
        first + light, heads[0], blank + satisfaction, second + area, blank + satisfaction,
        "||合计|1695.50||||||||",
      ])
    #expect(outcome.details.map { $0["fields"]["total"].string } == ["430.00", "1265.50"])
    #expect(outcome.details.map { $0["groups"]["indicators"].items.count } == [2, 2])
  }

  @Test("A slip in it is found, in the line in which it stands")
  func slip() throws {
    let slipped = second.replacingOccurrences(of: "1265.50", with: "1256.50")
    let outcome = try Outcome(
      lines: summary + heads + [first + light, "|||||" + satisfaction, slipped + area])
    let finding = try #require(outcome.findings("AG01").first { $0.verdict == .broken })
    let total = try #require(finding.values.first { $0.role == "total" })
    let line = outcome.submission.document.location(of: total.printed).line
    #expect(line == summary.count + heads.count + 3)
  }

  @Test("A unit above the table holds for all of its forms")
  func caption() throws {
    let lines =
      summary + ["单位：元", ""]
      + [heads[0].replacingOccurrences(of: "（万元）", with: ""), heads[1]]
      + [
        first.replacingOccurrences(of: "430.00", with: "4300000") + light, "|||||" + satisfaction,
        second.replacingOccurrences(of: "1265.50", with: "12655000") + area,
      ]
    let outcome = try Outcome(lines: lines)
    #expect(outcome.details.map { $0["fields"]["total"]["unit"].string ?? "元" } == ["元", "元"])
    #expect(outcome.findings("AG01").isEmpty && outcome.findings("UN01").isEmpty)
  }

  @Test("A summary that prints an indicator of each project beside forms stays one")
  func summaryWithTargets() throws {
    let rows = ["城市照明电费", "环卫作业外包"].enumerated().map { place, name in
      "|\(place + 1)|\(name)|市城管局|\(place + 3)0|产出指标|数量指标|完成次数|≥12|"
    }
    let forms = ["城市照明电费", "环卫作业外包"].enumerated().flatMap { place, name in
      [
        "", "项目绩效目标表", "", "|项目名称|\(name)|项目单位|市城管局|", "|---|---|---|---|",
        "|预算数|\(place + 3)0|年度目标|完成任务|",
      ]
    }
    let outcome = try Outcome(
      lines: [
        "2025年项目汇总表", "", "单位：万元", "", "|序号|项目名称|项目单位|金额|一级指标|二级指标|三级指标|指标值|",
        "|---|---|---|---|---|---|---|---|",
      ] + rows + forms)
    #expect(outcome.rows.count == 2)
    #expect(outcome.details.count == 2)
  }
}
