import Testing
import Tieout

/// Engines join the forms of a page to one table, the title of the second a row of it.
@Suite("A form's title as a row of the table above")
struct TitleRowTests {
  private func form(_ name: String, _ amount: String, _ last: String) -> [String] {
    [
      "<tr><td>项目名称</td><td colspan=3>\(name)</td></tr>",
      "<tr><td>项目单位</td><td>县林业局</td><td>资金总额（万元）</td><td>\(amount)</td></tr>",
      "<tr><td>年度目标</td><td colspan=3>完成\(name)。</td></tr>",
      "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>",
      "<tr><td>产出指标</td><td>数量指标</td><td>作业面积</td><td>≥3万亩</td></tr>", last,
    ]
  }

  private func paper(between rows: [String], last: String = "") throws -> Outcome {
    let summary = [
      "<p>2025年项目支出绩效目标汇总表</p><p>单位：万元</p><table>",
      "<tr><td>序号</td><td>项目名称</td><td>项目单位</td><td>资金总额</td></tr>",
      "<tr><td>1</td><td>病虫防控</td><td>县林业局</td><td>175.0</td></tr>",
      "<tr><td>2</td><td>天然林管护</td><td>县林业局</td><td>262.5</td></tr></table>",
    ]
    return try Outcome(
      lines: summary + ["<p>项目支出绩效目标表</p><table>"] + form("病虫防控", "175.0", last) + rows
        + form("天然林管护", "262.5", "") + ["</table>"])
  }

  @Test(
    "It heads the next form, and what stands below it as well",
    arguments: [[], ["（2025年度）"], ["填报单位：县林业局"]])
  func title(_ below: [String]) throws {
    let rows = (["项目支出绩效目标表"] + below).map { "<tr><td colspan=4>\($0)</td></tr>" }
    let outcome = try paper(between: rows)
    #expect(outcome.details.map { $0["fields"]["project"].string } == ["病虫防控", "天然林管护"])
    #expect(outcome.details.map { $0["fields"]["title"].string } == ["项目支出绩效目标表", "项目支出绩效目标表"])
    #expect(outcome.details.map { $0["groups"]["indicators"].items.count } == [1, 1])
    #expect(outcome.submission.repairs.isEmpty)
    #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
  }

  @Test("Other words over the whole width stay with the form above")
  func note() throws {
    let note = "<tr><td colspan=4>本表由项目单位填报</td></tr>"
    let outcome = try paper(between: [], last: note)
    #expect(outcome.details.count == 2)
    #expect(outcome.details.map { $0["fields"]["title"].string } == ["项目支出绩效目标表", nil])
  }
}
