import Testing
import Tieout

@Suite("Cells of the summary that span rows")
struct MergedCellsTests {
  private static func rows(_ cells: [String]) throws -> [JSON] {
    let head = "<td>序号</td><td>主管部门</td><td>项目名称</td><td>金额</td><td>备注</td>"
    let table =
      "<table>" + ([head] + cells).map { "<tr>\($0)</tr>" }.joined()
      + "<tr><td colspan=\"3\">合计</td><td>100</td><td></td></tr></table>"
    return try Outcome(lines: ["2024年度项目支出预算绩效目标汇总表", "", "单位：万元", "", table]).rows
  }

  @Test("A body named once names all rows that its cell spans, however few they are")
  func spans() throws {
    let rows = try Self.rows([
      "<td>1</td><td rowspan=\"2\">甲局</td><td>道路养护</td><td>10</td><td></td>",
      "<td>2</td><td>桥梁检测</td><td>20</td><td></td>",
      "<td>3</td><td>乙局</td><td>供水改造</td><td>30</td><td></td>",
      "<td>4</td><td>丙局</td><td>校舍维修</td><td>40</td><td></td>",
    ])
    #expect(rows.map { $0["fields"]["department"].string } == ["甲局", "甲局", "乙局", "丙局"])
    #expect(rows.map { $0["fields"]["amount"].string } == ["10", "20", "30", "40"])
  }

  @Test("A cell that is blank below one that spans no further stays blank")
  func blank() throws {
    let rows = try Self.rows([
      "<td>1</td><td rowspan=\"2\">甲局</td><td>道路养护</td><td>10</td><td></td>",
      "<td>2</td><td>桥梁检测</td><td>20</td><td></td>",
      "<td>3</td><td></td><td>供水改造</td><td>30</td><td></td>",
      "<td>4</td><td>甲局</td><td>校舍维修</td><td>20</td><td></td>",
      "<td>5</td><td>甲局</td><td>厕所运行</td><td>20</td><td></td>",
    ])
    #expect(rows.map { $0["fields"]["department"].string } == ["甲局", "甲局", nil, "甲局", "甲局"])
  }

  @Test("What cells say of their rows counts for more than that their column looks merged")
  func spansOverGuess() throws {
    let rows = try Self.rows([
      "<td>1</td><td rowspan=\"2\">甲局</td><td>道路养护</td><td>10</td><td></td>",
      "<td>2</td><td>桥梁检测</td><td>20</td><td></td>",
      "<td>3</td><td></td><td>供水改造</td><td>30</td><td></td>",
      "<td>4</td><td>乙局</td><td>校舍维修</td><td>20</td><td></td>",
      "<td>5</td><td></td><td>厕所运行</td><td>20</td><td></td>",
    ])
    #expect(rows.map { $0["fields"]["department"].string } == ["甲局", "甲局", nil, "乙局", nil])
  }

  @Test("A cell that spans to the end of a page's table goes on in the next one")
  func overPages() throws {
    let head = "<td>序号</td><td>主管部门</td><td>项目名称</td><td>金额</td><td>备注</td>"
    func table(_ rows: [String]) -> String {
      "<table>" + ([head] + rows).map { "<tr>\($0)</tr>" }.joined() + "</table>"
    }
    let outcome = try Outcome(lines: [
      "2024年度项目支出预算绩效目标汇总表", "", "单位：万元", "",
      table([
        "<td>1</td><td rowspan=\"2\">甲局</td><td>道路养护</td><td>10</td><td></td>",
        "<td>2</td><td>桥梁检测</td><td>20</td><td></td>",
      ]), "",
      table([
        "<td>3</td><td></td><td>校舍维修</td><td>40</td><td></td>",
        "<td>4</td><td rowspan=\"2\">乙局</td><td>公园维护</td><td>60</td><td></td>",
        "<td>5</td><td>河道清淤</td><td>70</td><td></td>",
        "<td colspan=\"3\">合计</td><td>200</td><td></td>",
      ]),
    ])
    #expect(
      outcome.rows.map { $0["fields"]["department"].string } == ["甲局", "甲局", "甲局", "乙局", "乙局"])
  }

  @Test("A column without spans that looks merged is, whatever cells of other columns span")
  func guess() throws {
    let rows = try Self.rows([
      "<td>1</td><td>甲局</td><td>道路养护</td><td>10</td><td rowspan=\"2\">重点</td>",
      "<td>2</td><td></td><td>桥梁检测</td><td>20</td>",
      "<td>3</td><td></td><td>供水改造</td><td>30</td><td></td>",
      "<td>4</td><td>乙局</td><td>校舍维修</td><td>40</td><td></td>",
    ])
    #expect(rows.map { $0["fields"]["department"].string } == ["甲局", "甲局", "甲局", "乙局"])
  }

  @Test("A sum that spans rows is one sum")
  func amounts() throws {
    let rows = try Self.rows([
      "<td>1</td><td>甲局</td><td>道路养护</td><td rowspan=\"2\">30</td><td></td>",
      "<td>2</td><td>乙局</td><td>桥梁检测</td><td></td>",
      "<td>3</td><td>丙局</td><td>供水改造</td><td>70</td><td></td>",
    ])
    #expect(rows.map { $0["fields"]["amount"].string } == ["30", nil, "70"])
  }
}
