import Testing
import Tieout

@Suite("The whole of scores")
struct WholeScoreTests {
  /// A self-evaluation whose two indicators are scored so, and what FT04 says of their sum.
  private func finding(_ first: String, _ second: String, whole: String) throws -> Finding? {
    let lines = [
      "2023年项目绩效自评汇总表", "", "单位：万元", "",
      "序号\t项目名称\t项目单位\t全年预算数\t自评得分", "1\t村医岗位补贴\t县卫健局\t50.00\t\(whole)",
      "合计\t\t\t50.00\t", "", "项目支出绩效自评表", "",
      "项目名称\t村医岗位补贴\t\t\t\t\t\t", "实施单位\t县卫健局\t\t\t全年预算数\t50.00\t\t",
      "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t备注",
      "产出指标\t数量指标\t补贴村医人数\t≥328人\t320人\t60\t\(first)\t",
      "满意度指标\t服务对象满意度指标\t村民满意度\t≥90%\t91%\t40\t\(second)\t",
      "总分\t\t\t\t\t100\t\(whole)\t",
    ]
    return try Outcome(lines: lines).findings("FT04").first
  }

  @Test("A whole number may be rounded where scores have decimals; a person has a look")
  func rounded() throws {
    let finding = try #require(try finding("53.82", "38", whole: "92"))
    #expect(finding.verdict == .coarse)
    #expect(finding.severity == .review)
  }

  @Test(
    "No whole is rounded so far, nor where all scores are whole, nor where it has decimals itself",
    arguments: [("53.82", "38", "93"), ("54", "38", "93"), ("54", "38", "92.5")])
  func wrong(_ first: String, _ second: String, _ whole: String) throws {
    #expect(try finding(first, second, whole: whole)?.severity == .error)
  }

  @Test("Scores that add up are nothing to say")
  func right() throws {
    #expect(try finding("53.82", "38", whole: "91.82") == nil)
    #expect(try finding("54", "38", whole: "92") == nil)
  }
}
