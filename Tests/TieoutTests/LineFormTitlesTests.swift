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
}
