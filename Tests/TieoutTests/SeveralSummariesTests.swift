import Foundation
import Testing
import Tieout

/// A table a fund, each numbered from one.
@Suite("Several summary tables in one paper")
struct SeveralSummariesTests {
  private let head = "序号\t项目名称\t单位名称\t预算数"
  private let first = ["1\t医保平台运维\t市医保局\t320.00", "2\t基层服务站\t市医保中心\t145.50"]
  private let second = ["1\t体育公园配套\t市体育局\t800.00", "2\t土地整理\t市资规局\t1260.00"]
  private let forms = [
    ("医保平台运维", "市医保局", "320.00"), ("基层服务站", "市医保中心", "145.50"), ("体育公园配套", "市体育局", "800.00"),
    ("土地整理", "市资规局", "1260.00"),
  ].flatMap { name, body, amount in
    ["", "项目支出绩效目标申报表", "", "项目名称\t\(name)\t单位名称\t\(body)", "预算数（万元）\t\(amount)\t绩效目标\t按时完成。"]
  }

  private func paper(_ titles: [String], totals: [String]) throws -> Outcome {
    try Outcome(
      lines: [titles[0], "", "单位：万元", "", head] + first + [
        totals[0], "", titles[1], "", "单位：万元", "", head,
      ]
        + second + [totals[1]] + forms)
  }

  private let titles = ["表一 一般公共预算项目汇总表", "表二 政府性基金预算项目汇总表"]

  @Test("Numbers begin anew behind a total, or under another title")
  func anew() throws {
    let totals = ["合计\t\t\t465.50", "合计\t\t\t2060.00"]
    for (titles, totals) in [
      (titles, totals), (titles, ["", ""]), ([titles[0], titles[0]], totals),
    ] {
      let outcome = try paper(titles, totals: totals)
      #expect(outcome.rows.count == 4)
      #expect(outcome.links.count == 4)
      #expect(outcome.findings("ST03").isEmpty)
      #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
    }
  }

  @Test("The rows of each table are held against its own total")
  func total() throws {
    let outcome = try paper(titles, totals: ["合计\t\t\t465.50", "合计\t\t\t2260.00"])
    #expect(outcome.findings("FT03").count == 1)
  }

  @Test("On a page under the same title without a total they go on")
  func sameTitle() throws {
    let outcome = try paper([titles[0], titles[0]], totals: ["", ""])
    #expect(outcome.findings("ST03").count == 1)
  }

  @Test("Within a table a number that stands twice is an error")
  func twice() throws {
    let outcome = try Outcome(
      lines: [titles[0], "", "单位：万元", "", head] + first
        + second.map { $0.replacingOccurrences(of: "2\t", with: "3\t") } + forms)
    #expect(outcome.findings("ST03").count == 1)
  }
}
