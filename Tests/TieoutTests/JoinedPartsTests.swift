import Testing
import Tieout

/// A summary that is wider than its paper is printed as two tables that number the same rows.
@Suite("A wide summary in two tables")
struct JoinedPartsTests {
  private let names = [
    "序号\t项目名称\t预算单位", "1\t河道保洁外包\t区水务局", "2\t泵站运行电费\t区水务局", "3\t水库安全鉴定\t区水库管理所",
  ]
  private let amounts = [
    "序号\t预算金额\t财政资金\t单位资金", "1\t152.0\t100.0\t52.0", "2\t88.8\t88.8\t0.0", "3\t46.5\t30.0\t16.5",
  ]
  private let forms = [
    ("河道保洁外包", "区水务局", "152.0"), ("泵站运行电费", "区水务局", "88.8"), ("水库安全鉴定", "区水库管理所", "46.5"),
  ]
  .flatMap { name, body, amount in
    [
      "", "项目支出绩效目标申报表", "", "项目名称\t\(name)\t预算单位\t\(body)",
      "预算金额（万元）\t\(amount)\t年度目标\t保障\(name)。",
    ]
  }

  private func paper(
    _ left: [String], _ right: [String], between: [String] = ["2025年项目预算安排汇总表（二）", "", "单位：万元"]
  ) throws -> Outcome {
    try Outcome(lines: ["2025年项目预算安排汇总表（一）", ""] + left + [""] + between + [""] + right + forms)
  }

  @Test(
    "Its rows have the columns of both, whichever stands first and whichever has the total",
    arguments: [true, false], [true, false])
  func joined(_ isNamesFirst: Bool, _ hasBothTotals: Bool) throws {
    let named = names + (hasBothTotals ? ["\t合计\t"] : [])
    let counted = amounts + ["合计\t287.3\t218.8\t68.5"]
    let outcome =
      isNamesFirst ? try paper(named, counted) : try paper(counted, named)
    #expect(outcome.rows.map { $0["fields"]["project"].string } == ["河道保洁外包", "泵站运行电费", "水库安全鉴定"])
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["152.0", "88.8", "46.5"])
    #expect(outcome.rows.map { $0["fields"]["fiscal"].string } == ["100.0", "88.8", "30.0"])
    #expect(outcome.json["summary"]["total"]["fields"]["amount"].string == "287.3")
    #expect(outcome.links.count == 3)
    #expect(outcome.submission.findings.filter { $0.severity >= .warning }.isEmpty)
    #expect(outcome.submission.ledgerTotals().balances)
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("The unit between its tables is that of its amounts")
  func unit() throws {
    let counted = [
      "序号\t预算金额\t财政资金\t单位资金", "1\t1520000\t1000000\t520000", "2\t888000\t888000\t0",
      "3\t465000\t300000\t165000",
    ]
    let outcome = try paper(names, counted, between: ["单位：元"])
    #expect(outcome.rows[0]["fields"]["amount"].string == "1520000")
    #expect(outcome.findings("UN01").isEmpty)
    #expect(outcome.findings("AG01").isEmpty)
  }

  @Test("A value is found in the line in which it is printed")
  func places() throws {
    let counted = amounts + ["合计\t287.3\t218.8\t69.5"]
    let outcome = try paper(names, counted)
    let finding = try #require(outcome.findings("FT03").first)
    let printed = try #require(finding.values.first?.printed)
    #expect(
      outcome.submission.document.location(of: printed).line == 2 + names.count + 5 + counted.count)
  }

  @Test("Tables that number other rows stay two")
  func otherRows() throws {
    let other = [amounts[0]] + amounts.dropFirst().map { "1" + $0 }
    let outcome = try paper(names, other)
    let named = outcome.rows.filter { $0["fields"]["project"].string != nil }
    #expect(named.count == 3)
    #expect(named.allSatisfy { $0["fields"]["amount"].string == nil })
  }

  @Test("Tables that both have names stay two")
  func twoSummaries() throws {
    let other = [
      "序号\t项目名称\t财政资金", "1\t河道疏浚\t15.0", "2\t闸门更换\t16.0", "3\t堤防加固\t17.0",
    ]
    let outcome = try paper(names, other)
    #expect(outcome.rows.count == 6)
  }
}
