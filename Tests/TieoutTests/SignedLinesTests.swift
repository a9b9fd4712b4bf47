import Testing
import Tieout

@Suite("Lines of the summary that are added or subtracted")
struct SignedLinesTests {
  /// A paper of three rows that add up to 60.00, with lines below them, and a form for each row.
  private func outcome(
    _ lines: String..., amounts: [String] = ["10.00", "20.00", "30.00"]
  ) throws -> Outcome {
    let names = ["水闸加固", "文化站开放", "停车诱导"]
    let rows = names.enumerated().map { "\($0 + 1)\t\($1)\t水务局\t\(amounts[$0])" }
    let forms = names.enumerated().flatMap { place, name in
      [
        "项目支出绩效目标表", "项目名称\t\(name)", "主管部门\t水务局", "预算金额\t\(amounts[place])",
        "年度目标\t完成\(name)。",
      ]
    }
    return try Outcome(
      lines: ["2025年项目支出绩效目标汇总表", "单位：万元", "序号\t项目名称\t主管部门\t金额"] + rows + lines + forms)
  }

  private func found(_ outcome: Outcome) -> [String] {
    outcome.submission.findings.filter { ["FT01", "FT02", "FT03", "CP01"].contains($0.check) }
      .map { "\($0.check) \($0.verdict.rawValue)" }
  }

  @Test(
    "They are no projects, and count with their sign in the total below them",
    arguments: [
      ("\t减：上年结转资金\t\t15.40", "合计\t\t\t44.60"),
      ("\t减: 上年结转资金\t\t-15.40", "合计\t\t\t44.60"),
      ("减：上年结转资金\t\t\t（15.40）", "合计\t\t\t44.60"),
      ("\t扣除：上年结转资金\t\t15.40", "合计\t\t\t44.60"),
      ("\t扣减：上年结转资金\t\t15.40", "合计\t\t\t44.60"),
      ("\t加：年中追加\t\t15.40", "合计\t\t\t75.40"),
      // The total shows that it leaves the line out.
      ("\t减：上年结转资金\t\t15.40", "合计\t\t\t60.00"),
      ("\t减：上年结转资金\t\t", "合计\t\t\t60.00"),
    ])
  func above(_ line: String, _ total: String) throws {
    let outcome = try outcome(line, total)
    #expect(outcome.rows.count == 3)
    #expect(found(outcome) == [])
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("A total that is wrong behind them is reported, and says that they were counted")
  func wrong() throws {
    let outcome = try outcome("\t减：上年结转资金\t\t15.40", "合计\t\t\t46.40")
    let finding = try #require(outcome.findings("FT01").first)
    #expect(finding.difference == "1.80")
    let words = "the rows' sum of 3, with what is added or subtracted, 44.60"
    #expect(finding.message.en.contains(words))
    #expect(finding.values.map(\.value).contains("-15.40"))
    #expect(found(outcome) == ["FT01 broken"])
  }

  @Test("The report counts them where the check does, and only there")
  func report() throws {
    let left = try outcome(
      "\t减：上年结转资金\t\t15.40", "合计\t\t\t60.0", amounts: ["10.004", "20.003", "30.002"])
    let counted = try outcome("\t减：上年结转资金\t\t15.40", "合计\t\t\t46.40")
    #expect(left.findings("FT01").map(\.verdict) == [.coarse])
    func total(_ outcome: Outcome) -> Substring? {
      String(decoding: outcome.submission.written(TextReport.self), as: UTF8.self)
        .split(separator: "\n").first { $0.contains("Σ") }
    }
    #expect(total(left)?.contains("60.009") == true)
    #expect(total(left)?.contains("-15.40") == false)
    #expect(total(counted)?.contains("44.60") == true)
    #expect(total(counted)?.contains("-15.40") == true)
  }

  @Test("One that cannot be read leaves the total open")
  func unreadable() throws {
    #expect(
      found(try outcome("\t减：上年结转资金\t\t■■", "合计\t\t\t44.60")) == ["FT01 open"])
  }

  @Test(
    "A net total below them is checked with them",
    arguments: [("44.60", []), ("46.40", ["FT03 broken"])])
  func net(_ net: String, _ expected: [String]) throws {
    for name in ["本年实际安排", "净额", "合计"] {
      let outcome = try outcome(
        "合计\t\t\t60.00", "减：上年结转资金\t\t\t15.40", "\(name)\t\t\t\(net)")
      #expect(outcome.rows.count == 3)
      #expect(found(outcome) == expected, "\(name)")
    }
  }

  @Test(
    "What stands below them and is no net total is none",
    arguments: ["其中：省级结转", "备注", "上年合计", "财政拨款", "一般公共预算"])
  func other(_ name: String) throws {
    let outcome = try outcome(
      "合计\t\t\t60.00", "减：上年结转资金\t\t\t15.40", "\(name)\t\t\t10.00")
    #expect(outcome.findings("FT03").isEmpty)
  }

  @Test("Subtotals count those of their section")
  func subtotals() throws {
    func subtotal(_ net: String) throws -> [String] {
      found(
        try outcome(
          "小计\t\t\t60.00", "减：上年结转资金\t\t\t15.40", "小计\t\t\t\(net)", "合计\t\t\t44.60"))
    }
    #expect(try subtotal("44.60") == [])
    #expect(try subtotal("46.40") == ["FT03 broken"])
  }

  @Test("A project without a number may begin so, and one with a number in Latin letters")
  func names() throws {
    #expect(try outcome("\t扣除体制上解专项\t水务局\t15.40", "合计\t\t\t75.40").rows.count == 4)
    #expect(try outcome("4\tADD: 儿童注意力干预\t水务局\t15.40", "合计\t\t\t75.40").rows.count == 4)
  }

  @Test(
    "A project may be called so",
    arguments: ["减灾项目", "减税降费", "减排监测", "加固工程", "加班补助", "扣除项目管理"])
  func projects(_ name: String) throws {
    let outcome = try outcome("4\t\(name)\t水务局\t15.40", "合计\t\t\t75.40")
    #expect(outcome.rows.count == 4)
    #expect(found(outcome) == ["CP01 broken", "FT02 open"])
  }
}
