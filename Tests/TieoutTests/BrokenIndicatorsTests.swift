import Testing
import Tieout

@Suite("Indicators in two pieces")
struct BrokenIndicatorsTests {
  /// A form whose last indicator on the first page is `first` and whose next page begins with `rest`.
  private func outcome(
    _ first: String, _ rest: String,
    between: [String] = ["", "— 1 —", "", "—级指标\t二级指标\t三级指标\t指标佰\t备注"]
  ) throws -> Outcome {
    try Outcome(
      lines: [
        "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
        "1\t水闸加固\t水管站\t30\t", "", "项目支出绩效目标表", "", "项目名称\t水闸加固\t项目单位\t水管站\t",
        "预算金额\t30\t\t\t", "一级指标\t二级指标\t三级指标\t指标值\t备注", "产出指标\t数量指标\t完成长度\t≥3公里\t", first,
      ] + between + [rest, "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t"])
  }

  private func indicators(_ outcome: Outcome) -> [[String?]] {
    (outcome.details.first?["groups"]["indicators"].items ?? []).map { item in
      ["level2", "name", "target"].map { item[$0].value }
    }
  }

  @Test(
    "The name's rest and its values come back to the row on the page before",
    arguments: [
      ("效益指标\t社会效益指标\t受益人\t\t", "\t\t次\t≥3000人次\t"),
      ("效益指标\t社会效益指标\t受益人次\t\t", "\t\t\t≥3000人次\t"),
    ])
  func joined(_ first: String, _ rest: String) throws {
    let outcome = try outcome(first, rest)
    #expect(indicators(outcome).count == 3)
    #expect(indicators(outcome)[1] == ["社会效益指标", "受益人次", "3000"])
    #expect(
      !outcome.findings("CP02").contains { $0.subject.field?.contains("indicators") == true })
    #expect(outcome.findings("ST04").map(\.severity) == [.note])
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test(
    "What may be an indicator of its own stays one",
    arguments: [
      // It has a level of its own.
      ("效益指标\t社会效益指标\t受益人\t\t", "\t可持续影响指标\t使用年限\t≥3年\t"),
      // The one before has its value.
      ("效益指标\t社会效益指标\t受益人\t≥20人\t", "\t\t受益村\t≥3个\t"),
      // Neither has one.
      ("效益指标\t社会效益指标\t受益人\t\t", "\t\t受益村\t\t"),
    ])
  func apart(_ first: String, _ rest: String) throws {
    let outcome = try outcome(first, rest)
    #expect(indicators(outcome).count == 4)
    #expect(outcome.findings("ST04").isEmpty)
  }

  @Test("A row right below another one is none's rest")
  func sameTable() throws {
    let outcome = try outcome(
      "效益指标\t社会效益指标\t受益人\t\t", "\t\t受益村\t≥3个\t", between: [])
    #expect(indicators(outcome).count == 4)
    #expect(outcome.findings("ST04").isEmpty)
  }
}
