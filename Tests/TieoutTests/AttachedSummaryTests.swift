import Testing
import Tieout

/// The summary may stand behind the forms, as an attachment of theirs.
@Suite("A summary attached behind the forms")
struct AttachedSummaryTests {
  private let forms = [("城市内涝治理", "区住建局", "386.75"), ("社区养老助餐", "区民政局", "128.40")].flatMap {
    name, body, amount in
    [
      "霁川区2025年预算项目绩效目标申报表", "", "项目名称\t\(name)\t项目单位\t\(body)", "资金总额\t\(amount)\t年度目标\t按时完成。",
      "一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成数量\t≥5个", "",
    ]
  }
  private let summary = [
    "", "序号\t项目名称\t项目单位\t资金总额", "1\t城市内涝治理\t区住建局\t386.75", "2\t社区养老助餐\t区民政局\t128.40",
    "合计\t\t\t515.15",
  ]

  @Test(
    "Its title may stand behind the word of the attachment",
    arguments: ["", "附：", "附件：", "附件1：", "附件 2:", "附表一："])
  func attached(_ word: String) throws {
    let outcome = try Outcome(lines: forms + [word + "霁川区2025年预算项目一览表"] + summary)
    #expect(outcome.rows.count == 2)
    #expect(outcome.details.count == 2)
    #expect(outcome.links.count == 2)
    #expect(outcome.details.allSatisfy { $0["groups"]["indicators"].items.count == 1 })
    #expect(outcome.json["summary"]["fields"]["title"].string?.hasSuffix("一览表") == true)
    #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
  }

  @Test("A letter's list of attachments is no title, and the table below has its own")
  func letter() throws {
    let letter = [
      "县财政局文件", "", "关于报送绩效目标的报告", "", "附件：霁川区2025年预算项目一览表", "", "县财政局", "2025年3月8日", "",
    ]
    let outcome = try Outcome(lines: letter + ["霁川区2025年预算项目一览表"] + summary + [""] + forms)
    #expect(outcome.rows.count == 2)
    #expect(outcome.json["letter"]["fields"]["date"].string != nil)
    #expect(outcome.json["summary"]["fields"]["title"].string == "霁川区2025年预算项目一览表")
  }

  @Test(
    "A sentence is no title, whatever it ends with",
    arguments: ["附：详见下页，即项目一览表", "附件所列为：各单位，项目一览表"])
  func sentence(_ line: String) throws {
    let outcome = try Outcome(lines: forms + [line])
    #expect(outcome.details.count == 2)
    #expect(outcome.json["summary"]["fields"]["title"].string == nil)
  }
}
