import Testing
import Tieout

/// Rows of a table of which no columns are left are lines of prose, and no letter.
@Suite("Rows of lost tables and letters")
struct LostRowsInLettersTests {
  private static let table = [
    "## 2025年政府采购合同汇总表", " 序号  采购编号  采购项目名称  计量单位  数量  单价（元）  合同金额（元）  成交供应商 ",
    "------------------------",
    " 1  CG-2025-01  办公电脑采购  台  25  5,140.00  128,500.00  新华电脑有限公司 ",
  ]
  private static let letter = [
    "溪财采〔2025〕12号", "", "关于报送2025年政府采购合同的报告", "", "县人大常委会：", "", "现将2025年度1项合同报上。", "",
    "溪桥县财政局", "", "2025年2月10日", "",
  ]

  @Test("Without a letter nothing is a slip's, and all of it is unplaced")
  func alone() throws {
    let outcome = try Outcome(lines: Self.table)
    #expect(outcome.submission.letter == nil)
    #expect(outcome.submission.unplaced().count == 3)
  }

  @Test("Behind a letter they are no notes on it")
  func behind() throws {
    let outcome = try Outcome(lines: Self.letter + Self.table)
    let letter = outcome.json["letter"]
    #expect(letter["fields"]["addressee"].string == "县人大常委会")
    #expect(letter["fields"]["issuer"].string == "溪桥县财政局")
    #expect(letter["groups"]["slip_notes"].items.isEmpty)
  }

  @Test("A label or a lone word is no one who signed", arguments: ["序号", "备注", "张三"])
  func lone(_ word: String) throws {
    let outcome = try Outcome(lines: [word, "", "其他说明"])
    #expect(outcome.submission.letter == nil)
  }

  @Test("A slip that has nothing but a signed remark and a name stays one")
  func slip() throws {
    let outcome = try Outcome(lines: ["请财经委研究。", "李某 14/3", "王某某"])
    #expect(outcome.json["letter"]["fields"]["slip_signer"].string == "王某某")
    #expect(outcome.json["letter"]["groups"]["slip_notes"].items.count == 1)
  }

  private static let rows = ["序号  项目名称  项目单位  预算金额（万元）", "1  村庄绿化补植  林业工作站  41.30"]
  private static let opening = [
    "岚财预〔2025〕7号", "", "关于报送2025年度部门预算项目的函", "", "岚江市财政局：", "", "现将2025年度3个项目预算报上，请审核。", "",
  ]

  @Test(
    "Who issued a letter and its date may stand right above a lost table, or behind it",
    arguments: [
      ["岚江市林业局", "", "2025年3月6日", ""] + rows,
      ["项目清单如下：", ""] + rows + ["", "以上项目均已论证。", "", "岚江市林业局", "", "2025年3月6日"],
    ])
  func ends(_ lines: [String]) throws {
    let letter = try Outcome(lines: Self.opening + lines).json["letter"]
    #expect(letter["fields"]["issuer"].string == "岚江市林业局")
    #expect(letter["fields"]["date"].string == "2025-03-06")
    #expect(letter["fields"]["body"].string == "现将2025年度3个项目预算报上，请审核。")
    #expect(letter["groups"]["slip_notes"].items.isEmpty)
  }

  @Test("Without a letter above it, a date above a lost table or behind it is none")
  func dates() throws {
    for lines in [["2025年3月6日"] + Self.rows, Self.rows + ["岚江市林业局", "2025年3月6日"]] {
      #expect(try Outcome(lines: lines).submission.letter == nil)
    }
  }
}
