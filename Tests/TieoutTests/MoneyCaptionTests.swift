import Testing
import Tieout

@Suite("The unit of money over a form")
struct MoneyCaptionTests {
  /// A summary in 万元 and two forms, each with a caption above its table.
  private func paper(_ caption: String, total: [String] = ["6445100", "17060000"]) -> [String] {
    func form(_ name: String, _ total: String) -> [String] {
      [
        "", "项目支出绩效目标表", "", caption, "", "项目名称\t\(name)\t\t",
        "主管部门\t云州市文旅局\t项目单位\t云州市图书馆", "预算金额\t\(total)\t其中：财政拨款\t\(total)",
        "年度目标\t完成年度任务，保障群众文化权益。\t\t", "一级指标\t二级指标\t三级指标\t指标值",
        "产出指标\t数量指标\t完成场次\t≥20场",
      ]
    }
    return [
      "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
      "1\t图书馆开放补助\t云州市图书馆\t644.51\t", "2\t非遗保护经费\t云州市图书馆\t1706\t", "合计\t\t\t2350.51\t",
    ] + form("图书馆开放补助", total[0]) + form("非遗保护经费", total[1])
  }

  /// The unit of each form's total.
  private func units(_ outcome: Outcome) -> [String?] {
    let profile = outcome.submission.profile
    return outcome.submission.details.map { form in
      form[profile.detail.total].map { profile.units.name($0.unit) }
    }
  }

  @Test(
    "A caption over a form's table tells the unit, whatever label it has",
    arguments: [
      "单位：元", "单位:元", "（单位：元）", "单 位：元", "单　位：元", "单位：  元", "计量单位：元", "币种：元", "货币单位：元",
      "金额：元", "（2024年度）      单位：元", "（2024年度）　　　　单位：元", "填报单位：云州市文旅局    单位：元",
    ])
  func read(_ caption: String) throws {
    let outcome = try Outcome(lines: paper(caption))
    #expect(units(outcome) == ["元", "元"])
    #expect(outcome.findings("UN01").isEmpty && outcome.findings("AG01").isEmpty)
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test(
    "A body behind such a label, and a word with 元 in it, are no unit",
    arguments: ["单位：开元中学", "单位：元江县财政局"])
  func none(_ caption: String) throws {
    let outcome = try Outcome(lines: paper(caption, total: ["644.51", "1706"]))
    #expect(units(outcome) == ["万元", "万元"])
    #expect(outcome.findings("UN01").isEmpty && outcome.findings("AG01").isEmpty)
  }

  @Test("A total whose label is only a heading counts where it names its unit")
  func heading() throws {
    var lines = paper("", total: ["", ""])
    for (index, total) in zip(
      lines.indices.filter { lines[$0].hasPrefix("预算金额") }, ["644.51", "1706"])
    {
      lines[index] = "预算资金（单位：万元）\t\(total)\t其中：财政拨款\t\(total)"
    }
    let outcome = try Outcome(lines: lines)
    #expect(units(outcome) == ["万元", "万元"])
    #expect(outcome.findings("AG01").isEmpty)
  }

  @Test("The head before the figures of a form's sum tells the unit of its other lines, too")
  func headOfFigures() throws {
    var lines = paper("", total: ["", ""])
    for (index, total) in zip(
      lines.indices.filter { lines[$0].hasPrefix("预算金额") }, ["6445100", "17060000"]
    ).reversed() {
      lines.replaceSubrange(
        index...index,
        with: [
          "项目资金（元）\t年初预算数\t全年预算数\t全年执行数", "年度资金总额\t\(total)\t\(total)\t\(total)",
          "二级项目名称\t主要内容\t金额\t备注", "购书\t购置图书\t\(total)\t",
        ])
    }
    let outcome = try Outcome(lines: lines)
    #expect(units(outcome) == ["元", "元"])
    #expect(outcome.findings("FT04").isEmpty && outcome.findings("AG01").isEmpty)
  }

  private func bids(
    _ caption: String, _ form: String, _ head: String,
    sums: [String] = ["74,500", "34,250", "98,000"]
  ) throws -> Outcome {
    let names = ["Footbridge renewal", "Cricket pavilion roof", "Library lift"]
    let forms = zip(names, sums).enumerated().flatMap { number, bid in
      [
        "", "PROJECT SHEET", "", form, "", "Project ref.\tB0\(number + 1)\tProgramme\tAccess",
        "Project title\t\(bid.0)\t\t", "Applicant\tHollin Parish Council\tContact\tJ. Marlow",
        "Amount requested\t\(bid.1)\t\t", "", "Cost heading\t\(head)", "Works\t\(bid.1)",
      ]
    }
    return try Outcome(
      lines: [
        "Summary of bids", "", caption, "",
        "No.\tRef.\tProject\tApplicant\tProgramme\tAmount requested",
        "1\tB01\tFootbridge renewal\tHollin Parish Council\tAccess\t74.5",
        "2\tB02\tCricket pavilion roof\tHollin Parish Council\tAccess\t34.25",
        "3\tB03\tLibrary lift\tHollin Parish Council\tAccess\t98.0",
        "Total\t\t\t\t\t206.75",
      ] + forms)
  }

  @Test(
    "A line over an English form, or the heads of its costs, are nearer than the summary's caption",
    arguments: [
      ("Amounts in £000", "All amounts in £", "Amount"), ("Amounts in £000", "", "Amount (£)"),
      ("Amounts in US$ thousand", "Amounts in US$", "Amount"),
      ("Figures in thousands of pounds", "Figures in pounds", "Amount"),
    ])
  func english(_ caption: String, _ form: String, _ head: String) throws {
    let outcome = try bids(caption, form, head)
    #expect(outcome.links.count == 3)
    #expect(outcome.findings("UN01").isEmpty && outcome.findings("AG01").isEmpty)
  }

  @Test("A head that names money heads amounts, and joins nothing to the names of lines")
  func head() throws {
    let outcome = try Outcome(lines: [
      "Summary of bids", "", "No.\tRef.\tProject\tApplicant\tProgramme\tAmount requested",
      "1\tB01\tLibrary lift\tHollin Parish Council\tAccess\t2,650", "", "PROJECT SHEET", "",
      "Project ref.\tB01\tProgramme\tAccess", "Project title\tLibrary lift\t\t",
      "Applicant\tHollin Parish Council\tContact\tJ. Marlow", "Amount requested\t2,650\t\t", "",
      "Item\tQuantity\tUnit cost (£)\tCost (£)", "Equipment\t2\t1,062.50\t2,125.00",
      "Venue hire\t5\t105.00\t525.00",
    ])
    let costs = outcome.details[0]["groups"]["costs"].items
    #expect(costs.map { $0["item"].value } == ["Equipment", "Venue hire"])
    #expect(costs.map { $0["amount"].value } == ["2125.00", "525.00"])
    #expect(outcome.findings("ST06").isEmpty && outcome.submission.unplaced().isEmpty)
  }

  @Test("A form that names no unit counts in what the summary's caption says")
  func document() throws {
    let outcome = try bids("Amounts in £000", "", "Amount", sums: ["74.5", "34.25", "98.0"])
    #expect(outcome.findings("UN01").isEmpty && outcome.findings("AG01").isEmpty)
  }

  @Test("A unit that is wrong over the whole summary is one finding, and hides no wrong row")
  func slip() throws {
    let outcome = try bids("All amounts in £", "All amounts in £", "Amount")
    #expect(outcome.findings("UN01").count == 1)
    #expect(outcome.findings("AG01").isEmpty && outcome.findings("FT01").isEmpty)
    let wrong = try bids(
      "All amounts in £", "All amounts in £", "Amount", sums: ["74,500", "34,250", "89,000"])
    #expect(wrong.findings("UN01").isEmpty || wrong.findings("UN01").count == 2)
  }
}
