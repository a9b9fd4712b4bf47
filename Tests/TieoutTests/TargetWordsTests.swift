import Testing
import Tieout

@Suite("Targets in words, departments of two levels, headings of the summary")
struct TargetWordsTests {
  private func paper(
    heading: String = "一、教育局", department: [String] = ["主管部门\t云州市文旅局\t项目单位\t云州市图书馆"],
    targets: [String] = ["≥20场", "≥90%"]
  ) throws -> Outcome {
    try Outcome(
      lines: [
        "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注", "\(heading)\t\t\t2350.51\t",
        "1\t图书馆开放补助\t云州市图书馆\t644.51\t", "2\t非遗保护经费\t云州市文化馆\t1706\t", "合计\t\t\t2350.51\t", "",
        "项目支出绩效目标表", "", "项目名称\t图书馆开放补助\t\t",
      ] + department + [
        "合计\t644.51\t其中：财政拨款\t644.51", "年度目标\t完成年度任务，保障群众文化权益。\t\t",
        "一级指标\t二级指标\t三级指标\t指标值\t分值", "产出指标\t数量指标\t完成场次\t\(targets[0])\t20分",
        "满意度指标\t服务对象满意度指标\t群众满意度\t\(targets[1])\t20分",
      ])
  }

  private func indicators(_ outcome: Outcome) -> [[String?]] {
    outcome.details[0]["groups"]["indicators"].items.map { item in
      ["level3", "target_comparator", "target", "unit", "weight"].map { item[$0].value }
    }
  }

  @Test("A target that is reached, or that says 以上 or 以内 behind it, is a bound, and its row stays")
  func bounds() throws {
    let outcome = try paper(targets: ["3000人次以上", "达到90%"])
    #expect(
      indicators(outcome) == [
        ["完成场次", ">=", "3000", "人次", "20"], ["群众满意度", ">=", "90", "%", "20"],
      ])
    #expect(outcome.submission.repairs.isEmpty && outcome.findings("ST06").isEmpty)
    #expect(indicators(try paper(targets: ["5天以内", "≥90%"]))[0][1...3] == ["<=", "5", "天"])
  }

  @Test("A target without such words has no comparator")
  func plain() throws {
    #expect(indicators(try paper(targets: ["20场", "≥90%"]))[0] == ["完成场次", nil, "20", "场", "20"])
  }

  @Test("A remark behind a percent sign or a unit leaves the number its unit")
  func remarks() throws {
    let outcome = try paper(targets: ["≥1个（套）", "≥95%且无投诉"])
    #expect(
      indicators(outcome).map { $0[2...3] } == [["1", "个（套）"], ["95", "%且无投诉"]])
    let targets = outcome.submission.details[0].groups.flatMap(\.items).flatMap(\.fields)
      .filter { $0.quantity != nil && $0.unit != .none }
    let units = outcome.submission.profile.units
    let names = targets.map { units.units[Int($0.unit.rawValue) - 1].name }
    #expect(names.contains("个") && names.contains("%"))
    let money = try paper(targets: ["≤100万元（中央资金）", "≥90%"])
    #expect(money.findings("AG02").isEmpty)
  }

  @Test("Digits that blanks part behind a comparator are told")
  func spacedDigits() throws {
    let outcome = try paper(targets: ["≥1 200人次", "≥9 8 %"])
    #expect(outcome.findings("ST06").map { $0.suggested?.value } == ["≥1200人次", "≥98%"])
  }

  @Test("Of two levels the department below is the form's, and the one above is kept")
  func departments() throws {
    let two = try paper(department: ["中央主管部门\t财政部\t省级主管部门\t岚屿省农业农村厅"])
    #expect(two.details[0]["fields"]["department"].value == "岚屿省农业农村厅")
    #expect(two.details[0]["fields"]["central_department"].value == "财政部")
  }

  @Test("A heading that names a body is the department of its rows, one that names a field is not")
  func headings() throws {
    #expect(try paper().rows[0]["fields"]["department"].value == "教育局")
    let field = try paper(heading: "一、文化事业")
    #expect(field.rows[0]["fields"]["department"].value == nil)
    #expect(field.json["summary"]["lines"].items.count == 1)
  }
}
