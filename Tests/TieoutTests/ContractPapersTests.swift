import Testing
import Tieout

@Suite("Contracts in layouts that invite mistakes")
struct ContractPapersTests {
  private static let summary = [
    "政府采购合同汇总表", "单位：万元", "序号\t合同编号\t合同名称\t采购人\t供应商\t合同金额",
    "1\tHT-001\t2024年采购项目\t甲局\t乙公司\t12.5", "2\tHT-002\t印刷服务\t丙局\t丁公司\t20",
    "合计\t\t\t\t\t32.5", "",
  ]

  private static func form(
    _ lines: [String], _ code: String, _ name: String, _ amount: String, isLabelled: Bool = true
  ) -> [String] {
    let isFirst = code == "HT-001"
    return [
      "采购合同信息表", "合同编号\t\(code)\t合同名称\t\(name)",
      "采购人\t\(isFirst ? "甲局" : "丙局")\t供应商\t\(isFirst ? "乙公司" : "丁公司")",
    ] + lines + (isLabelled ? ["合同金额\t\(amount)"] : []) + [""]
  }

  private static func read(_ lines: [String]) throws -> Submission {
    try run([Input(name: "x.txt", bytes: Array(lines.joined(separator: "\n").utf8))])
  }

  private static func both(_ lines: (String, String) -> [String]) -> [String] {
    summary + form(lines("10", "2.5"), "HT-001", "2024年采购项目", "12.5")
      + form(lines("15", "5"), "HT-002", "印刷服务", "20")
  }

  private static func expectClean(_ submission: Submission) {
    #expect(submission.summary.rows.count == 2)
    #expect(submission.links.count == 2)
    let amounts = submission.details.compactMap { form in
      form.fields.first { submission.profile.name($0.name) == "total" }.map { submission.text($0) }
    }
    #expect(amounts == ["12.5", "20"])
    #expect(submission.findings.filter { $0.severity >= .warning }.map(\.fingerprint) == [])
  }

  @Test("A name that begins with a year stays a name, in the summary and in a form")
  func years() throws {
    Self.expectClean(try Self.read(Self.both { _, _ in [] }))
  }

  @Test("What a form says of a year behind a label is a value")
  func value() throws {
    let submission = try Self.read(Self.both { _, _ in ["合同内容\t2024年服务内容"] })
    #expect(
      submission.details.allSatisfy { form in
        form.fields.contains { submission.text($0) == "2024年服务内容" }
      })
    Self.expectClean(submission)
  }

  @Test("The unit of a price is not that of the sum below")
  func price() throws {
    let prices = ["10": "1000", "2.5": "250", "15": "1500", "5": "500"]
    Self.expectClean(
      try Self.read(
        Self.both { first, second in
          [
            "序号\t名称\t数量\t金额（万元）\t单价（元）", "1\t桌子\t100\t\(first)\t\(prices[first] ?? "")",
            "2\t椅子\t100\t\(second)\t\(prices[second] ?? "")",
          ]
        }))
  }

  /// A form whose own label says in which money it counts, under a summary in 万元.
  private static func labelled(_ unit: String, _ amounts: [String], above: [String] = [])
    -> [String]
  {
    summary
      + form(
        above + [
          "合同金额（\(unit)）\t\(amounts[0])", "序号\t名称\t数量\t单价\t金额",
          "1\t桌子\t10\t\(amounts[1])\t\(amounts[2])", "2\t椅子\t10\t\(amounts[3])\t\(amounts[4])",
        ], "HT-001", "2024年采购项目", "", isLabelled: false)
      + form([], "HT-002", "印刷服务", "20")
  }

  @Test("Lines whose heads name no unit are in the unit of the form's own sum, not of the summary")
  func ownSum() throws {
    let submission = try Self.read(
      Self.labelled("元", ["125000", "10000", "100000", "2500", "25000"]))
    #expect(submission.findings.filter { $0.severity >= .warning }.map(\.fingerprint) == [])
  }

  @Test(
    "Labels of other sums say nothing of the lines, nor do headings below the form's own",
    arguments: [
      ["合同金额\t12.5", "预付款（元）\t30000"], ["合同金额（万元）\t12.5", "预付款（元）\t30000"],
      ["合同金额\t12.5", "付款情况（元）", "已付金额\t30000"],
    ])
  func otherSums(_ sums: [String]) throws {
    let lines = ["序号\t名称\t数量\t单价\t金额", "1\t桌子\t10\t1\t10", "2\t椅子\t10\t0.25\t2.5"]
    Self.expectClean(
      try Self.read(
        Self.summary
          + Self.form(sums + lines, "HT-001", "2024年采购项目", "", isLabelled: false)
          + Self.form([], "HT-002", "印刷服务", "20")))
  }

  @Test("A heading that names the unit of the form's own sum names that of the lines")
  func heading() throws {
    let submission = try Self.read(
      Self.summary
        + Self.form(
          [
            "合同信息（元）\t", "合同金额\t125000", "序号\t名称\t数量\t单价\t金额", "1\t桌子\t10\t10000\t100000",
            "2\t椅子\t10\t2500\t25000",
          ], "HT-001", "2024年采购项目", "", isLabelled: false)
        + Self.form([], "HT-002", "印刷服务", "20"))
    #expect(submission.findings.filter { $0.severity >= .warning }.map(\.fingerprint) == [])
  }

  @Test("A caption of the form says it for its lines before any sum does")
  func ownCaption() throws {
    let submission = try Self.read(
      Self.labelled("万元", ["12.5", "10000", "100000", "2500", "25000"], above: ["金额单位：元"]))
    #expect(submission.findings.filter { $0.severity >= .warning }.map(\.fingerprint) == [])
  }

  @Test("The unit of a column that the profile does not know is its own")
  func foreign() throws {
    Self.expectClean(
      try Self.read(
        Self.both { first, second in
          [
            "序号\t名称\t数量\t金额\t市场参考价（元）", "1\t桌子\t100\t\(first)\t1100",
            "2\t椅子\t100\t\(second)\t300",
          ]
        }))
  }

  @Test("Forms of lines alone are whole, the last one as well, where the summary comes last")
  func linesFirst() throws {
    func lines(_ code: String, _ name: String, _ from: String, _ to: String, _ amount: String)
      -> [String]
    {
      [
        "采购合同信息表", "合同编号：\(code)", "合同名称：\(name)", "采购人：\(from)", "供应商：\(to)",
        "合同金额：\(amount)万元", "",
      ]
    }
    Self.expectClean(
      try Self.read(
        lines("HT-001", "2024年采购项目", "甲局", "乙公司", "12.5")
          + lines("HT-002", "印刷服务", "丙局", "丁公司", "20") + Self.summary))
  }

  @Test("the head of a form's lines begins no form, though a label of the key stands in it")
  func headOfLines() throws {
    Self.expectClean(
      try Self.read(
        Self.both { first, second in
          [
            "序号\t标的名称\t数量\t单价\t金额", "1\t甲货物\t1\t\(first)\t\(first)",
            "2\t乙货物\t1\t\(second)\t\(second)",
          ]
        }))
  }

  @Test("A buyer who seals below a form belongs to it, wherever the summary stands")
  func seals() throws {
    let forms =
      Self.form([], "HT-001", "2024年采购项目", "12.5") + ["采购人（盖章）：甲局", ""]
      + Self.form([], "HT-002", "印刷服务", "20") + ["采购人（盖章）：丙局", ""]
    Self.expectClean(try Self.read(Self.summary + forms))
    Self.expectClean(try Self.read(forms + Self.summary))
  }
}
