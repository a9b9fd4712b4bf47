import Testing
import Tieout

@Suite("Indicators of two periods side by side")
struct PeriodsSideBySideTests {
  /// What stands above both sets of columns, and in them; the year's figures, and those of the whole.
  private struct Layout {
    var goals = "总体目标\t实施期目标（2023年—2025年）\t\t\t年度目标\t\t"
    var head = "一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值"
    var rows = [
      "产出指标\t数量指标\t维护次数\t≥153次\t数量指标\t维护次数\t≥51次",
      "\t质量指标\t验收合格率\t≥95%\t质量指标\t验收合格率\t≥95%",
      "\t成本指标\t项目总成本\t≤990万元\t成本指标\t项目总成本\t≤{total}万元",
      "满意度指标\t服务对象满意度指标\t群众满意度\t≥92%\t服务对象满意度指标\t群众满意度\t≥90%",
    ]
    var footnote = ""
  }

  private func run(_ layout: Layout = Layout()) throws -> Outcome {
    var totals = OfficePaper.projects.map(\.total).makeIterator()
    var lines: [String] = []
    for line in OfficePaper(summary: .plain, form: .central).lines {
      if line.hasPrefix("年度总体目标") {
        let goal = line.split(separator: "\t")[1]
        lines += [layout.goals, "\t三年内健全长效机制。\t\t\t\(goal)\t\t", layout.head]
        let total = totals.next() ?? ""
        lines += layout.rows.map { $0.replacing("{total}", with: total) }
        if !layout.footnote.isEmpty { lines += ["", layout.footnote] }
      } else if !["一级指标", "产出指标", "\t质量", "满意度指标"].contains(where: line.hasPrefix) {
        lines.append(line)
      }
    }
    return try Outcome(lines: lines)
  }

  private func indicators(_ outcome: Outcome, form: Int = 0) -> [[String?]] {
    outcome.details[form]["groups"]["indicators"].items.map { item in
      ["period", "level1", "level2", "name", "target", "unit"].map { item[$0].string }
    }
  }

  private let year: [[String?]] = [
    ["年度", "产出指标", "数量指标", "维护次数", "51", "次"],
    ["年度", "产出指标", "质量指标", "验收合格率", "95", "%"],
    ["年度", "产出指标", "成本指标", "项目总成本", "180.37", "万元"],
    ["年度", "满意度指标", "服务对象满意度指标", "群众满意度", "90", "%"],
  ]
  private let whole: [[String?]] = [
    ["实施期", "产出指标", "数量指标", "维护次数", "153", "次"],
    ["实施期", "产出指标", "质量指标", "验收合格率", "95", "%"],
    ["实施期", "产出指标", "成本指标", "项目总成本", "990", "万元"],
    ["实施期", "满意度指标", "服务对象满意度指标", "群众满意度", "92", "%"],
  ]

  @Test("Both are indicators, each of its period, those of the total's own year first")
  func both() throws {
    let outcome = try run()
    #expect(indicators(outcome) == year + whole)
    #expect(outcome.details[0]["fields"]["goal"].string == OfficePaper.projects[0].goal)
    #expect(outcome.details[0]["fields"]["whole_goal"].string == "三年内健全长效机制。")
    #expect(outcome.submission.ledgerTotals().balances)
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("Nothing of the whole period is compared with the year's total, nor called a copy")
  func sound() throws {
    let grave = try run().submission.findings.filter { $0.severity >= .review }
    #expect(grave.isEmpty, "\(grave.map(\.message.en))")
  }

  @Test("A cost of the year that is not the total is found beside that of the whole period")
  func broken() throws {
    var layout = Layout()
    layout.rows[2] = layout.rows[2].replacing("{total}", with: "999.99")
    let outcome = try run(layout)
    #expect(outcome.findings("AG02").count == OfficePaper.projects.count { $0.total != "0.00" })
  }

  @Test("The form's own rule is held against both")
  func rule() throws {
    var layout = Layout()
    layout.footnote = "注：比率类指标值不得低于92%。"
    let subjects = try run(layout).findings("RL01").filter { $0.subject.record == "detail/1" }
      .map(\.subject.field)
    #expect(subjects == ["indicators[3].target"])
  }

  @Test("The heads may repeat the first level as well, or name the periods themselves")
  func otherHeads() throws {
    var layout = Layout()
    layout.head = "一级指标\t二级指标\t三级指标\t实施期指标值\t一级指标\t二级指标\t三级指标\t年度指标值"
    layout.goals = "总体目标\t三年内健全长效机制。\t\t\t\t\t\t"
    layout.rows = [
      "产出指标\t数量指标\t维护次数\t≥153次\t产出指标\t数量指标\t维护次数\t≥51次",
      "\t质量指标\t验收合格率\t≥95%\t\t质量指标\t验收合格率\t≥95%",
      "\t成本指标\t项目总成本\t≤990万元\t\t成本指标\t项目总成本\t≤{total}万元",
      "满意度指标\t服务对象满意度指标\t群众满意度\t≥92%\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%",
    ]
    #expect(indicators(try run(layout)) == year + whole)
  }

  @Test("The sets may share the indicators, and have a target each")
  func targets() throws {
    var layout = Layout()
    layout.head = "一级指标\t二级指标\t三级指标\t实施期指标值\t年度指标值"
    layout.rows = [
      "产出指标\t数量指标\t维护次数\t≥153次\t≥51次", "\t质量指标\t验收合格率\t≥95%\t≥95%",
      "\t成本指标\t项目总成本\t≤990万元\t≤{total}万元",
      "满意度指标\t服务对象满意度指标\t群众满意度\t≥92%\t≥90%",
    ]
    #expect(indicators(try run(layout)) == year + whole)
    layout.rows[1] = "\t质量指标\t验收合格率\t\t≥95%"
    #expect(indicators(try run(layout)) == year + [whole[0]] + whole[2...])
  }

  @Test("One set may have fewer rows, and its own levels, than the other")
  func uneven() throws {
    var layout = Layout()
    layout.rows[1] = "\t\t巡查次数\t≥36次\t质量指标\t验收合格率\t≥95%"
    layout.rows[3] = "满意度指标\t服务对象满意度指标\t群众满意度\t≥92%\t\t\t"
    let found = indicators(try run(layout))
    #expect(Array(found.prefix(3)) == Array(year.prefix(3)))
    #expect(found.count == 7)
    #expect(found[4] == ["实施期", "产出指标", "数量指标", "巡查次数", "36", "次"])
  }

  @Test("A row that lost its blank first cell stands in both sets all the same")
  func moved() throws {
    var layout = Layout()
    layout.rows[1] = String(layout.rows[1].dropFirst())
    #expect(indicators(try run(layout)) == year + whole)
  }

  @Test("Where nothing names the periods, both are read, and no period is made up")
  func unnamed() throws {
    var layout = Layout()
    layout.goals = "绩效目标\t三年内健全长效机制。\t\t\t\t\t"
    let found = indicators(try run(layout))
    #expect(found.count == 8)
    #expect(found.allSatisfy { $0[0] == nil })
    #expect(found.map { $0[4] } == (whole + year).map { $0[4] })
  }

  @Test("Two heads for one column are no two sets")
  func oneSet() throws {
    var layout = Layout()
    layout.head = "一级指标\t二级指标\t三级指标\t指标内容\t指标值"
    layout.rows = ["产出指标\t数量指标\t维护次数\t\t≥51次", "\t质量指标\t验收合格率\t\t≥95%"]
    let found = indicators(try run(layout))
    #expect(found.map { $0[3] } == ["维护次数", "验收合格率"])
    #expect(found.map { $0[4] } == ["51", "95"])
  }
}
