import Testing
import Tieout

/// Layouts of which nothing is to be reported.
@Suite("Papers in which everything agrees, as offices lay them out")
struct SoundPaperTests {
  private func findings(_ lines: [String]) throws -> [String] {
    try Outcome(lines: lines).submission.findings.filter { $0.severity >= .warning }.map(
      \.message.en)
  }

  private func form(_ name: String, _ total: String, _ rows: [String] = []) -> [String] {
    ["", "项目支出绩效目标表", "", "项目名称\t\(name)\t\t", "主管部门\t水利局\t项目单位\t\(name)站"]
      + ["预算金额（万元）\t\(total)\t\t"] + rows
      + ["一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成长度\t≥3公里"]
  }

  @Test("Subtotals before their rows, from the first row on, add up what stands below")
  func subtotalsFirst() throws {
    func summary(_ second: String) -> [String] {
      ["2024年项目支出绩效目标汇总表", "单位：万元", "", "序号\t项目单位\t项目名称\t金额", "一\t水利局\t小计\t90"]
        + ["1\t甲站\t水闸加固\t30", "2\t乙站\t渠道清淤\t60", "二\t林业局\t小计\t\(second)"]
        + ["3\t丙站\t苗圃改造\t45", "合计\t\t\t135"]
    }
    #expect(try findings(summary("45")) == [])
    #expect(try findings(summary("54")).count == 1)
  }

  @Test("What was done, and the goal of another period, are none of this year's figures")
  func otherPeriods() throws {
    let goals = ["年度目标\t完成渠道清淤3公里。\t\t", "中长期目标\t三年完成渠道清淤9公里，长度逐年增加。\t\t"]
    let lines =
      form("渠道清淤", "60", goals) + form("水闸加固", "30", goals) + form("苗圃改造", "45", goals)
    #expect(try findings(lines) == [])
  }

  @Test("A source that is listed for two sums may be more than the year's")
  func twoSums() throws {
    let rows = [
      "项目资金（万元）\t实施期资金总额\t180\t年度资金总额\t60", "\t其中：财政拨款\t180\t其中：财政拨款\t60",
      "\t其他资金\t\t其他资金\t",
    ]
    let lines = form("渠道清淤", "60", rows)
    #expect(try Outcome(lines: lines).findings("FT04").isEmpty)
  }

  @Test("A price of one of many, in whatever counter, is no sum of the year")
  func prices() throws {
    for name in ["单场成本", "单个项目成本", "场均成本"] {
      let row = "产出指标\t成本指标\t\(name)\t≤3.5万元"
      #expect(try Outcome(lines: form("渠道清淤", "60") + [row]).findings("AG02").isEmpty)
    }
  }

  @Test("The date of filling in ends a telephone number, and is a field of its own")
  func phoneAndDate() throws {
    let last = "联系人：褚见微 联系电话：0779-5550186 填报日期：2024年1月15日"
    let outcome = try Outcome(lines: form("渠道清淤", "60") + ["", last])
    let fields = outcome.details[0]["fields"]
    #expect(fields["contact_phone"].value == "0779-5550186")
    #expect(fields["filled_on"].value == "2024-01-15")
    let other = "联系人：褚见微 联系电话：0779-5550186 传真：0779-5550187"
    let fax = try Outcome(lines: form("渠道清淤", "60") + ["", other])
    #expect(fax.details[0]["fields"]["contact_phone"].value == "0779-5550186")
  }
}
