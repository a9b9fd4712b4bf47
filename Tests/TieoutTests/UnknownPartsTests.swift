import Testing
import Tieout

@Suite("Parts of the total that the profile has no word for")
struct UnknownPartsTests {
  private func outcome(_ funding: [String]) throws -> Outcome {
    let lines =
      ["2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注", "1\t水闸加固\t水管站\t30\t"]
      + ["", "项目支出绩效目标表", "", "项目名称\t水闸加固\t项目单位\t水管站", "预算金额（万元）\t合计\t\t30"] + funding
      + ["年度目标\t完成加固。\t\t", "一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成长度\t≥3公里"]
    return try Outcome(lines: lines)
  }

  private func parts(_ outcome: Outcome) -> [[String?]] {
    (outcome.details.first?["groups"]["funding"].items ?? []).map { item in
      ["source", "amount"].map { item[$0].value }
    }
  }

  @Test("They stand under one heading with the total, and are added up")
  func added() throws {
    let outcome = try outcome(["\t其中：引黄专款\t\t20", "\t市县配套\t\t10"])
    #expect(parts(outcome) == [["引黄专款", "20"], ["市县配套", "10"]])
    #expect(outcome.findings("FT04").isEmpty)
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test("Where they do not make the total that is reported")
  func broken() throws {
    let outcome = try outcome(["\t财政拨款\t\t20", "\t乡镇自筹部分\t\t19"])
    #expect(parts(outcome).count == 2)
    #expect(outcome.findings("FT04").map(\.severity) == [.error])
  }

  @Test(
    "What stands elsewhere, or counts no money, is no part",
    arguments: ["建设规模\t\t\t10", "\t资金到位率\t\t90%", "\t乡镇自筹部分\t10\t", "\t第2批\t\t10", "\t小计\t\t30"])
  func none(_ row: String) throws {
    let outcome = try outcome(["\t财政拨款\t\t30", row])
    #expect(parts(outcome) == [["财政拨款", "30"]])
    #expect(outcome.findings("FT04").isEmpty)
  }
}
