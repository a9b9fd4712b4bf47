import Testing
import Tieout

/// A row whose cells stand under their heads is right as it is printed, whatever else it says.
@Suite("Rows that stand right under their heads")
struct StandingRowsTests {
  /// A self-evaluation of one project, with one row of indicators.
  private func evaluation(_ row: String) throws -> Outcome {
    try Outcome(lines: [
      "2023年项目绩效自评汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t全年预算数\t自评得分",
      "1\t非遗传承人补助\t县文化馆\t48.00\t92", "合计\t\t\t48.00\t", "", "项目支出绩效自评表", "",
      "项目名称\t非遗传承人补助", "实施单位\t县文化馆\t全年预算数\t48.00",
      "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施", row,
    ])
  }

  @Test(
    "A remark may begin with a figure",
    arguments: ["3人去世", "2名传承人迁出", "因3人去世", "原因：3人去世"])
  func remark(_ remark: String) throws {
    let outcome = try evaluation("产出指标\t数量指标\t补助传承人数\t≥24人\t21人\t20\t14\t\(remark)")
    let indicator = outcome.details[0]["groups"]["indicators"].items[0]
    #expect(indicator["name"].string == "补助传承人数")
    #expect(indicator["target"].string == "24")
    #expect(indicator["weight"].string == "20")
    #expect(indicator["score"].string == "14")
    #expect(indicator["remark"].string == remark)
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("So it may where the levels are carried down")
  func carried() throws {
    let outcome = try evaluation(
      "产出指标\t数量指标\t补助传承人数\t≥24人\t24人\t20\t20\t\n\t\t补助场次\t≥9场\t6场\t20\t14\t3场取消")
    let indicator = outcome.details[0]["groups"]["indicators"].items[1]
    #expect(indicator["name"].string == "补助场次")
    #expect(indicator["target"].string == "9")
    #expect(indicator["remark"].string == "3场取消")
    #expect(outcome.submission.repairs.isEmpty)
  }

  /// A form with one row of indicators under four heads.
  private func form(_ row: String) throws -> Outcome {
    try Outcome(lines: [
      "2025年项目支出预算汇总表", "", "单位：万元", "", "序号\t项目名称\t预算单位\t金额", "1\t公益岗位补贴\t县人社局\t412.80",
      "合计\t\t\t412.80", "", "项目支出绩效目标表", "", "项目名称\t公益岗位补贴\t预算单位\t县人社局",
      "资金总额（万元）\t412.80\t年度目标\t完成补贴发放。", "一级指标\t二级指标\t三级指标\t指标值", row,
    ])
  }

  @Test("A target with a letter in it stays a target", arguments: ["≥l00%", "≥98%（不低于95%）"])
  func damagedTarget(_ target: String) throws {
    let outcome = try form("满意度指标\t服务对象满意度指标\t满意度\t\(target)")
    let indicator = outcome.details[0]["groups"]["indicators"].items[0]
    #expect(indicator["name"].string == "满意度")
    #expect(indicator["target"].value != nil)
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("A row that lost its first cell is still moved back")
  func slid() throws {
    let outcome = try form(
      "产出指标\t数量指标\t补贴人数\t≥90人\n质量指标\t发放准确率\t≥98%\n效益指标\t社会效益指标\t就业稳定率\t≥80%")
    let indicators = outcome.details[0]["groups"]["indicators"].items
    #expect(indicators.map { $0["name"].string } == ["补贴人数", "发放准确率", "就业稳定率"])
    #expect(indicators.map { $0["target"].string } == ["90", "98", "80"])
    #expect(outcome.submission.repairs.count == 1)
  }

  /// A summary of loans, with a head that the profile does not know, and its total.
  private func loans(_ total: String) throws -> Outcome {
    try Outcome(lines: [
      "2025年新增专项债券项目汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t总投资\t拟发行专项债券\t其他资金\t期限",
      "1\t产业园基础设施\t县城投公司\t32000\t20000\t12000\t15年", "2\t人民医院扩建\t县卫健局\t18500\t15000\t3500\t15年",
      total,
      "", "项目绩效目标表", "", "项目名称\t产业园基础设施\t项目单位\t县城投公司", "总投资\t32000万元\t其他资金\t12000万元", "",
      "项目绩效目标表", "", "项目名称\t人民医院扩建\t项目单位\t县卫健局", "总投资\t18500万元\t其他资金\t3500万元",
    ])
  }

  @Test("A total stands under heads that nobody knows, though the paper has no column of amounts")
  func total() throws {
    let outcome = try loans("合计\t\t\t50500\t35000\t15500\t")
    let total = outcome.json["summary"]["total"]["fields"]
    #expect(total["whole_total"].string == "50500")
    #expect(total["other"].string == "15500")
    #expect(total["unit"].string == nil)
    #expect(outcome.submission.repairs.isEmpty)
    #expect(outcome.findings("FT03").isEmpty)
  }

  @Test("A wrong figure in it is found where it stands")
  func wrongTotal() throws {
    let outcome = try loans("合计\t\t\t50500\t35000\t15300\t")
    #expect(outcome.findings("FT03").map(\.difference).count == 1)
  }

  @Test("A total over several columns keeps its figures under the second row of heads")
  func spanned() throws {
    let rows = [
      "<tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td rowspan=2>采购单位</td><td colspan=3>采购预算</td></tr>",
      "<tr><td>合计</td><td>财政性资金</td><td>自有资金</td></tr>",
      "<tr><td>1</td><td>校园物业服务</td><td>第三中学</td><td>1950000</td><td>1950000</td><td>0</td></tr>",
      "<tr><td>2</td><td>体育馆屋面翻修</td><td>体育中心</td><td>1002000</td><td>1002000</td><td>0</td></tr>",
      "<tr><td colspan=3>合计</td><td>2952000</td><td>2952000</td><td>0</td></tr>",
    ]
    let forms = [("校园物业服务", "第三中学", "195"), ("体育馆屋面翻修", "体育中心", "100.2")].map {
      name, body, amount in
      "<p>政府采购项目申报表</p><table><tr><td>项目名称</td><td>\(name)</td></tr><tr><td>采购单位</td><td>\(body)</td></tr>"
        + "<tr><td>采购预算（万元）</td><td>\(amount)</td></tr></table>"
    }
    let outcome = try Outcome(
      lines: ["<p>政府采购预算明细表</p><p>单位：元</p><table>"] + rows + ["</table>"] + forms)
    let amount = outcome.submission.profile.summary.amount
    let total = outcome.submission.summary.total?[amount]
    #expect(total.map { outcome.submission.text($0) } == "2952000")
    #expect(outcome.submission.repairs.isEmpty)
    #expect(outcome.findings("FT01").allSatisfy { $0.verdict != .broken })
  }
}
