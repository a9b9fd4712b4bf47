import Testing
import Tieout

@Suite("Letters that no line announces")
struct LetterStartTests {
  private static let letter = [
    "关于报送2025年项目支出绩效目标的报告", "", "县人大常委会：", "", "现将2025年度9个项目的绩效目标报上，资金合计60万元。",
  ]
  private static let table = [
    "", "2025年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t主管部门\t金额\t备注",
    "1\t道路养护\t县交通局\t10\t", "2\t桥梁检测\t县水务局\t50\t", "合计\t\t\t60\t",
  ]

  private static func read(_ lines: [String]) throws -> JSON {
    try Outcome(lines: lines + table).json["letter"]
  }

  @Test(
    "The body above the number, or above the date, issued it",
    arguments: [
      ["溪桥县财政局", "", "溪财预〔2025〕12号", ""] + letter + ["", "溪桥县财政局", "", "2025年2月10日"],
      ["溪财预〔2025〕12号", ""] + letter + ["", "溪桥县财政局", "2025年2月10日"],
      ["溪桥县财政局文件", "", "溪财预〔2025〕12号", ""] + letter + ["", "2025年2月10日"],
    ])
  func issuer(_ lines: [String]) throws {
    let fields = try Self.read(lines)["fields"]
    #expect(fields["issuer"].string == "溪桥县财政局")
    #expect(fields["number"].string == "溪财预〔2025〕12号")
    #expect(fields["title"].string == "关于报送2025年项目支出绩效目标的报告")
    #expect(fields["addressee"].string == "县人大常委会")
    #expect(fields["body"].string?.hasPrefix("现将2025年度") == true)
    #expect(fields["date"].string == "2025-02-10")
  }

  @Test("Its statements are held against the tables")
  func statements() throws {
    let lines = ["溪桥县财政局", "", "溪财预〔2025〕12号", ""] + Self.letter
    let outcome = try Outcome(lines: lines + Self.table)
    let findings = outcome.findings("AG04")
    #expect(findings.count == 1)
    #expect(findings.first?.message.zh.contains("9个") == true)
  }

  @Test("A slip before it stays a slip, and the letter begins with its issuer")
  func slip() throws {
    let lines =
      ["溪桥县人大办公室呈批单", "", "林某同志：", "", "溪桥县财政局", "", "溪财预〔2025〕12号", ""] + Self.letter
      + ["", "2025年2月10日"]
    let fields = try Self.read(lines)["fields"]
    #expect(fields["slip_body"].string == "溪桥县人大办公室")
    #expect(fields["slip_addressee"].string == "林某")
    #expect(fields["number"].string == "溪财预〔2025〕12号")
    #expect(fields["addressee"].string == "县人大常委会")
    #expect(fields["date"].string == "2025-02-10")
    #expect(fields["slip_number"].string == nil)
  }

  @Test(
    "What stands above a table without number, date and addressee is no letter",
    arguments: [
      ["编制依据：", "", "2.县财政局关于编制2025年部门预算的通知", "", "全县各部门共申报项目12个，申报资金80万元。"],
      ["本表依据县财政局的通知", "", "全县各部门共申报项目12个，申报资金80万元。"],
    ])
  func none(_ lines: [String]) throws {
    let outcome = try Outcome(lines: lines + Self.table)
    #expect(outcome.json["letter"]["fields"]["title"].string == nil)
    #expect(outcome.findings("AG04").isEmpty)
  }

  @Test(
    "A sentence that hands in papers makes a letter of a title, of whom it addresses, or alone",
    arguments: [["关于报送2025年度项目的报告", ""], ["县人大常委会：", ""], []])
  func opening(_ head: [String]) throws {
    for sentence in ["现报送2025年度项目9个，预算资金合计60万元。", "按照要求，现将2025年度9个项目的绩效目标报上。"] {
      let outcome = try Outcome(lines: head + [sentence] + Self.table)
      #expect(outcome.json["letter"]["fields"]["body"].string == sentence)
      #expect(outcome.findings("AG04").count == 1)
      #expect(outcome.submission.unplaced().isEmpty)
    }
  }

  @Test(
    "A sentence of another kind, or below other lines, makes none",
    arguments: [
      ["关于报送2025年度项目的报告", "", "全县各部门共申报项目12个，申报资金80万元。"],
      ["编制说明", "", "现将2025年度9个项目的绩效目标报上。"],
      ["现将有关情况说明如下：全县共申报项目12个，申报资金80万元。"],
    ])
  func otherOpening(_ lines: [String]) throws {
    let outcome = try Outcome(lines: lines + Self.table)
    #expect(outcome.json["letter"]["fields"]["body"].string == nil)
    #expect(outcome.findings("AG04").isEmpty)
  }

  @Test(
    "No line above the date but a body issued it",
    arguments: ["（此页无正文）", "抄送：县审计局", "— 一 —", "溪桥县"])
  func above(_ line: String) throws {
    let lines = ["溪财预〔2025〕12号", ""] + Self.letter + ["", line, "", "2025年2月10日"]
    #expect(try Self.read(lines)["fields"]["issuer"].string == nil)
  }
}
