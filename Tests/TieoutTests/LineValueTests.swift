import Testing
import Tieout

@Suite("Values in lines, and rows that are no project")
struct LineValueTests {
  private func paper(_ line: String) throws -> Outcome {
    try Outcome(lines: [
      "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
      "1\t图书馆开放补助\t云州市图书馆\t644.51\t", "2\t非遗保护经费\t云州市文化馆\t1706\t", "小计\t\t\t2350.51\t",
      "合计\t\t\t2350.51\t", "", "项目支出绩效目标表", "", "项目名称\t图书馆开放补助\t\t", "主管部门\t云州市文旅局\t项目单位\t云州市图书馆",
      "合计\t644.51\t其中：财政拨款\t644.51", "年度目标\t完成年度任务，保障群众文化权益。\t\t", "一级指标\t二级指标\t三级指标\t指标值",
      "产出指标\t数量指标\t完成场次\t≥20场", "", line,
    ])
  }

  @Test(
    "A value ends where a gap and another label follow, known or not",
    arguments: [
      "填报人：温静        联系电话：0593-2210011        填报日期：2024年3月15日",
      "填报人：温静　　联系电话：0593-2210011　　填报日期：2024年3月15日",
      "填报人：温静 联系电话：0593-2210011 审核：沈原",
    ])
  func ends(_ line: String) throws {
    let fields = try paper(line).details[0]["fields"]
    #expect(fields["contact"].value == "温静")
    if line.contains("011        ") {
      #expect(fields["contact_phone"].value == "0593-2210011")
    }
  }

  @Test("A sentence with a colon in it is one value, and so is a name with a blank")
  func sentence() throws {
    let footnote = "备注：各项指标均需填列，满意度 不低于：90%。"
    #expect(try paper(footnote).details[0]["fields"]["footnote"].value == "各项指标均需填列，满意度 不低于：90%。")
    #expect(try paper("填报人：温 静").details[0]["fields"]["contact"].value == "温 静")
  }

  @Test("A line of more labels than a row has columns is read, and its first value kept")
  func many() throws {
    let fields = try paper(String(repeating: "填报人：温 ", count: 33_000)).details[0]["fields"]
    #expect(fields["contact"].value == "温")
  }

  @Test("A subtotal stands among the records as it is printed")
  func lines() throws {
    let outcome = try paper("")
    let lines = outcome.json["summary"]["lines"].items
    #expect(lines.map { $0["kind"].string } == ["summary-line"])
    #expect(lines[0]["fields"]["amount"].value == "2350.51")
    #expect(outcome.rows.count == 2)
  }

  @Test("The number of an instalment is a number: 第1期, 第二期")
  func instalments() throws {
    let outcome = try Outcome(lines: [
      "2023年度采购合同汇总表", "", "金额单位：元", "", "序号\t合同编号\t合同名称\t供应商\t签订日期\t合同金额",
      "1\tLJ-001\t叫号系统升级\t恒通信息公司\t2023-02-15\t200800", "合计\t\t\t\t\t200800", "", "采购合同登记表", "",
      "合同编号\tLJ-001\t合同名称\t叫号系统升级", "采购人（甲方）\t政务服务中心\t供应商（乙方）\t恒通信息公司",
      "合同金额\t200800\t签订日期\t2023-02-15",
      "付款期次\t付款条件\t付款比例\t付款金额\t付款日期", "第1期\t合同签订后\t60%\t120480\t2023-03-28",
      "第二期\t验收合格后\t40%\t80320\t2023-12-20",
    ])
    #expect(
      outcome.details[0]["groups"]["payments"].items.map { $0["number"].value } == ["1", "2"])
    #expect(outcome.findings("ST06").isEmpty)
  }
}
