import Testing
import Tieout

@Suite("What a row of a paper may be besides a project or a number")
struct SchoolPaperTests {
  private func lines(_ paper: SchoolPaper) throws -> Outcome { try Outcome(lines: paper.lines) }

  private func grave(_ outcome: Outcome) -> [String] {
    outcome.submission.findings.filter { $0.severity >= .review }.map(\.fingerprint)
  }

  @Test("A paper in which everything agrees has nothing to look at")
  func sound() throws {
    #expect(try grave(lines(SchoolPaper())) == [])
  }

  @Test("A date is a target like any other: nothing is moved, and nothing is missing")
  func dates() throws {
    var paper = SchoolPaper()
    paper.time = ["完成时间\t\t2024年12月31日", "完成时间\t\t12月底前", "完成时间≤2024年12月\t\t2024年12月"]
    let outcome = try lines(paper)
    #expect(grave(outcome) == [])
    #expect(outcome.submission.repairs.isEmpty)
    let targets = outcome.details.map { $0["groups"]["indicators"].items[2] }
    #expect(targets.map { $0["target"].string } == ["2024年12月31日", "12月底前", "2024年12月"])
    #expect(targets.map { $0["name"].string } == ["完成时间", "完成时间", "完成时间"])
  }

  @Test(
    "A row that is part of the one above is no project and no addend",
    arguments: [
      ["\t\t\t其中：设备购置\t30.00\t"], ["\t\t\t其中\t30.00\t"], ["2.1\t\t\t其中:设备\t30.00\t"],
      ["\t\t\t其中：设备购置\t30.00\t", "\t\t\t人员经费\t50.50\t"],
    ])
  func parts(_ rows: [String]) throws {
    var paper = SchoolPaper()
    paper.rows.insert(contentsOf: rows, at: 2)
    let outcome = try lines(paper)
    #expect(outcome.submission.summary.rows.count == 3)
    #expect(grave(outcome) == [])
  }

  @Test("A row that begins with 其中 hides no sum that is wrong")
  func brokenTotal() throws {
    var paper = SchoolPaper()
    paper.rows.insert("\t\t\t其中：设备购置\t30.00\t", at: 2)
    paper.total = "合计\t\t\t\t290.50\t"
    #expect(try lines(paper).findings("FT01").map(\.verdict) == [.broken])
  }

  private static let sources = SchoolPaper(
    rows: [
      "1\t某区一小\t教育局\t图书角建设项目\t120.00\t100.00\t10.00\t10.00",
      "2\t某区二小\t教育局\t路灯更换项目\t80.50\t50.50\t30.00\t",
      "3\t某区三小\t教育局\t操场翻新项目\t60.00\t40.00\t\t20.00",
    ], total: "合计\t\t\t\t260.50\t190.50\t40.00\t30.00",
    head: "序号\t预算单位\t主管部门\t项目名称\t金额\t一般公共预算\t政府性基金\t单位资金",
    money: [
      ["资金总额（万元）\t120.00", "其中：一般公共预算\t100.00", "政府性基金预算\t10.00", "单位资金\t10.00"],
      ["资金总额（万元）\t80.50", "其中：一般公共预算\t50.50", "政府性基金预算\t30.00", "单位资金\t"],
      ["资金总额（万元）\t60.00", "其中：一般公共预算\t40.00", "政府性基金预算\t", "单位资金\t20.00"],
    ])

  @Test("Columns and lines of sources of money add up, the first of them behind 其中")
  func sourcesAddUp() throws {
    let outcome = try lines(Self.sources)
    #expect(grave(outcome) == [])
    #expect(outcome.submission.tallies.first { $0.check == "FT04" }?.tally.exact == 6)
  }

  @Test("A source that is wrong is found in its row")
  func brokenSource() throws {
    var paper = Self.sources
    paper.rows[0] = paper.rows[0].replacing("100.00", with: "90.00")
    paper.total = "合计\t\t\t\t260.50\t180.50\t40.00\t30.00"
    #expect(try lines(paper).findings("FT04").map(\.subject.record) == ["summary/1"])
  }

  @Test("Where the paper prints one source of several, nothing is missing from the rest")
  func oneSource() throws {
    var paper = SchoolPaper()
    paper.head = "序号\t预算单位\t主管部门\t项目名称\t金额\t其中：财政资金"
    for (place, amount) in ["100.00", "50.50", "40.00"].enumerated() { paper.rows[place] += amount }
    paper.total += "190.50"
    #expect(try grave(lines(paper)) == [])
  }
}
