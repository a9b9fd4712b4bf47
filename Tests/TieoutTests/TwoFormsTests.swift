import Testing
import Tieout

/// Two forms taken for one lose a record: the worst that can be done to a paper.
@Suite("Forms under one title that stay two")
struct TwoFormsTests {
  private static let title = "2024年度项目支出预算绩效目标表"
  private static let summary = [
    "2024年度项目支出预算绩效目标汇总表", "单位：万元", "序号\t预算单位\t主管部门\t项目名称\t金额\t备注",
    "1\t甲局\t甲局\t道路养护资金\t12.5\t", "2\t乙局\t乙局\t供水改造资金\t30\t", "合计\t\t\t\t42.5\t", "",
  ]
  private static let head = "绩效指标\t一级指标\t二级指标\t三级指标\t计量单位\t目标值"
  private static let outputs = [
    "\t产出指标\t数量指标\t养护里程≥120公里\t公里\t120", "\t\t质量指标\t验收合格率≥95%\t%\t95",
  ]
  private static let effects = ["\t效益指标\t社会效益指标\t受益村庄≥46个\t个\t46"]

  private static func fields(_ name: String, _ body: String, _ amount: String) -> [String] {
    [
      "项目名称\t\(name)", "单位名称\t\(body)\t主管部门\t\(body)", "单位负责人\t张三\t联系电话\t5551001",
      "预算资金来源（万元）\t合计\t\(amount)", "\t1、一般公共预算\t\(amount)", "年度总体目标\t完成年度任务。",
    ]
  }

  private static let road = [title] + fields("道路养护资金", "甲局", "12.5")

  /// The indicators of each form that is read.
  private func indicators(_ first: [String], _ second: [String]) throws -> [Int] {
    let outcome = try Outcome(lines: Self.summary + first + ["", "- 3 -", ""] + second + [""])
    return outcome.details.map { $0["groups"]["indicators"].items.count }
  }

  @Test("The name of the second stands in a line between the title and the table")
  func nameInLine() throws {
    let first = [Self.title, "项目名称：道路养护资金", "", Self.head] + Self.outputs
    let second = [Self.title, "项目名称：供水改造资金", "", Self.head] + Self.effects
    #expect(try indicators(first, second) == [2, 1])
    #expect(try indicators(Self.road + [Self.head] + Self.outputs, second) == [2, 1])
  }

  @Test(
    "A line below the title gives what the first form's head does not",
    arguments: ["填报单位：乙局", "（2025年度）", "供水改造资金"])
  func otherLine(_ line: String) throws {
    let first = Self.road + [Self.head] + Self.outputs
    #expect(try indicators(first, [Self.title, line, Self.head] + Self.effects) == [2, 1])
    #expect(try indicators(first, [Self.title, Self.head] + Self.effects) == [3])
  }

  @Test("The second form's name is blank, or was lost with all but its indicators")
  func noName() throws {
    let first = Self.road + [Self.head] + Self.outputs + Self.effects
    #expect(try indicators(first, [Self.title, "项目名称\t", Self.head] + Self.effects) == [3, 1])
    #expect(try indicators(first, [Self.title, Self.head] + Self.outputs) == [3, 2])
    #expect(try indicators(first, [Self.title] + Self.outputs) == [3, 2])
    let goal = "年度绩效目标\t改造管网。"
    let noGoal = first.filter { !$0.hasPrefix("年度总体目标") }
    #expect(try indicators(noGoal, [Self.title, goal, Self.head] + Self.effects) == [3, 1])
  }

  @Test("The first form ends at its page: persons or a footnote stand below it")
  func ended() throws {
    let first = Self.road + [Self.head] + Self.outputs
    for line in ["填报人：李四", "备注：各类指标均需填列。"] {
      #expect(try indicators(first + ["", line], [Self.title] + Self.effects) == [2, 1])
    }
  }

  @Test("Of the first form no more than its name is left")
  func nameOnly() throws {
    let second = [Self.title] + Self.fields("", "乙局", "30").dropFirst() + [Self.head] + Self.effects
    #expect(try indicators([Self.title, "项目名称\t道路养护资金"], second) == [0, 1])
  }

  @Test(
    "Two forms of one project, of another year, with another body, or with nothing that tells them apart"
  )
  func sameProject() throws {
    let first = Self.road + [Self.head] + Self.outputs
    let head = Array(Self.road.prefix(2))
    #expect(try indicators(first, first) == [2, 2])
    #expect(try indicators(first, head + [Self.head] + Self.outputs) == [2, 2])
    let later = [Self.title.replacing("2024", with: "2025")] + head.dropFirst()
    #expect(try indicators(first, later + [Self.head] + Self.effects) == [2, 1])
    let other = head + ["单位名称\t乙局\t主管部门\t甲局"]
    #expect(try indicators(first, other + [Self.head] + Self.effects) == [2, 1])
    // The same rows, and a table that goes on: a page of the first one.
    let same = Array(Self.road.prefix(4))
    #expect(try indicators(first, same + [Self.head] + Self.effects) == [3])
  }

  @Test("A title says that it goes on, and the page has another value, or begins the table anew")
  func saysSo() throws {
    let first = Self.road + [Self.head] + Self.outputs
    let page = ["\(Self.title)（续）", Self.road[1]]
    #expect(try indicators(first, page + [Self.head] + Self.effects) == [3])
    let other = page + ["单位名称\t乙局\t主管部门\t乙局", "预算资金来源（万元）\t合计\t30"]
    #expect(try indicators(first, other + [Self.head] + Self.effects) == [2, 1])
    #expect(try indicators(first, page + [Self.head] + Self.outputs) == [2, 2])
  }

  @Test("续 that begins a word says nothing of going on", arguments: ["续建", "续签"])
  func partOfWord(_ word: String) throws {
    let title = "\(word)项目支出预算绩效目标表"
    let first = [title] + Self.road.dropFirst() + [Self.head] + Self.outputs + Self.effects
    let second = [title] + Self.fields("", "乙局", "30").dropFirst() + [Self.head] + Self.effects
    #expect(try indicators(first, second) == [3, 1])
  }

  @Test("Rows that end in blank cells are told apart by what stands in all of them")
  func blankCells() throws {
    let blank = "\t\t\t"
    let first = [Self.title, "项目名称\t道路养护资金" + blank, Self.head] + Self.outputs
    let second = [Self.title, "项目名称\t供水改造资金" + blank, Self.head] + Self.effects
    #expect(try indicators(first, second) == [2, 1])
    let page = [Self.title, "项目名称\t道路养护资金" + blank, Self.head] + Self.effects
    #expect(try indicators(Self.road + first.dropFirst(2), page) == [3])
  }

  @Test("The labels of the second form are damaged beyond telling")
  func damaged() throws {
    let first = Self.road + [Self.head] + Self.outputs
    let second = [Self.title, "项日名祢\t供水改造资金", "单位名祢\t乙局", Self.head] + Self.effects
    #expect(try indicators(first, second) == [2, 1])
  }

  @Test("A repeated name alone does not join: the table has to go on")
  func sameNameAlone() throws {
    let first = Self.road.filter { !$0.hasPrefix("年度总体目标") }
    let second = [Self.title, "项目名称\t道路养护资金", "年度绩效目标\t改造管网。"]
    #expect(try indicators(first, second + [Self.head] + Self.effects) == [0, 1])
  }

  /// A contract's sheet of lines, whose code and name were lost if none are given.
  private func sheet(_ code: String?, _ lines: [String], head: Bool = true) -> [String] {
    ["采购合同信息表"]
      + (code.map { ["合同编号\t\($0)\t合同名称\t\($0)采购", "采购人\t甲局\t供应商\t乙公司", "合同金额\t20"] } ?? [])
      + (head ? ["序号\t名称\t数量\t单价\t金额"] : []) + lines + [""]
  }

  private static let contracts = [
    "政府采购合同汇总表", "单位：万元", "序号\t合同编号\t合同名称\t采购人\t供应商\t合同金额",
    "1\tHT-1\tHT-1采购\t甲局\t乙公司\t20", "2\tHT-2\tHT-2采购\t甲局\t乙公司\t20", "合计\t\t\t\t\t40", "",
  ]

  @Test("Lines that are numbered from one again are another form's; those that count on are not")
  func numbers() throws {
    let first = sheet("HT-1", ["1\t桌子\t1\t10\t10", "2\t椅子\t1\t10\t10"])
    func forms(_ rest: [String]) throws -> Int {
      try Outcome(lines: Self.contracts + first + rest).details.count
    }
    #expect(try forms(sheet(nil, ["1\t柜子\t1\t20\t20"])) == 2)
    #expect(try forms(sheet(nil, ["1\t柜子\t1\t20\t20"], head: false)) == 2)
    #expect(try forms(sheet(nil, ["3\t柜子\t1\t20\t20"])) == 1)
    #expect(try forms(sheet(nil, ["3\t柜子\t1\t20\t20"], head: false)) == 1)
    #expect(try forms(sheet("HT-1", ["3\t柜子\t1\t20\t20"])) == 1)
    #expect(try forms(sheet("HT-1", ["1\t柜子\t1\t20\t20"])) == 2)
    #expect(try forms(sheet("HT-2", ["3\t柜子\t1\t20\t20"])) == 2)
  }
}
