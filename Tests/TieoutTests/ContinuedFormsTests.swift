import Testing
import Tieout

@Suite("A form that goes on over a page")
struct ContinuedFormsTests {
  private static let title = "2024年度项目支出预算绩效目标表"
  private static let summary = [
    "2024年度项目支出预算绩效目标汇总表", "单位：万元", "序号\t预算单位\t主管部门\t项目名称\t金额\t备注",
    "1\t甲局\t甲局\t道路养护资金\t12.5\t", "2\t乙局\t乙局\t供水改造资金\t30\t", "合计\t\t\t\t42.5\t", "",
  ]
  private static let head = "绩效指标\t一级指标\t二级指标\t三级指标\t计量单位\t目标值"

  private static func fields(_ name: String, _ body: String, _ amount: String) -> [String] {
    [
      "项目名称\t\(name)", "单位名称\t\(body)\t主管部门\t\(body)", "单位负责人\t张三\t联系电话\t5551001",
      "预算资金来源（万元）\t合计\t\(amount)", "\t1、一般公共预算\t\(amount)", "年度总体目标\t完成年度任务。",
    ]
  }

  private static let outputs = [
    "\t产出指标\t数量指标\t养护里程≥120公里\t公里\t120", "\t\t质量指标\t验收合格率≥95%\t%\t95",
  ]
  private static let effects = ["\t效益指标\t社会效益指标\t受益村庄≥46个\t个\t46"]

  private static func first(_ breaking: [String], rest: [String] = effects) -> [String] {
    [title] + fields("道路养护资金", "甲局", "12.5") + [head] + outputs + breaking + rest + [""]
  }

  private static let second =
    [title] + fields("供水改造资金", "乙局", "30") + [head] + outputs + effects + [""]

  @Test(
    "The rest of its table belongs to it, with its title printed once more or not, and its heads",
    arguments: [
      [], ["", "- 3 -", ""], ["", "- 3 -", "", title], ["", "第 3 页 共 9 页", "", title, "", head],
      ["", title],
    ])
  func goesOn(_ breaking: [String]) throws {
    let outcome = try Outcome(lines: Self.summary + Self.first(breaking) + Self.second)
    #expect(outcome.details.count == 2)
    for form in outcome.details {
      let items = form["groups"]["indicators"].items
      #expect(items.map { $0["target"].string } == ["120", "95", "46"])
      #expect(items.map { $0["level1"].string } == ["产出指标", "产出指标", "效益指标"])
    }
    #expect(outcome.submission.findings.map(\.fingerprint) == [])
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("A page may break before any row behind the first two", arguments: 3...10)
  func anywhere(_ row: Int) throws {
    var form = Self.first([])
    form.insert(contentsOf: ["", "- 3 -", "", Self.title], at: row)
    let outcome = try Outcome(lines: Self.summary + form + Self.second)
    #expect(outcome.details.count == 2)
    #expect(outcome.details[0]["fields"]["total"].string == "12.5")
    #expect(outcome.details[0]["fields"]["goal"].string == "完成年度任务。")
    #expect(outcome.details[0]["groups"]["indicators"].items.count == 3)
    #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
  }

  @Test(
    "A title that says that it goes on is the same one, before its words or behind",
    arguments: [
      "\(title)（续）", "\(title) (续表)", "\(title)续", "续表 \(title)", "续 \(title)", "绩效目标表（续）",
    ])
  func saysSo(_ title: String) throws {
    let outcome = try Outcome(
      lines: Self.summary + Self.first(["", "- 3 -", "", title]) + Self.second)
    #expect(outcome.details.count == 2)
    #expect(outcome.details[0]["groups"]["indicators"].items.count == 3)
    #expect(outcome.submission.findings.map(\.fingerprint) == [])
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test("A caption below such a title is no other form's; another name is")
  func belowSaysSo() throws {
    let page = ["", "- 3 -", "", "\(Self.title)（续）"]
    let caption = try Outcome(
      lines: Self.summary + Self.first(page + ["金额单位：万元"]) + Self.second)
    #expect(caption.details.count == 2)
    let name = try Outcome(lines: Self.summary + Self.first(page + ["项目名称：供水改造资金"]))
    #expect(name.details.count == 2)
  }

  @Test("A title of two lines is one title")
  func twoLines() throws {
    let (above, title) = ("云州市项目支出绩效目标表", "部门预算项目支出绩效目标表")
    func twice(_ lines: [String]) -> [String] {
      lines.flatMap { $0 == Self.title ? [above, title] : [$0] }
    }
    let lines = twice(Self.first(["", "- 3 -", "", Self.title]) + Self.second)
    #expect(try Outcome(lines: Self.summary + lines).details.count == 2)
  }

  @Test(
    "A page may repeat the lines below its title, and what names the form, where its table goes on")
  func repeatedHead() throws {
    let line = "（2024年度）"
    let rows = Array(Self.first([]).dropFirst())
    let key = Array(rows.prefix(2))
    for again in [[line], key, [line] + key] {
      let lines = Self.first(["", "- 3 -", "", Self.title] + again)
      let form = [lines[0], line] + lines.dropFirst()
      let outcome = try Outcome(lines: Self.summary + form + Self.second)
      #expect(outcome.details.count == 2)
      #expect(outcome.details[0]["groups"]["indicators"].items.count == 3)
      #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
      #expect(outcome.submission.unplaced().isEmpty)
    }
  }

  @Test("A form whose name was lost is a form still: it has values that the one above has as well")
  func lostName() throws {
    let damaged = Self.second.filter { !$0.hasPrefix("项目名称") }
    let outcome = try Outcome(lines: Self.summary + Self.first([]) + damaged)
    #expect(outcome.details.count == 2)
    #expect(outcome.details[0]["groups"]["indicators"].items.count == 3)
  }

  @Test("Indicators that begin anew are another form's, whose first page is missing")
  func beginsAnew() throws {
    let rest = [Self.title, Self.head] + Self.outputs + Self.effects
    let outcome = try Outcome(lines: Self.summary + Self.first([]) + rest)
    #expect(outcome.details.count == 2)
    #expect(outcome.details[0]["groups"]["indicators"].items.count == 3)
  }

  @Test("What stands behind a form's footnote is another form's")
  func behindFootnote() throws {
    let rest = ["备注：各类指标均需填列。", "", Self.title] + Self.effects
    let outcome = try Outcome(lines: Self.summary + Self.first(rest, rest: []))
    #expect(outcome.details.count == 2)
  }
}
