import Testing
import Tieout

@Suite("Forms of lines below titles that no profile knows")
struct LineFormTitlesTests {
  private static let contracts = [
    ("CG-2025-01", "办公电脑采购", "新华电脑有限公司", "128,500.00"),
    ("CG-2025-02", "会议室音响系统", "宏声音响有限公司", "56,780.50"),
    ("CG-2025-03", "档案数字化服务", "恒信数据有限公司", "210,000.00"),
  ]

  /// A summary of three contracts and what is published of each, line by line.
  private static func paper(
    _ title: (Int) -> String, last: String = "56,780.50",
    _ lines: ((String, String, String, String)) -> [String] = { contract in
      [
        "合同编号：\(contract.0)", "项目名称：\(contract.1)", "供应商：\(contract.2)", "合同金额：\(contract.3)元",
        "合同签订日期：2025年3月11日",
      ]
    }
  ) -> [String] {
    var paper = ["2025年政府采购合同汇总表", "", "序号\t采购编号\t采购项目名称\t合同金额（元）\t成交供应商"]
    for (place, contract) in contracts.enumerated() {
      paper.append("\(place + 1)\t\(contract.0)\t\(contract.1)\t\(contract.3)\t\(contract.2)")
    }
    paper.append("合计\t\t\t395,280.50\t")
    for (place, contract) in contracts.enumerated() {
      paper += ["", title(place), ""] + lines(contract)
    }
    return paper
  }

  private static func numbered(_ lines: [String], _ marks: [String]) -> [String] {
    zip(marks, lines).map { $0 + $1 }
  }

  @Test(
    "Titles that differ in a number, or in a name",
    arguments: [
      ["合同信息公示（CG-2025-01）", "合同信息公示（CG-2025-02）", "合同信息公示（CG-2025-03）"],
      ["办公电脑采购合同公告", "会议室音响系统合同公告", "档案数字化服务合同公告"],
      ["合同公告", "合同公告", "合同公告"],
    ])
  func titles(_ titles: [String]) throws {
    let outcome = try Outcome(lines: Self.paper { titles[$0] })
    #expect(outcome.submission.profile.id == "cn-procurement")
    #expect(outcome.details.map { $0["fields"]["title"].string } == titles)
    #expect(
      outcome.details.map { $0["fields"]["reference"].string } == Self.contracts.map(\.0))
    #expect(outcome.submission.links.count == 3 && outcome.submission.unplaced().isEmpty)
  }

  @Test(
    "Each line may begin with its number",
    arguments: [
      ["一、", "二、", "三、", "四、", "五、"], ["1.", "2.", "3.", "4.", "5."],
      ["（1）", "（2）", "（3）", "（4）", "（5）"],
    ])
  func numbers(_ marks: [String]) throws {
    let paper = Self.paper(
      { "合同信息公示（CG-2025-0\($0 + 1)）" },
      { contract in
        Self.numbered(
          [
            "合同编号：\(contract.0)", "项目名称：\(contract.1)", "供应商：\(contract.2)", "合同金额：\(contract.3)元",
          ], marks)
      })
    let outcome = try Outcome(lines: paper)
    #expect(outcome.details.map { $0["fields"]["supplier"].string } == Self.contracts.map(\.2))
    #expect(outcome.submission.links.count == 3 && outcome.submission.unplaced().isEmpty)
  }

  @Test("Lines that have no words in common are no titles, nor is one above a single list")
  func others() throws {
    let titles = ["甲部分", "乙章节", "丙单元"]
    #expect(try Outcome(lines: Self.paper { titles[$0] }).details.isEmpty)
    let one = Self.paper { _ in "合同公告" }.prefix(13)
    #expect(try Outcome(lines: Array(one)).details.isEmpty)
  }

  @Test("Two labels are no form, and without its amount none is told")
  func fewLabels() throws {
    for left in [["合同编号", "合同金额"], ["合同编号", "项目名称", "供应商"]] {
      let paper = Self.paper({ _ in "合同公告" }) { contract in
        [
          "合同编号：\(contract.0)", "项目名称：\(contract.1)", "供应商：\(contract.2)", "合同金额：\(contract.3)元",
        ].filter { line in left.contains { line.hasPrefix($0) } }
      }
      let submission = try Outcome(lines: paper).submission
      #expect(submission.profile.id != "cn-procurement" || submission.details.isEmpty)
    }
  }

  @Test("A date between a title and its list is no title")
  func dates() throws {
    var paper = Self.paper({ "合同信息公示（CG-2025-0\($0 + 1)）" })
    for place in paper.indices.reversed() where paper[place].hasPrefix("合同编号") {
      paper.insert(contentsOf: ["公示日期 2025年2月", ""], at: place)
    }
    let outcome = try Outcome(lines: paper)
    #expect(
      outcome.details.map { $0["fields"]["title"].string }
        == (1...3).map { "合同信息公示（CG-2025-0\($0)）" })
    #expect(outcome.details.map { $0["fields"]["reference"].string } == Self.contracts.map(\.0))
  }

  @Test("What ends each list is no title of the next")
  func endings() throws {
    var paper = Self.paper({ "合同信息公示（CG-2025-0\($0 + 1)）" })
    for place in paper.indices.reversed() where paper[place].hasPrefix("合同信息公示") {
      paper.insert(contentsOf: ["以上内容由采购中心负责公示", ""], at: place)
    }
    let outcome = try Outcome(lines: paper + ["", "以上内容由采购中心负责公示"])
    #expect(
      outcome.details.map { $0["fields"]["title"].string }
        == (1...3).map { "合同信息公示（CG-2025-0\($0)）" })
  }

  private static let budget = [
    "# 2025年度项目支出预算汇总表", "", "| 序号 | 项目名称 | 项目单位 | 预算金额（万元） |", "|---|---|---|---|",
    "| 1 | 古树名木保护 | 园林管理所 | 57.90 |", "| 2 | 河道保洁 | 水务中心 | 88.40 |", "| 合计 |  |  | 146.30 |", "",
  ]

  /// Lists of a letter's, as forms of lines have them.
  private static let lists = [
    "重点项目一", "", "项目名称：古树名木保护", "", "项目单位：园林管理所", "", "预算金额：57.90万元", "", "重点项目二", "",
    "项目名称：河道保洁", "", "项目单位：水务中心", "", "预算金额：88.40万元", "",
  ]

  @Test("Lists of a letter are no forms, nor where the forms are tables")
  func letters() throws {
    let letter = ["# 关于报送项目预算的函", "", "市财政局：", "", "现报送2025年度项目2个，预算合计146.30万元。", ""]
    let forms = [("附表一", "古树名木保护", "园林管理所", "57.90"), ("附表二", "河道保洁", "水务中心", "88.40")].flatMap {
      [
        "# \($0.0)", "", "| 项目名称 | \($0.1) |", "|---|---|", "| 项目单位 | \($0.2) |",
        "| 预算金额（万元） | \($0.3) |", "",
      ]
    }
    #expect(try Outcome(lines: letter + Self.lists + Self.budget).details.isEmpty)
    for paper in [letter + Self.lists + Self.budget + forms, Self.lists + Self.budget + forms] {
      let outcome = try Outcome(lines: paper)
      #expect(outcome.details.count == 2 && outcome.submission.links.count == 2)
      #expect(outcome.findings("DU03").isEmpty && outcome.findings("NM02").isEmpty)
    }
    #expect(try Outcome(lines: Self.budget + Self.lists).details.count == 2)
  }
}
