import Testing
import Tieout

@Suite("Rows of the summary in two pieces")
struct BrokenRowsTests {
  /// A paper with row 3 in pieces: what follows its number, and the line below.
  private func outcome(_ first: String, _ rest: String, next: Int = 4) throws -> Outcome {
    func row(_ number: Int, _ name: String) -> String {
      "\(number)\t水务局\t水务局\t农业科\t\(name)\t\(number)0.50\t"
    }
    let lines = [
      "2024年度项目支出预算绩效目标汇总表", "", "单位：万元", "", "序号\t预算单位简称\t主管部门简称\t财政局归口科室\t项目名称\t金额\t备注",
      row(1, "东干渠清淤"), row(2, "山塘加固"), "3\t\(first)", rest, row(next, "界桩维护"),
      row(next + 1, "测流断面"),
    ]
    return try Outcome(lines: lines + ["2024年度项目支出预算绩效目标表", "项目名称\t测流断面\t合计\t50.50"])
  }

  private func row(_ outcome: Outcome) -> [String?] {
    ["unit", "project", "amount", "note"].map { outcome.rows[2]["fields"][$0].value }
  }

  @Test(
    "They are joined, and each cell keeps what is printed in it",
    arguments: [
      ("水务局\t水务局\t农业科\t水质监测站\t\t", "\t\t\t\t运行费\t30.50\t上级配套"),
      ("水务局\t水务局\t农业科\t水质监测站\t30.50\t上级", "\t\t\t\t运行费\t\t配套"),
      ("水务\t水务\t农业科\t水质监测站运行费\t30.50\t上级配套", "\t局\t局\t\t\t\t"),
    ])
  func joined(_ first: String, _ rest: String) throws {
    let outcome = try outcome(first, rest)
    #expect(outcome.rows.count == 5)
    #expect(row(outcome) == ["水务局", "水质监测站运行费", "30.50", "上级配套"])
    #expect(outcome.findings("ST04").map(\.severity) == [.note])
    #expect(outcome.findings("ST03").isEmpty)
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test(
    "What may be a row of its own stays one",
    arguments: [
      // A number is left for it.
      ("水务局\t水务局\t农业科\t水质监测站\t\t", "\t\t\t\t运行费\t30.50\t", 5),
      // It has an amount of its own.
      ("水务局\t水务局\t农业科\t水质监测站\t20.50\t", "\t\t\t\t运行费\t10.00\t", 4),
      // Neither has one.
      ("水务局\t水务局\t农业科\t水质监测站\t\t", "\t\t\t\t运行费\t\t", 4),
    ])
  func apart(_ first: String, _ rest: String, _ next: Int) throws {
    let outcome = try outcome(first, rest, next: next)
    #expect(outcome.rows.count == 6)
    #expect(outcome.findings("ST04").isEmpty)
  }

  @Test("A reviewer may say that they are two rows")
  func rejected() throws {
    let outcome = try outcome("水务局\t水务局\t农业科\t水质监测站\t\t", "\t\t\t\t运行费\t30.50\t")
    let repair = try #require(outcome.submission.repairs.first { $0.rule == "ST04" })
    #expect(repair.before == ["运行费", "30.50"])
    #expect(repair.after == ["水质监测站运行费", "30.50"])
  }
}
