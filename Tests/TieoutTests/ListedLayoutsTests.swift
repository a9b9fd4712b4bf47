import Testing
import Tieout

@Suite("Listed papers of other layouts")
struct ListedLayoutsTests {
  private static let names = ["城区排水管网改造", "农村饮水安全", "防汛物资储备", "国道沿线绿化"]
  private static let units = ["甲县水利局", "甲县水利局", "甲县应急管理局", "甲县林业局"]

  private static func amount(_ place: Int) -> String { "\(place + 1)30.5" }

  /// A summary and what stands behind it.
  private static func paper(_ forms: [[String]], _ names: [String] = names) -> [String] {
    let head = ["2024年度项目支出绩效目标汇总表", "序号\t项目名称\t实施单位\t金额（万元）\t备注"]
    let rows = names.indices.map { "\($0 + 1)\t\(names[$0])\t\(units[$0])\t\(amount($0))\t " }
    return head + rows + forms.flatMap { $0 }
  }

  private static func form(_ place: Int, _ title: String = "2024年度项目支出绩效目标表") -> [String] {
    [
      title, "项目名称\t\(names[place])", "实施单位\t\(units[place])",
      "年度资金总额（万元）\t\(amount(place))",
    ]
  }

  /// What is paid out stands beside what was planned, and a dash where there is nothing to score.
  private static func evaluation(_ place: Int) -> [String] {
    let amounts = Array(repeating: amount(place), count: 3).joined(separator: "\t")
    return form(place, "2024年度项目支出绩效自评表").dropLast() + [
      "项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
      "年度资金总额\t\(amounts)\t10\t100%\t10", "其中：当年财政拨款\t\(amounts)\t—\t100%\t—",
      "年度总体目标\t预期目标\t实际完成情况",
      "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施",
      "产出指标\t数量指标\t建设数量\t≥20个\t22个\t15\t15\t ", " \t质量指标\t验收合格率\t≥95%\t97%\t15\t15\t ",
      " \t时效指标\t完成及时率\t100%\t90%\t10\t9\t受天气影响工期延后",
    ]
  }

  static let papers: [(what: String, lines: [String], shapes: [ListedShape])] = [
    ("self-evaluations", paper(names.indices.map(evaluation)), ListedShape.allCases),
    (
      "titles behind the number of an attachment",
      paper(names.indices.map { form($0, "附件\($0 + 2)：2024年度项目支出绩效目标表") }), ListedShape.allCases
    ),
  ]

  static let cases = papers.indices.flatMap { index in papers[index].shapes.map { (index, $0) } }

  @Test("They give what their tables give", arguments: cases)
  func layout(_ index: Int, _ shape: ListedShape) throws {
    let (what, lines, _) = Self.papers[index]
    let listed = try Outcome(lines: shape.write(lines), isCompact: false)
    let plain = try Outcome(lines: lines, isCompact: false)
    #expect(listed.rows.count == Self.names.count && plain.details.count == Self.names.count)
    #expect(listed.values == plain.values, "\(what)")
    #expect(listed.links == plain.links, "\(what)")
  }

  @Test("A name with a blank in it, where rows are lines, is the one that its form has")
  func blanksInNames() throws {
    let name = "城区排水管网改造 二期 工程"
    var form = Self.form(0)
    form[1] = "项目名称\t\(name)"
    let lines = Self.paper(
      [form] + (1...3).map { Self.form($0) }, [name] + Self.names.dropFirst())
    let outcome = try Outcome(lines: ListedShape.rows.write(lines))
    let printed = outcome.rows.first?["fields"]["project"].value?.filter { $0 != " " }
    #expect(printed == "城区排水管网改造二期工程")
    #expect(outcome.rows.first?["fields"]["unit"].value == "甲县水利局")
  }

  /// The rows of the tables that are made of some lines, cell by cell.
  private func rows(_ lines: [String]) throws -> [[String]] {
    let document = try rebuild(
      [Input(name: "x.txt", bytes: Array(lines.joined(separator: "\n").utf8))])
    return document.rows.filter { !$0.isLine }.map { row in
      row.cells.map { document.string(document.cells[$0].text) }
    }
  }

  @Test("Heads in two lines, one below the other, of which each is a label too")
  func headsOfLabels() throws {
    let heads = ["序号", "项目", "名称", "实施", "单位", "主管", "部门", "金额", "（万元）", "备注"]
    let body = (1...8).flatMap { ["\($0)", "山塘\($0)号加固", "甲县水利局", "甲县财政局", "\($0)0.5"] }
    let rows = try rows(["2024年度项目支出绩效目标汇总表"] + heads + body)
    #expect(rows.first == ["序号", "项目名称", "实施单位", "主管部门", "金额（万元）", "备注"])
    #expect(rows.dropFirst().first == ["1", "山塘1号加固", "甲县水利局", "甲县财政局", "10.5", ""])
  }

  @Test("Heads that stand for two columns stay two")
  func twoHeads() throws {
    let heads = ["序号", "项目", "资金", "实施单位", "备注"]
    let body = (1...8).flatMap { ["\($0)", "山塘\($0)号加固", "\($0)0.5", "甲县水利局"] }
    let rows = try rows(["2024年度项目支出绩效目标汇总表"] + heads + body)
    #expect(rows.first == heads)
    #expect(rows.dropFirst().first == ["1", "山塘1号加固", "10.5", "甲县水利局", ""])
  }

  @Test("An English paper with a row in each line")
  func english() throws {
    let projects = ["Winter warm hub", "Recording studio", "Orchard restoration", "Tool library"]
    let bodies = ["Fenwick Harbour Museum", "Whitcombe Repair Cafe"]
    func reference(_ place: Int) -> String { "GR-24-1\(place)" }
    let rows = projects.indices.map { place in
      "\(place + 1) \(reference(place)) \(projects[place]) \(bodies[place % 2]) Heritage "
        + "£2\(place),810 £1\(place),810"
    }
    let forms = projects.indices.flatMap { place in
      [
        "Application form", "Reference \(reference(place))", "Project title \(projects[place])",
        "Applicant \(bodies[place % 2])", "Contact Jane Porter Telephone 01632 960123",
        "Total cost £2\(place),810", "Amount requested £1\(place),810",
        "Description The project will run weekly sessions, and open the hall on two evenings.",
      ]
    }
    let head = "No. Reference Project title Applicant Theme Total cost Amount requested"
    let outcome = try Outcome(
      lines: ["Schedule of applications", "All amounts in pounds sterling", head] + rows + forms)
    func values(_ records: [JSON], _ name: String) -> [String?] {
      records.map { $0["fields"][name].value }
    }
    #expect(values(outcome.rows, "project") == projects)
    #expect(values(outcome.rows, "applicant") == projects.indices.map { bodies[$0 % 2] })
    #expect(values(outcome.rows, "programme") == projects.map { _ in "Heritage" })
    #expect(values(outcome.details, "project") == projects)
    #expect(values(outcome.details, "phone") == projects.map { _ in "01632 960123" })
    #expect(outcome.links.count == 4)
  }

  // MARK: What stays

  /// Texts that have short lines, numbers in lines of their own, or words that are labels.
  static let texts: [(what: String, lines: [String])] = [
    ("a poem", (1...12).flatMap { ["床前明月光", "疑是地上霜", "举头望明月", "低头思故乡", "第\($0)首"] }),
    (
      "minutes",
      ["项目推进会会议纪要", "时间：2024年3月5日", "地点：三楼会议室", "主持人：张明"]
        + (1...15).flatMap { ["\($0)", "会议听取了第\($0)项工作汇报，要求各单位按期完成，保证质量。"] }
    ),
    ("a list of sources", (1...30).map { "[\($0)] 王某. 绩效评价研究[J]. 财政研究, 2010(\($0)): 1-9." }),
    ("a table of contents", ["目录"] + (1...20).flatMap { ["第\($0)章 项目资金管理", "\($0 * 7)"] }),
    (
      "an English letter",
      ["Dear Sir", "Project activities begin in May.", "Applicants from Kirk may apply."]
        + (1...20).map { "Budget talks in 20\($0 + 10) went on for \($0) days" }
    ),
    ("questions", (1...20).flatMap { ["\($0)", "项目名称是什么", "甲", "乙", "丙", "丁"] }),
  ]

  @Test("What is no paper of tables stays as it is", arguments: texts.indices)
  func others(_ index: Int) throws {
    let (what, lines) = Self.texts[index]
    let document = try rebuild(
      [Input(name: "x.txt", bytes: Array(lines.joined(separator: "\n").utf8))])
    let remarks = document.remarks.map(\.message.en)
    #expect(!remarks.contains { $0.contains("were put together") }, "\(what)")
  }
}
